/** Whether a live economic series is as new as its calendar says, and whether its next release day is known. Pure; it guesses no day. */
import { addDays, type Day, newYorkTime, weekday } from '../calendar/day.ts';
import { isSession } from '../calendar/nyse.ts';
import { lastReleaseOn, nextReleaseOn } from '../calendar/releases.ts';
import type { MacroId, MacroPrint } from '../metrics/backdrop.ts';
import { nextGdpDay } from '../metrics/release-dates.ts';
import { expectedPeriod } from './freshness.ts';

const WEDNESDAY = 3;
/** Two hours after a release at 8:30. */
const OUT_FROM = '10:30';
/** Out on a rule of the week or the day. */
const BY_RULE: ReadonlySet<MacroId> = new Set(['ICSA', 'IC4WSA', 'DGS2', 'DGS10', 'MMF']);
const LISTED: Readonly<Partial<Record<MacroId, string>>> = { RSAFS: 'retail sales', UNRATE: 'jobs report' };

export interface Moment {
  /** The day of the answer: no print of a later period is in it. */
  readonly asOf: Day;
  /** Now for today's answer, the evening of the day for a past one. */
  readonly at: Temporal.Instant;
}

/** The print with the period that should be out by then, when it is a newer one, and without a known next release said so. */
export function withSchedule(print: MacroPrint, moment: Moment): MacroPrint {
  const expected = expectedBy(print.id, moment);
  return {
    ...print,
    ...(expected !== undefined && print.period < expected && { overdue: expected }),
    ...(!isNextKnown(print.id, moment.asOf) && { nextUnknown: true }),
  };
}

/** The last minute of the day in New York. */
export function eveningOf(day: Day): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${day}T23:59`).toZonedDateTime('America/New_York').toInstant();
}

/** A period after the day of the answer cannot be in it, so the day's own evening decides then. */
function expectedBy(id: MacroId, { asOf, at }: Moment): Day | undefined {
  const expected = expectedAt(id, at);
  return expected !== undefined && expected > asOf ? expectedAt(id, eveningOf(asOf)) : expected;
}

function expectedAt(id: MacroId, at: Temporal.Instant): Day | undefined {
  if (id === 'MMF') return expectedMoneyWeek(newYorkTime(at).day);
  const expected = expectedPeriod(id === 'MMF_MONTH' ? 'MMF-MMF_TOT-M' : id, at);
  const listed = expectedMonth(id, at);
  return expected !== undefined && listed !== undefined && listed > expected ? listed : expected;
}

/** The month before the last listed release, which is out on the day itself from 10:30 on. */
function expectedMonth(id: MacroId, at: Temporal.Instant): Day | undefined {
  const { day, time } = newYorkTime(at);
  const name = LISTED[id];
  const released = name === undefined ? undefined : lastReleaseOn(name, time >= OUT_FROM ? day : addDays(day, -1));
  if (released === undefined) return undefined;
  return `${Temporal.PlainDate.from(released).toPlainYearMonth().subtract({ months: 1 })}-01`;
}

/** Totals of a week to Wednesday are out on Thursday, on the next open day when that is a holiday; due once it is over. */
function expectedMoneyWeek(today: Day): Day {
  const wednesday = addDays(today, -((weekday(today) - WEDNESDAY + 7) % 7));
  return today > openDay(addDays(wednesday, 1)) ? wednesday : addDays(wednesday, -7);
}

function openDay(day: Day): Day {
  return isSession(day) ? day : openDay(addDays(day, 1));
}

function isNextKnown(id: MacroId, asOf: Day): boolean {
  if (BY_RULE.has(id)) return true;
  if (id === 'GDPC1') return nextGdpDay(asOf) !== undefined;
  const name = LISTED[id];
  return name !== undefined && nextReleaseOn(name, asOf) !== undefined;
}
