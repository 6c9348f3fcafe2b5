/** What the words that pick from an answer ask: the question before with another row, day, end or pair. Pure. */
import { type Day, yearOf } from '../calendar/day.ts';
import type { Before } from './chain.ts';
import { lasting } from './follow-up.ts';
import { fieldOf } from './post-question.ts';
import type { Question, Slots } from './question.ts';

/** The words that pick and the values beside them. */
export interface Words {
  readonly text: string;
  readonly slots: Slots;
  readonly today: Day;
}

export const BARE: Slots = { figures: [], chart: false, bearish: false, fromHigh: false };
export const ROW =
  /^(?:(?:what|who|which|whos|whats|how|show|give)(?: me| is| was| are| comes?| about| firm)* )?(?:the )?(?:(?:number|no|#) ?(\d)|(2nd|second|3rd|third|4th|fourth|5th|fifth|next|runner up|one (?:after|below|behind)(?: (?:that|it|him))?))(?: (?:one|place|placed|fastest|slowest|quickest|best|most|biggest|largest|longest|highest|lowest|bullish|bearish|in line|on (?:the|that) list|down|after (?:that|it)))*$/;
const AT = { '2': 2, s: 2, '3': 3, t: 3, '4': 4, fo: 4, '5': 5, fi: 5 } as const;

/** The question before with other values, without what was picked of it before. */
export function withSlots({ kind, slots }: Question, more: Partial<Slots>): Question {
  return { kind, slots: { ...lasting(slots), ...more, chart: false } };
}

export function indexOf({ index }: Slots): Partial<Slots> {
  return index === undefined ? {} : { index };
}

/** The gap at its widest in the year that is told; other windows have no such list. */
export function widest({ question, told, earlier }: Before, { text, today }: Words): Question | undefined {
  const { window = 'ytd', asOf, benchmark, superlative } = question.slots;
  if (question.kind === 'extreme') return superlative?.ask === 'running' ? question : undefined;
  const wholeYear = typeof window === 'object' && window.since.endsWith('-12-31');
  if ((window !== 'ytd' && !wholeYear) || (question.kind === 'base' && earlier[0]?.kind !== 'lag')) return undefined;
  const side = /\b(lead|ahead)\b/.test(text) ? 'high' : /\b(lag|behind)\b/.test(text) ? 'low' : (told?.side ?? 'low');
  return {
    kind: 'extreme',
    slots: {
      ...BARE,
      superlative: { ask: 'running', length: 'year', side, of: 'gap' },
      window: 'ytd',
      ...(wholeYear && { span: true }),
      // "Ever" after a gap of this year is asked of this year; the answer tells of all years beside it.
      ...(/\b(on record|in history|of all time|all time)\b/.test(text)
        ? { longest: true }
        : { year: yearOf(asOf ?? today) }),
      ...(asOf && { asOf }),
      ...(benchmark && { benchmark }),
    },
  };
}

/** "second", "next", "number 3" of the list above. */
export function rowAsked({ question }: Before, { text, slots }: Words): Question {
  const [, digit, word = ''] = ROW.exec(text) ?? [];
  const named = Object.entries(AT).find(([start]) => (digit ?? word).startsWith(start))?.[1];
  const row =
    digit !== undefined ? Number(digit) : (named ?? (word === 'runner up' ? 2 : (question.slots.row ?? 1) + 1));
  return withSlots(question, { row, ...(slots.bearish && { bearish: true }) });
}

/** "without the lowest": the firm at that end of the list above, beside those left out before. */
export function withoutEnd({ question, told }: Before, { text }: Words): Question | undefined {
  const firms = told?.firms ?? [];
  const [top, bottom] = question.slots.bearish ? [firms.at(-1), firms[0]] : [firms[0], firms.at(-1)];
  const out = /extremes|outliers|ends|\band\b/.test(text)
    ? [top, bottom]
    : /\b(lowest|bottom|low|bear|bearish|smallest|min)\b/.test(text)
      ? [bottom]
      : /\b(highest|top|high|bull|bullish|biggest|max)\b/.test(text)
        ? [top]
        : [];
  const named = out.filter((firm) => firm !== undefined);
  return named.length === 0
    ? undefined
    : withSlots(question, { without: [...(question.slots.without ?? []), ...named] });
}

/** "Which is further": two calls of the thread side by side, else the difference of two figures. */
export function bigger(before: Before, said: Words): Question | undefined {
  const { kind } = before.question;
  if (kind === 'ranking') return turned(before, said);
  return fieldOf(kind) === 'targets' ? bothFirms(before, said) : difference(before);
}

/** The firm of the last answer and the other firm told before it. */
function bothFirms({ question, earlier }: Before, { text }: Words): Question | undefined {
  const own = firmOf(question);
  const other = earlier.find((one) => fieldOf(one.kind) === 'targets' && firmOf(one) !== own);
  const [firm, beside] = [own, other && firmOf(other)];
  const index = question.slots.found?.index ?? question.slots.index;
  if (firm === undefined || beside === undefined) return undefined;
  const bearish = /\b(closer|nearer|lower|bearish)\b/.test(text);
  const calls = [question, other].flatMap((one) => one?.slots.found?.call ?? []);
  const only = calls.length === 2 ? { calls } : {};
  return { kind: 'ranking', slots: { ...BARE, firms: [firm, beside], bearish, ...only, ...(index && { index }) } };
}

function firmOf({ slots }: Question): string | undefined {
  return slots.found?.firm ?? slots.firm;
}

/** The same two the other way round: "who is closer". */
function turned({ question }: Before, { text }: Words): Question | undefined {
  return question.slots.calls
    ? withSlots(question, { calls: question.slots.calls, bearish: /\b(closer|nearer|lower|bearish)\b/.test(text) })
    : undefined;
}

/** The last figure less the one before it of the same kind; the later day less the earlier one where days differ. */
export function difference({ question, earlier }: Before): Question | undefined {
  if (question.kind === 'difference') return question;
  const { calls = [] } = question.slots;
  const compared = earlier.filter(({ kind, slots }) => kind === 'target' && calls.includes(slots.found?.call ?? -1));
  const [own, other] =
    question.kind === 'ranking' ? compared : [question, earlier[0]?.slots.between?.at(-1) ?? earlier[0]];
  return own && other?.kind === own.kind
    ? { kind: 'difference', slots: { ...BARE, between: [other, own].map(plain) } }
    : undefined;
}

/** A question as it stands in another one: without what it was a difference of. */
function plain({ kind, slots: { between: _between, ...slots } }: Question): Question {
  return { kind, slots };
}

/** The calendar year of the day told above, whole. */
export function ofYear(day: Day, before: Slots, { slots: now, today }: Words): Question {
  const year = yearOf(day);
  const benchmark = now.benchmark ?? before.benchmark;
  const named = benchmark && { benchmark };
  if (year === yearOf(today)) return { kind: 'lag', slots: { ...BARE, window: 'ytd', ...named } };
  return {
    kind: 'lag',
    slots: {
      ...BARE,
      window: { since: `${year - 1}-12-31` },
      asOf: `${year}-12-31`,
      span: true,
      ...named,
    },
  };
}

/** What moved since the earlier day that was told, alone or in a difference. */
export function sinceThen({ question: { slots } }: Before): Question | undefined {
  const {
    meeting,
    month,
    word,
    asOf: since,
  } = (slots.between ?? []).map((one) => one.slots).find(({ asOf }) => asOf) ?? slots;
  if (since === undefined) return undefined;
  const named = {
    ...BARE,
    since,
    ...(meeting && { meeting }),
    ...(month !== undefined && { month }),
    ...(word && { word }),
  };
  return { kind: 'odds-why', slots: named };
}
