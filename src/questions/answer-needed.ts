/** Answers what close would make something true: flat on the window, level with the benchmark, back at a high. Arithmetic, worded. */
import type { SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, level, percent, pointsSize, shortDate, signedNumber } from '../messages/format.ts';
import { seriesName } from '../messages/words.ts';
import { drawdown } from '../metrics/highs.ts';
import { closeAtLevel, closeForGap, closeForReturn, closeOfDay, type Needed } from '../metrics/needed-close.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { lastSession, type PriceSeries } from '../metrics/series.ts';
import type { Window } from '../metrics/windows.ts';
import { monthHigh } from './answer-highs.ts';
import { closeOf, commandOf, proxyWords } from './answer-lag.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import { spanPhrase, windowAsked } from './windows-asked.ts';

/** One aim and the close it needs. */
interface Aim {
  readonly words: string;
  readonly needed: Needed;
}

/** The close the aim needs, how far away it is, and two other aims beside it. */
export async function neededAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking);
  const window = await windowAsked(asking, series);
  const { subject } = subjectOf(asking, series);
  const [main, ...others] = aims(asking, series, window);
  if (!main) throw refused('There is no base or high in the data to count from.', '/smallcaps ytd');
  const { level: needed, move, points } = main.needed;
  const { figures } = asking.question.slots;
  return draft({
    lead: `${level(needed.value)}: the close at which the ${seriesName(subject)} ${main.words}.`,
    rest: `${percent(move.value)} from ${level(closeOf(subject))}, ${signedNumber(points.value)} points.`,
    lines: others.slice(0, 2).map(aimLine),
    basis: 'arithmetic on closes, price return; whatever it is compared with is taken to stay where it is',
    asOf: asOfWords(asking, lastSession(subject)),
    source: sourceWords([subject.source, series.benchmark.source]),
    caveat: `what would be needed, not what will come; a fall needs a larger rise to undo it${proxyWords(asking)}`,
    numbers: receipts(...[main, ...others].flatMap((aim) => Object.values(aim.needed))),
    session: lastSession(subject),
    settings: figures.map(({ typed }) => typed),
    command: commandOf(series, window),
  });
}

function aimLine({ words, needed }: Aim): string {
  return `*${level(needed.level.value)}* is the close at which it ${words}: ${percent(needed.move.value)} away`;
}

function subjectOf({ question }: Asking, { subject, benchmark }: SmallCapSeries) {
  return question.slots.index === 'GSPC' ? { subject: benchmark, benchmark: subject } : { subject, benchmark };
}

/** What is asked for first, then the usual ones. */
function aims(asking: Asking, series: SmallCapSeries, window: Window): Aim[] {
  const { subject, benchmark } = subjectOf(asking, series);
  const text = asking.text.toLowerCase();
  const phrase = spanPhrase(window, asking);
  const usual = {
    flat: aim(`is flat ${phrase}`, closeForReturn(subject, window, 0)),
    even: aim(`is level with the ${seriesName(benchmark)} ${phrase}`, closeForGap({ subject, benchmark }, window, 0)),
    high: highAim(asking, subject),
  };
  const asked = [
    typedAim(asking, { subject, benchmark, window, phrase }),
    /\b(record|highs?|ath|peak)\b/.test(text) || asking.question.slots.fromHigh ? usual.high : undefined,
    /\b(catch\w*|caught|close the gap|match|overtake|beat|level with|even with|flat (with|vs|versus|to|against)|draw level|gap)\b/.test(
      text,
    )
      ? usual.even
      : undefined,
    /\b(flat(?! (with|vs|versus|to|against))|break ?even|positive|green|unchanged|zero|even(?! with))\b/.test(text)
      ? usual.flat
      : undefined,
  ];
  const all = [...asked, usual.even, usual.high, usual.flat].filter((one): one is Aim => one !== undefined);
  return [...new Map(all.map((one) => [one.words, one])).values()];
}

function aim(words: string, needed: Needed | undefined): Aim | undefined {
  return needed && { words, needed };
}

interface Legs {
  readonly subject: PriceSeries;
  readonly benchmark: PriceSeries;
  readonly window: Window;
  readonly phrase: string;
}

/** Index points are a number no per cent is as large as. */
const LEVEL = 400;

/** A level, a return or a gap that was typed. */
function typedAim({ question, text }: Asking, { subject, benchmark, window, phrase }: Legs): Aim | undefined {
  const figure = question.slots.figures.find(({ unit }) => unit !== 'bp');
  if (!figure) return undefined;
  if (figure.unit === 'none' && figure.value >= LEVEL)
    return aim(`is at “${figure.typed}”`, closeAtLevel(subject, figure.value));
  const falls = figure.value < 0 || /\b(down|below|behind|lose|fall|drop|lag)\b/i.test(text);
  const wanted = ((falls ? -1 : 1) * Math.abs(figure.value)) / 100;
  if (/\b(gap|behind|ahead|lag|lead)\b/i.test(text))
    return aim(
      `has a gap of ${wanted < 0 ? '−' : '+'}${pointsSize(wanted)} ${phrase}`,
      closeForGap({ subject, benchmark }, window, wanted),
    );
  return aim(`is ${percent(wanted)} ${phrase}`, closeForReturn(subject, window, wanted));
}

function highAim(asking: Asking, subject: PriceSeries): Aim | undefined {
  const named = monthHigh(subject, asking.question.slots.month);
  const recent = /\b(52 week|1 year|year high|recent)\b/i.test(asking.text);
  const fall = drawdown(subject, recent ? '52w' : 'record');
  const day = named ?? (isMeasured(fall) ? fall.inputs[1]?.date : undefined);
  if (day === undefined || day === lastSession(subject)) return undefined;
  const kind = named !== undefined ? 'high' : recent ? '52-week high' : 'record';
  return aim(
    `is back at its ${kind} of ${named !== undefined ? shortDate(day, lastSession(subject)) : fullDate(day)}`,
    closeOfDay(subject, day),
  );
}
