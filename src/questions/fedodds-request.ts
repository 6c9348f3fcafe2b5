/** `/fedodds [MEETING|MONTH] [VIEW] [asof DATE] [vs DATE] [csv]`: text in, request out. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import { dayAfter, MONTH_WORDS, monthNumber, typedDay } from './dates.ts';
import { nearest } from './nearest.ts';
import { readWords, type Words } from './words.ts';

const FED_VIEWS = [
  'table',
  'path',
  'history',
  'shift',
  'why',
  'sensitivity',
  'explain',
  'stack',
  'calibration',
  'smallcaps',
] as const;
export type FedView = (typeof FED_VIEWS)[number];

/** Which meeting: the next one, one by its day, or the first one of a month. */
export type MeetingWord =
  | 'next'
  | { readonly day: Day }
  /** 1–12; the first such month with a meeting from the as-of day on when no year was typed. */
  | { readonly month: number; readonly date?: number; readonly year?: number };

export interface FedOddsRequest {
  readonly meeting: MeetingWord;
  readonly view?: FedView;
  readonly asOf?: Day;
  /** The day to compare with. */
  readonly since?: Day;
  /** The figures are wanted as a file too. */
  readonly csv: boolean;
}

const EXAMPLE = '/fedodds march';
const SHOWN = { example: `${EXAMPLE} asof 2024-01-19` };
const HINT = 'views: table path history shift why sensitivity explain stack calibration smallcaps';

const ALIASES: Readonly<Record<string, FedView>> = {
  all: 'table',
  meetings: 'table',
  grid: 'table',
  year: 'path',
  cuts: 'path',
  chart: 'history',
  moved: 'why',
  tick: 'sensitivity',
  method: 'explain',
  bars: 'stack',
  brier: 'calibration',
  beta: 'smallcaps',
  rates: 'smallcaps',
};
/** Words that only make a line read like a sentence. */
const FILLERS: ReadonlySet<string> = new Set(['by', 'at', 'the', 'for', 'in', 'meeting', 'fomc', 'odds']);

/**
 * The request that `text` asks for; `today` is the New York day.
 * @throws CapwatchError `invalid_input` with an example, and a suggestion where a known word is near.
 */
export function parseFedOddsRequest(text: string, today: Day): FedOddsRequest {
  const words = readWords(text, EXAMPLE);
  const request: { -readonly [K in keyof FedOddsRequest]: FedOddsRequest[K] } = { meeting: 'next', csv: false };
  while (!words.done()) Object.assign(request, nextPart(words, today));
  return request;
}

function nextPart(words: Words, today: Day): Partial<FedOddsRequest> {
  const meeting = meetingAt(words, today);
  if (meeting !== undefined) return { meeting };
  const word = words.next();
  if (FILLERS.has(word)) return {};
  if (word === 'csv') return { csv: true };
  if (word === 'next') return { meeting: 'next' };
  if (word === 'asof' || word === 'on') return { asOf: dayBehind(words, word, today) };
  if (word === 'vs' || word === 'since') return { since: dayBehind(words, word, today) };
  const view = FED_VIEWS.find((known) => known === word) ?? (Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined);
  if (view !== undefined) return { view };
  throw unknownWord(word);
}

/** "2024-03-20", "march", "march 2025", "20 march", "march 20", "20 mar 2024"; takes the words it understood. */
function meetingAt(words: Words, today: Day): MeetingWord | undefined {
  return words.take((phrase) => meetingOf(phrase, today));
}

function meetingOf(phrase: string, today: Day): MeetingWord | undefined {
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(phrase)) {
    const day = typedDay(phrase, today, SHOWN);
    return day === undefined ? undefined : { day };
  }
  const parts = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?$/.exec(phrase);
  const month = monthNumber(parts?.[2] ?? '');
  if (!parts || month === undefined) return undefined;
  const date = parts[1] ?? parts[3];
  const year = parts[4];
  return {
    month,
    ...(date !== undefined && { date: Number(date) }),
    ...(year !== undefined && { year: Number(year) }),
  };
}

/** The day behind `asof`, `on`, `vs` or `since`. */
function dayBehind(words: Words, after: string, today: Day): Day {
  const unread = after === 'vs' ? { unread: { example: `${EXAMPLE} vs 2024-01-19` } } : {};
  return dayAfter(words, { after, today, shown: SHOWN, ...unread });
}

function unknownWord(word: string): CapwatchError {
  const near = nearest(word, [...FED_VIEWS, 'asof', 'next', ...MONTH_WORDS.filter((month) => month !== 'may')]);
  const suggestion = near ? ` Did you mean \`${near}\`?` : '';
  const runnable = near !== undefined && near !== 'asof';
  return new CapwatchError('invalid_input', `I do not know \`${quotedWord(word)}\`.${suggestion}`, {
    example: runnable ? `/fedodds ${near}` : EXAMPLE,
    hint: HINT,
    ...(runnable && { suggestion: { label: `Run /fedodds ${near}`, command: `/fedodds ${near}` } }),
  });
}
