/** Weekly money fund totals a person brought, kept between starts, and the print they make on a day. It fills no week. */
import { z } from 'zod';
import { addDays, type Day, daysBetween } from '../../calendar/day.ts';
import type { MacroPoint, MacroPrint } from '../../metrics/backdrop.ts';
import type { KeyValueStore } from '../key-value.ts';

const KEY = 'money/ICI';
/** A total older than this is nobody's latest. */
const OLDEST_DAYS = 14;

const Kept = z.object({ at: z.string(), points: z.array(z.object({ period: z.string(), value: z.number() })) });

/** Totals by week, ascending, and when they were brought or written (ISO instant). */
export interface MoneyWeeks {
  readonly modifiedAt: string;
  readonly points: readonly MacroPoint[];
}

/** What was brought so far; undefined when nothing was. */
export async function keptMoneyWeeks(store: KeyValueStore): Promise<MoneyWeeks | undefined> {
  const text = await store.get(KEY);
  if (text === undefined) return undefined;
  const { at, points } = Kept.parse(JSON.parse(text));
  return { modifiedAt: at, points };
}

/** Keeps the weeks beside the ones held; a week brought again is replaced. Returns how many are held now. */
export async function addMoneyWeeks(
  store: KeyValueStore,
  brought: readonly MacroPoint[],
  now: Temporal.Instant,
): Promise<number> {
  const held = (await keptMoneyWeeks(store))?.points ?? [];
  const byWeek = new Map([...held, ...brought].map(({ period, value }) => [period, value]));
  const points = [...byWeek]
    .map(([period, value]) => ({ period, value }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  await store.set(KEY, JSON.stringify({ at: now.toString({ smallestUnit: 'second' }), points }));
  return points.length;
}

/** The last total known on `asOf`, with the record known then; totals of a week to Wednesday are out on Thursday. */
export function moneyPrint(weeks: MoneyWeeks | undefined, asOf: Day): MacroPrint[] {
  const known = weeks?.points.filter(({ period }) => addDays(period, 1) <= asOf) ?? [];
  const [previous, last] = known.slice(-2);
  if (weeks === undefined || previous === undefined || last === undefined) return [];
  if (daysBetween(last.period, asOf) > OLDEST_DAYS) return [];
  const record = known.reduce((highest, one) => (one.value > highest.value ? one : highest), last);
  const source = { publisher: 'ICI', series: 'MMF', fetchedAt: weeks.modifiedAt, sample: false };
  return [{ ...last, id: 'MMF', released: addDays(last.period, 1), source, previous, record, history: known }];
}
