/** Wishes about one index → its distance from its record, in the words of `/capwatch alert`; prices and falls from today are refused. */
import { CapwatchError } from '../errors.ts';
import { fullDate, level, percent } from '../messages/format.ts';
import { drawdown } from '../metrics/highs.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { type Asking, seriesOf } from './desk.ts';
import { inPoints, openWish, type Wish, type Wishing, wish } from './wish.ts';
import { NEAR_DEPTH, unwatchedError } from './wish-subject.ts';
import type { Level } from './wish-text.ts';

/** How far below its record, always on the way down. @throws CapwatchError `invalid_input`. */
export function depthWish(wishing: Wishing): Wish {
  const { asking, text, level } = wishing;
  const symbol = asking.question.slots.index === 'GSPC' ? 'gspc' : 'rut';
  if (/\b52\b/.test(text)) throw unwatchedError({ what: 'the distance from a 52-week high', near: NEAR_DEPTH });
  if (level === undefined && /\bbear market\b/.test(text)) return wish(`drawdown ${symbol} past -20`);
  if (level === undefined && /\bcorrection\b/.test(text)) return wish(`drawdown ${symbol} past -10`);
  if (level === undefined && /\b(new|makes?|sets?|hits?|record)\b/.test(text)) return wish(`record ${symbol}`);
  if (level === undefined) return openWish(`drawdown ${symbol}`, NEAR_DEPTH);
  if (/\b(recover\w*|narrow\w*|shrink\w*|within|less than|back (to|within|above)|improves?)\b/.test(text))
    throw unwatchedError({
      what: 'a drawdown on its way back',
      near: `ping me if ${symbol === 'rut' ? 'small caps make' : 'the s&p makes'} a new record`,
    });
  return wish(`drawdown ${symbol} past -${Math.abs(inPoints(level))}`);
}

/** A price is no alert; how far below the record it would be is. */
export async function priceRefusal(asking: Asking, price: number): Promise<CapwatchError> {
  const large = asking.question.slots.index === 'GSPC';
  const [name, symbol] = large ? ['S&P 500', 'the s&p is'] : ['Russell 2000', 'small caps are'];
  const { subject, benchmark } = await seriesOf(asking, 'GSPC');
  const depth = drawdown(large ? benchmark : subject, 'record');
  const [close, high] = isMeasured(depth) ? depth.inputs : [];
  const said = `A level of the ${name} cannot be watched, its distance from its record can.`;
  if (!close || !high || price >= close.value) {
    const up = close && price >= close.value ? ` It fires on the way down; the close is ${level(close.value)}.` : '';
    return new CapwatchError('invalid_input', `${said}${up}`, {
      example: `ping me if ${large ? 'the s&p makes' : 'small caps make'} a new record`,
    });
  }
  const off = price / high.value - 1;
  const where = `${level(price)} is ${percent(off)} from the record of ${fullDate(high.date)}, ${level(high.value)}.`;
  const size = Math.round(10_000 * -off) / 100;
  return new CapwatchError('invalid_input', `${said} ${where}`, {
    example: `ping me if ${symbol} ${size}% below ${large ? 'its' : 'their'} record`,
  });
}

/** "if small caps drop 10%": a fall from today is no alert; the depth it would make is. */
export async function fallRefusal(asking: Asking, { value }: Level): Promise<CapwatchError> {
  const large = asking.question.slots.index === 'GSPC';
  const { subject, benchmark } = await seriesOf(asking, 'GSPC');
  const depth = drawdown(large ? benchmark : subject, 'record');
  const said = `A move of the ${large ? 'S&P 500' : 'Russell 2000'} from today cannot be watched, its distance from its record can.`;
  if (!isMeasured(depth)) return new CapwatchError('invalid_input', said, { example: NEAR_DEPTH });
  const then = (1 + depth.value) * (1 - Math.abs(value) / 100) - 1;
  const size = Math.round(10_000 * -then) / 100;
  return new CapwatchError(
    'invalid_input',
    `${said} It is ${percent(depth.value)} now; another ${Math.abs(value)}% down would make it ${percent(then)}.`,
    {
      example: `ping me if ${large ? 'the s&p is' : 'small caps are'} ${size}% below ${large ? 'its' : 'their'} record`,
    },
  );
}
