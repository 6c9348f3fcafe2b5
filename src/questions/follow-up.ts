/** A question that leans on the one before: "same for june", "vs tech", "no, i meant may", "and the year before". Pure. */
import { addDays, type Day, monthsBefore, yearOf } from '../calendar/day.ts';
import { fieldOf } from './post-question.ts';
import type { Kind, Question, Slots } from './question.ts';
import { residue } from './residue.ts';
import type { Concept } from './words-lexicon.ts';

/** What the text brings beside the values. */
export interface Said {
  readonly text: string;
  readonly slots: Slots;
  readonly concepts: ReadonlySet<Concept>;
}

const DRAWN: readonly Kind[] = ['lag', 'highs', 'after', 'recovery', 'fed-path', 'odds-history', 'macro'];
const WINDOWED: readonly Kind[] = ['lag', 'base', 'breadth', 'needed', 'extreme'];
const COMPARED: readonly Kind[] = ['lag', 'base', 'streak', 'gap-rank', 'extreme', 'needed', 'ratio'];
/** Answers that a bare "when was that?" or "n?" asks more of: the day is in them. */
const DATED: readonly Kind[] = [
  'highs',
  'recovery',
  'extreme',
  'streak',
  'after',
  'survey-after',
  'odds-history',
  'calibration',
];

/** Whether the text says nothing of its own but values for the question before. */
export function leansOn({ kind }: Question, { text, slots, concepts }: Said): boolean {
  if (concepts.has('sample')) return DATED.includes(kind);
  if (BEFORE.test(text)) return residue(text.replace(BEFORE, ' ')) === '';
  if (!hasValue(slots)) return false;
  if (slots.benchmark === 'RSP' && !/\b(vs|versus|against)\b/.test(text)) return false;
  if (/^(same|ditto)\b/.test(text)) return true;
  return residue(text) === '' && !startsAnew({ text, slots, concepts });
}

/** Short texts that are whole questions of their own for all their lack of a verb. */
function startsAnew({ text, slots, concepts }: Said): boolean {
  if (/^(whats?|what is) /.test(text) && concepts.has('term')) return true;
  if (concepts.has('why') || concepts.has('alert') || concepts.has('stop')) return true;
  if (concepts.has('atby') || concepts.has('base') || concepts.has('asof') || concepts.has('contract')) return true;
  // "how many cuts", "odds for june": the words of another kind beside the value.
  return (
    /\b(how many|odds|chances?|probability|cuts|hikes)\b/.test(text) &&
    slots.figures.length === 0 &&
    !/^(and|what about|how about|same|no|sorry|actually)\b/.test(text)
  );
}

/** Values that a text can bring to the question before. */
const VALUES: readonly (keyof Slots)[] = [
  ...(['window', 'period', 'turning', 'sinceMeeting', 'since', 'asOf', 'month', 'meeting', 'year'] as const),
  ...(['benchmark', 'index', 'firm', 'macro', 'word', 'without', 'table', 'points', 'order'] as const),
];

function hasValue(slots: Slots): boolean {
  return VALUES.some((value) => slots[value] !== undefined) || slots.figures.length > 0 || slots.chart;
}

const BEFORE = /\b(?:the )?(year|quarter|month|week|day) (before|earlier|prior|previous)( that)?\b/;

/** The question before with the parts named now in place of its own. */
export function followUp({ kind, slots: all }: Question, { text, slots }: Said, today: Day): Question {
  const before = lasting(all);
  const earlier = BEFORE.exec(text)?.[1];
  if (earlier !== undefined && !hasValue({ ...slots, chart: false }))
    return { kind, slots: stepped(before, { unit: earlier, today, fed: fieldOf(kind) === 'fed' }) };
  const next = followUpKind(kind, slots);
  const figures = slots.figures.length > 0 ? slots.figures : kind === next ? before.figures : [];
  return {
    kind: next,
    slots: {
      ...kept(before, slots),
      ...slots,
      ...sized(next, slots),
      figures,
      ...(next === 'needed' && before.fromHigh && { fromHigh: true }),
    },
  };
}

/** What was picked from one answer goes with it. */
export function lasting({
  row: _r,
  calls: _c,
  longest: _l,
  quote: _q,
  vintage: _v,
  onDay: _d,
  between: _b,
  ...slots
}: Slots): Slots {
  return slots;
}

/** A bare "100?" after odds of a size is basis points. */
function sized(kind: Kind, { figures }: Slots): Partial<Slots> {
  return kind === 'odds-size' && figures.length > 0 ? { figures } : {};
}

/** Parts of the question before that the new ones do not take the place of. */
function kept(before: Slots, now: Slots): Slots {
  const time = [now.window, now.period, now.turning, now.sinceMeeting, now.since].some((value) => value !== undefined);
  const {
    window: _w,
    period: _p,
    turning: _t,
    sinceMeeting: _m,
    since: _s,
    span: _n,
    superlative: _u,
    ...rest
  } = before;
  const { asOf, meeting: _g, month: _o, year: _y, ...others } = rest;
  const base =
    now.meeting === undefined && now.month === undefined ? rest : { ...others, ...(asOf !== undefined && { asOf }) };
  if (!time) return { ...before, ...base, ...(now.meeting !== undefined && { meeting: now.meeting }) };
  // The end of a stretch goes with its beginning.
  const { asOf: end, ...open } = base;
  const same = { ...open, ...(before.superlative && { superlative: before.superlative }) };
  return before.span || end === undefined ? same : { ...same, asOf: end };
}

interface Step {
  readonly unit: string;
  readonly today: Day;
  readonly fed: boolean;
}

/** One year, month, week or day earlier: a stretch moves as a whole, anything else by its day. */
function stepped(before: Slots, { unit, today, fed }: Step): Slots {
  const { window, asOf, span } = before;
  if (span && typeof window === 'object') {
    const { asOf: _end, ...rest } = before;
    return { ...rest, window: { since: earlier(window.since, unit) }, asOf: earlier(asOf ?? today, unit), span: true };
  }
  if (!fed && unit === 'year' && asOf === undefined && (window === undefined || window === 'ytd')) {
    const year = yearOf(today) - 1;
    return { ...before, window: { since: `${year - 1}-12-31` }, asOf: `${year}-12-31`, span: true };
  }
  return { ...before, asOf: earlier(asOf ?? today, unit) };
}

/** Ends of months stay ends of months. */
function earlier(day: Day, unit: string): Day {
  if (unit === 'day' || unit === 'week') return addDays(day, unit === 'day' ? -1 : -7);
  const count = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1;
  const ends = addDays(day, 1).endsWith('-01');
  return ends ? addDays(monthsBefore(addDays(day, 1), count), -1) : monthsBefore(day, count);
}

/** A kind that has no use for the part named gives way to the plain one of its field. */
function followUpKind(kind: Kind, slots: Slots): Kind {
  const field = fieldOf(kind);
  if (slots.chart && !DRAWN.includes(kind)) return drawnKind(kind);
  if (slots.macro !== undefined) return 'macro';
  if (slots.firm !== undefined && field !== 'targets' && kind !== 'source') return 'target';
  if (kind === 'ranking' || kind === 'consensus') return listedKind(kind, slots);
  if (slots.benchmark !== undefined && !COMPARED.includes(kind)) return 'lag';
  if (
    (slots.window ?? slots.turning ?? slots.period) !== undefined &&
    field === 'smallcaps' &&
    !WINDOWED.includes(kind)
  )
    return 'lag';
  if (field === 'smallcaps' && slots.word !== undefined) return 'odds';
  if (kind === 'odds' && slots.figures.length > 0) return 'odds-size';
  return kind === 'challenge-odds' && slots.figures.length === 0 ? 'odds' : kind;
}

/** One firm, one figure or points single out a call of a list. */
function listedKind(kind: 'ranking' | 'consensus', { firm, firms, points, figures }: Slots): Kind {
  const one = figures.some(({ value, unit }) => unit === 'percent' || value < 100);
  if (firms !== undefined) return 'ranking';
  return firm !== undefined || (kind === 'ranking' && (points !== undefined || one)) ? 'target' : kind;
}

function drawnKind(kind: Kind): Kind {
  if (fieldOf(kind) === 'fed') return 'odds-history';
  if (kind === 'alert' || fieldOf(kind) === 'targets' || fieldOf(kind) === 'survey') return kind;
  return kind === 'challenge-price' || kind === 'needed' ? 'highs' : 'lag';
}
