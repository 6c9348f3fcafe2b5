/** Readings of alerts on odds and on calls: see alerts-reading for those on closes. Pure. */
import type { CallsRule, OddsMoveRule, OddsRule } from './alerts.ts';
import { type AlertData, isPast, type Look, type NoReading, type Reading } from './alerts-look.ts';
import { futuresDay } from './fed-futures.ts';
import { fedOdds } from './fed-odds.ts';
import { meetingFigures } from './fed-receipts.ts';
import type { FedDay } from './fed-views.ts';
import type { Receipt } from './receipt.ts';
import { indexOf } from './series.ts';

/** Odds of one outcome at a meeting, or their change over so many futures days. */
export function oddsReading(rule: OddsRule | OddsMoveRule, fed: FedDay): Reading | NoReading {
  const figures = meetingFigures(fed.odds, rule.meeting);
  if (!figures) return { why: `the prices of ${fed.odds.asOf} do not reach that meeting` };
  const now = rule.word === 'cut' ? figures.cutBy : rule.word === 'hike' ? figures.hikeBy : figures.holdBy;
  const details = [figures.cutBy, figures.holdBy, figures.hikeBy].filter(({ id }) => id !== now.id);
  if (rule.kind === 'odds') {
    const back = rule.side === 'below' ? 'above' : 'below';
    return {
      asOf: fed.odds.asOf,
      figure: now,
      past: isPast(now.value, rule.side, rule.threshold),
      clear: isPast(now.value, back, rule.rearm),
      details,
      fed,
    };
  }
  return moveReading(rule, fed, { now, details });
}

/** The change over so many futures days, same meeting; the range in force must be the same one. */
function moveReading(
  rule: OddsMoveRule,
  fed: FedDay,
  { now, details }: { now: Receipt<number>; details: Receipt<number>[] },
): Reading | NoReading {
  const row = indexOf(fed.futures.dates, fed.odds.asOf) - rule.sessions;
  const day = futuresDay(fed.futures, row);
  const odds = day && fedOdds(fed.calendar, day);
  const then = odds && meetingFigures(odds, rule.meeting);
  if (!then || !odds) return { why: `no odds of that meeting ${rule.sessions} days back` };
  if (odds.range.upperBp !== fed.odds.range.upperBp) return { why: 'the target range changed in between' };
  const before = rule.word === 'cut' ? then.cutBy : rule.word === 'hike' ? then.hikeBy : then.holdBy;
  const input = (name: string, one: Receipt<number>) => ({ name, series: one.id, date: one.asOf, value: one.value });
  const figure: Receipt<number> = {
    ...now,
    id: `${now.id}.change.${rule.sessions}d`,
    value: now.value - before.value,
    formula: 'odds − odds(before)',
    inputs: [input('odds', now), input('odds(before)', before)],
  };
  const size = Math.abs(figure.value);
  return {
    asOf: fed.odds.asOf,
    figure,
    past: size > rule.threshold,
    clear: size < rule.rearm,
    details: [now, ...details],
    fed,
  };
}

/** Changes of calls and surveys after the last look, each once, whatever day the entry bears. */
export function callsReading(
  { what }: CallsRule,
  { session, calls, now }: AlertData,
  since: Look,
): Reading | NoReading {
  const span = since.at !== undefined && now !== undefined ? { last: since.at, now } : undefined;
  const read = calls?.(since.session, span);
  if (!read) return { why: 'no list of calls is kept' };
  if (!read.ok) return { why: read.why };
  const wanted = read.value.filter(
    (change) => what === change.kind || (what === 'any' && change.kind !== 'flip' && change.kind !== 'reading'),
  );
  const figure: Receipt<number> = {
    id: `calls.changes.${what}`,
    value: wanted.length,
    unit: 'count',
    asOf: session,
    basis: 'ledger of calls',
    formula: wanted.length === 0 ? '0' : 'count(change)',
    inputs: wanted.map((_, index) => ({ name: 'change', series: 'ledger', date: session, value: index + 1 })),
    sources: [],
  };
  const past = wanted.length > 0;
  return {
    asOf: session,
    figure,
    past,
    clear: !past,
    details: wanted.flatMap(({ numbers }) => [...numbers]),
    lines: wanted.map(({ line }) => line),
  };
}
