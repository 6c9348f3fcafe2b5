/** The days a question is about: a stretch becomes the window of a question about prices, a month gone by the day of odds. Pure. */
import type { Day } from '../calendar/day.ts';
import { fieldOf } from './post-question.ts';
import type { Kind, Question, Slots } from './question.ts';
import { monthPeriod } from './slots-periods.ts';

/** Kinds that are told over a window of prices. */
export const OF_PRICES: readonly Kind[] = ['lag', 'base', 'breadth', 'extreme', 'challenge-price', 'needed', 'records'];
/** A month is a stretch of days for these where nothing else is. */
const OF_MONTHS: readonly Kind[] = ['lag', 'base', 'breadth'];

/** The post itself is asked about on its own day; the length of a superlative ("one day", "month") is no window. */
function trimmed(kind: Kind, slots: Slots, text: string): Slots {
  // "From 1 january or 31 december" names two bases, not the day to answer for.
  const offered = kind === 'base' && (/ or /.test(text) || isYearsEdge(slots.asOf));
  const dueThen = OF_CALLS.includes(kind) && isYearWritten(slots.asOf, text);
  if (dueThen || kind === 'as-of' || kind === 'formula' || kind === 'define' || offered) {
    const { asOf: _asOf, ...rest } = slots;
    return rest;
  }
  const { window, ...rest } = slots;
  return kind === 'extreme' && (window === '1d' || window === '1m' || window === '1y') ? rest : slots;
}

/** Questions in which "dec 24" is the end of a year, not a day of December. */
const OF_CALLS: readonly Kind[] = ['horizon', 'consensus', 'ranking', 'target', 'track-record'];

function isYearWritten(day: Day | undefined, text: string): boolean {
  const [, year] = /\bdec(?:ember)? (2\d)\b/.exec(text) ?? [];
  return year !== undefined && day?.endsWith(`-12-${year}`) === true;
}

/** A day about New Year's, in a question about the base: the base that somebody supposes, not the day to answer for. */
function isYearsEdge(day: Day | undefined): boolean {
  return day !== undefined && /-(12-(2[89]|3[01])|01-0[1-4])$/.test(day);
}

/** Odds between two days are the line from the one to the other. */
export function spanned({ kind, slots }: Question, text: string): Question {
  const { period, ...rest } = slots;
  if (kind !== 'odds' || period?.to === undefined || !/\d.* (and|to|until|till|through|-) .*\d/.test(text))
    return { kind, slots };
  return { kind: 'odds-history', slots: { ...rest, since: period.since, asOf: period.to } };
}

/** "How bad was friday": one day named is asked for itself, not the year up to it. */
function dayItself({ kind, slots }: Question, text: string): boolean {
  const { window, period, turning, sinceMeeting, since, asOf } = slots;
  const open = (window ?? period ?? turning ?? sinceMeeting ?? since) === undefined;
  return (
    kind === 'lag' &&
    open &&
    asOf !== undefined &&
    /\b(how|what) .*\b(did|do|done|was|were|went)\b.*\b(yesterday|(mon|tues|wednes|thurs|fri)day)\b|\b(how|what) .*\b(did|do)\b.* on (the )?\d/.test(
      text,
    ) &&
    !/\b(gap|spread|behind|ahead|lag\w*|lead|year|ytd|stand|difference|level|close)\b/.test(text)
  );
}

/** A stretch of days becomes the window of a question about prices; odds of a past month are told at its end. */
export function timed(asked: Question, text: string, today: Day): Slots {
  const { kind } = asked;
  const slots: Slots = dayItself(asked, text) ? { ...asked.slots, window: '1d' } : asked.slots;
  const { period, ...rest } = trimmed(kind, slots, text);
  const month =
    OF_MONTHS.includes(kind) &&
    rest.window === undefined &&
    rest.turning === undefined &&
    rest.sinceMeeting === undefined;
  const stretch = period ?? (month && rest.month !== undefined ? monthPeriod(text, today) : undefined);
  if (stretch && OF_PRICES.includes(kind)) {
    const { meeting: _meeting, month: _month, ...others } = rest;
    return {
      ...others,
      window: { since: stretch.since },
      span: true,
      ...(stretch.to !== undefined && { asOf: stretch.to }),
    };
  }
  const past =
    /\b(was|were|had) .{0,20}\bpriced\b.*\bin (\w+)|\bback in\b/.test(text) && fieldOf(kind) === 'fed'
      ? monthPeriod(text, today)
      : undefined;
  if (past?.to !== undefined) {
    const { meeting: _meeting, month: _month, ...others } = rest;
    return { ...others, asOf: past.to };
  }
  return rest;
}
