/** What one tick in each contract does to a meeting's odds. Pure: the day is priced again with one price moved. */

import type { Month } from '../calendar/month.ts';
import { anchorMonths } from './fed-anchors.ts';
import { contractPrice, type FuturesDay, fedContract, futuresDay } from './fed-futures.ts';
import { type FedCalendar, fedOdds } from './fed-odds.ts';
import { type MeetingFigures, meetingFigures, pathProof } from './fed-receipts.ts';
import { pathTo } from './fed-shifts.ts';
import type { Receipt } from './receipt.ts';

/** The exchange's minimum steps: a quarter basis point in the nearest month, half a basis point in later ones. */
const TICK = { nearest: 0.0025, later: 0.005 };

export interface TickEffect {
  readonly month: Month;
  readonly contract: string;
  readonly price: number;
  readonly tick: number;
  /** Change of the chance of a cut by the meeting when the price is one tick lower, fraction. */
  readonly cutBy: Receipt<number>;
  readonly hikeBy: Receipt<number>;
  /** The same in the expected move, bp. */
  readonly expectedBp: Receipt<number>;
}

/** One row a contract that the meeting's odds read on that day; months already over cannot move any more. */
export function tickEffects(calendar: FedCalendar, figures: MeetingFigures): TickEffect[] {
  const { day, rule } = figures.odds;
  const path = pathTo(figures.odds, figures.found);
  const months = new Set(path.flatMap(({ start, end }) => [...anchorMonths(start), ...anchorMonths(end)]));
  return [...months]
    .sort((a, b) => a - b)
    .flatMap((month) => {
      const price = contractPrice(day, month);
      if (!price || month < day.month) return [];
      const tick = month === day.month ? TICK.nearest : TICK.later;
      const moved = fedOdds(calendar, withPrice(day, month, price.price - tick), rule);
      const after = moved && meetingFigures(moved, figures.meeting);
      if (!after) return [];
      const contract = fedContract(month);
      const effect = effectMaker(figures, after, contract);
      return [
        {
          month,
          contract,
          price: price.price,
          tick,
          cutBy: effect('cutBy'),
          hikeBy: effect('hikeBy'),
          expectedBp: effect('expectedBp'),
        },
      ];
    });
}

function effectMaker(before: MeetingFigures, after: MeetingFigures, contract: string) {
  const proof = pathProof(before.odds, pathTo(before.odds, before.found));
  return (name: 'cutBy' | 'hikeBy' | 'expectedBp'): Receipt<number> => {
    const { id, unit, asOf } = before[name];
    return {
      ...proof,
      id: `${id}.tick.${contract}`,
      value: after[name].value - before[name].value,
      unit,
      formula: 'one tick lower − as priced',
      inputs: [
        { name: 'one tick lower', series: id, date: asOf, value: after[name].value },
        { name: 'as priced', series: id, date: asOf, value: before[name].value },
      ],
    };
  };
}

/** The same day alone, one price replaced. */
function withPrice({ futures, row, date }: FuturesDay, month: Month, price: number): FuturesDay {
  const begin = futures.offset[row] ?? 0;
  const end = futures.offset[row + 1] ?? begin;
  const first = futures.firstMonth[row] ?? 0;
  const prices = futures.price.slice(begin, end);
  prices[month - first] = price;
  const alone = {
    ...futures,
    dates: [date],
    firstMonth: Int32Array.of(first),
    offset: Int32Array.of(0, end - begin),
    price: prices,
    kind: futures.kind.slice(begin, end),
    thinFrom: Int32Array.of(futures.thinFrom[row] ?? 0),
  };
  const day = futuresDay(alone, 0);
  if (!day) throw new RangeError(`no futures day ${date}`);
  return day;
}
