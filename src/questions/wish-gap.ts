/** A wish about the gap → its line in the words of `/capwatch alert`: window, side and sign from the words, else from today. Reads closes. */
import { CapwatchError } from '../errors.ts';
import { points, pointsSize } from '../messages/format.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { comparison } from '../metrics/returns.ts';
import { NAMED_WINDOWS, type NamedWindow } from '../metrics/windows.ts';
import { type Asking, seriesOf } from './desk.ts';
import { postedQuestion } from './post-question.ts';
import type { Question } from './question.ts';
import { inPoints, openWish, type Wish, type Wishing, wish } from './wish.ts';
import { unwatchedError } from './wish-subject.ts';
import type { Level } from './wish-text.ts';

/** The gap over a named window; its side is in the words, else the one it stands on today. @throws CapwatchError `invalid_input`. */
export async function gapWish({ asking, text, level, before }: Wishing): Promise<Wish> {
  const window = gapWindow(asking, text, before);
  const { subject, benchmark } = await seriesOf(asking, 'GSPC');
  const { gap } = comparison(subject, benchmark, window);
  const now = isMeasured(gap) ? 100 * gap.value : undefined;
  const crossing = crossingOf(text, now);
  if (!level && crossing) return wish(`gap ${window} ${crossing} 0`);
  if (!level) return openWish(`gap ${window}`);
  const size = level;
  const value = inPoints(size);
  const notes =
    size.unit === 'percent' ? [`A gap is in points: ${size.typed} is read as ${pointsSize(value / 100)}.`] : [];
  if (size.meant === 'by') throw changeRefusal(window, { now, by: value, text });
  return { words: `gap ${window} ${sidedGap(text, { ...size, value }, now)}`, notes };
}

/** "turns positive", "small caps take the lead", "the gap closes": the line is zero. */
function crossingOf(text: string, now: number | undefined): 'above' | 'below' | undefined {
  if (
    /\b(positive|take the lead|takes the lead|catch(es)? up|get ahead|gets ahead|overtake\w*|outperform\w*)\b/.test(
      text,
    )
  )
    return 'above';
  if (/\b(negative|fall behind|falls behind|lose the lead|loses the lead|underperform\w*)\b/.test(text)) return 'below';
  const closes =
    /\b(flat|even|parity|zero|break ?even|level again|closes|closed|gone|disappears?|vanish\w*|flips?|changes sign|crosses zero|reverses?)\b/.test(
      text,
    );
  return closes && now !== undefined ? (now < 0 ? 'above' : 'below') : undefined;
}

interface Sized {
  readonly value: number;
  readonly negative: boolean;
  readonly meant: Level['meant'];
}

const NARROWER =
  /\b(narrow\w*|shrink\w*|tighten\w*|closes? (up|in)|comes? in|within|inside|back (to|under|below|inside))\b/;
const WIDER = /\b(widen\w*|blows? out|balloons?|stretch\w*|grows?|worsen\w*|deepens?)\b/;
const AHEAD = /\b(lead|leads|leading|ahead|out ?perform\w*|beat(s|ing)?)\b/;
const BEHIND = /\b(lag\w*|behind|trail\w*|under ?perform\w*)\b/;

/** A signed level is meant as it stands; one without a sign is a size, on the side the words or today give. */
function sidedGap(text: string, { value, negative, meant }: Sized, now: number | undefined): string {
  if (negative && value !== 0) {
    const below = meant === 'below' || meant === 'past' || (meant === 'to' && (now ?? 0) > value);
    return `${below ? 'below' : 'above'} ${value}`;
  }
  const behind = BEHIND.test(text) || (!AHEAD.test(text) && now !== undefined && now < 0);
  const narrower = isNarrower(text, { value, meant }, { behind, now });
  if (value === 0) return `${behind ? 'above' : 'below'} 0`;
  return `${behind === narrower ? 'above' : 'below'} ${behind ? -value : value}`;
}

function isNarrower(
  text: string,
  { value, meant }: Pick<Sized, 'value' | 'meant'>,
  { behind, now }: { readonly behind: boolean; readonly now: number | undefined },
): boolean {
  if (NARROWER.test(text)) return true;
  if (WIDER.test(text) || meant === 'past' || meant === 'above') return false;
  const size = now === undefined || now < 0 !== behind ? 0 : Math.abs(now);
  if (meant === 'below' && size <= value) throw eitherSide(value, behind);
  return meant === 'below' || value < size;
}

/** "falls below 8" while the gap is smaller: the size, or minus 8. */
function eitherSide(value: number, behind: boolean): CapwatchError {
  const sign = behind ? '-' : '';
  return new CapwatchError(
    'invalid_input',
    `The gap is narrower than ${value} points already. Say on which side it should pass ${value}.`,
    { example: `ping me if the gap goes past ${sign}${value}` },
  );
}

/** The window named, else of the question before, else of the post, else the year to date. */
function gapWindow(asking: Asking, text: string, before: Question | undefined): NamedWindow {
  const named = windowIn(text);
  if (named) return named;
  const { window, turning, period, sinceMeeting } = asking.question.slots;
  if (typeof window === 'object' || turning || period || sinceMeeting !== undefined) {
    throw unwatchedError({ what: 'a gap since a chosen day', near: 'ping me if the ytd gap goes past -8' });
  }
  const around = before?.kind === 'lag' ? before : postedQuestion(asking.post);
  if (around?.kind === 'lag' && around.slots.benchmark !== undefined)
    throw unwatchedError({
      what: 'a gap against another series than the S&P 500',
      near: 'ping me if the ytd gap to the s&p goes past -8',
    });
  const last = around?.kind === 'lag' ? around.slots.window : undefined;
  return NAMED_WINDOWS.find((name) => name === last) ?? 'ytd';
}

const WINDOWS: readonly (readonly [RegExp, NamedWindow])[] = [
  [/\b(ytd|year to date|this year)\b/, 'ytd'],
  [/\b(mtd|month to date|this month)\b/, 'mtd'],
  [/\b(qtd|quarter to date|this quarter)\b/, 'qtd'],
  [/\b(1 ?d|daily|1 day|on the day|1 session|todays?)\b/, '1d'],
  [/\b(1 ?w|weekly|1 week|this week)\b/, '1w'],
  [/\b(1 ?m|monthly|(1|last|past) month|30 days?)\b/, '1m'],
  [/\b(3 ?m|3 months?|(1|last|past) quarter)\b/, '3m'],
  [/\b(6 ?m|6 months?)\b/, '6m'],
  [/\b(3 ?y|3 years?)\b/, '3y'],
  [/\b(5 ?y|5 years?)\b/, '5y'],
  [/\b(10 ?y|10 years?)\b/, '10y'],
  [/\b(1 ?y|12 ?m|12 months?|(1|last|past) year)\b/, '1y'],
];

export function windowIn(text: string): NamedWindow | undefined {
  return WINDOWS.find(([pattern]) => pattern.test(text))?.[1];
}

/** "widens by 2 points": the level it would then stand at can be watched. */
function changeRefusal(
  window: NamedWindow,
  { now, by, text }: { readonly now: number | undefined; readonly by: number; readonly text: string },
): CapwatchError {
  const wider = !NARROWER.test(text) && !/\b(falls?|drops?|decreases?)\b/.test(text);
  const away = now !== undefined && now < 0 ? -Math.abs(by) : Math.abs(by);
  const then = now === undefined ? undefined : Math.round(100 * (now + (wider ? away : -away))) / 100;
  const near = `ping me if the ${window} gap goes ${wider ? 'past' : (now ?? 0) < 0 ? 'above' : 'below'} ${then ?? -8}`;
  const stands = now === undefined ? '' : ` It is ${points(now / 100)} now.`;
  return new CapwatchError('invalid_input', `A change of the gap cannot be watched, its level can.${stands}`, {
    example: near,
  });
}
