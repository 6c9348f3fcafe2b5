/** Our chances of one meeting under the names people give them: any cut, a hold, one range, one size, at or by. Measures only. */
import { type Day, monthsBefore } from '../calendar/day.ts';
import { directionOf, rangeText } from '../messages/fedodds-parts.ts';
import { shortDate } from '../messages/format.ts';
import { fits, type Quoted } from '../metrics/claimed-figure.ts';
import { chanceAbove, chanceBelow, chanceOf, stepDistribution } from '../metrics/fed-distribution.ts';
import { futuresDay } from '../metrics/fed-futures.ts';
import { fedOdds, type MeetingOdds } from '../metrics/fed-odds.ts';
import { type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import type { FedDay, MeetingView } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { indexAt } from '../metrics/series.ts';
import type { Asking } from './desk.ts';
import { wordsOf } from './odds-words.ts';

/** One of our chances with the words that name it. */
export interface Chance {
  readonly words: string;
  readonly receipt: Receipt<number>;
  readonly direction?: 'cut' | 'hike';
  /** A change over time, printed with its sign and in points. */
  readonly isChange?: boolean;
  /** The same chance of another day's odds of the meeting, `offset` moves between the two ranges in force. */
  of(figures: MeetingFigures, offset: number): number | undefined;
}

/** Every chance of the meeting a person may have seen, the headline first. */
export function chancesAt(figures: MeetingFigures): Chance[] {
  const first = directionOf(figures);
  const date = shortDate(figures.meeting, figures.odds.asOf);
  const two = first === 'cut' ? (['cut', 'hike'] as const) : (['hike', 'cut'] as const);
  return [
    ...two.flatMap((direction) => [anyMove(figures, direction, 'by'), anyMove(figures, direction, 'at')]),
    ...figures.ranges.map(({ lowerBp, upperBp, moves, receipt }) => ({
      ...ofRange(moves, receipt),
      words: `the range ${rangeText(lowerBp, upperBp)} after ${date}`,
    })),
    holding(figures),
  ];
}

/** The changes of the likelier side over a day, a week and a month, the month first. */
export function changesOf({ figures, rows }: MeetingView): Chance[] {
  const direction = directionOf(figures, rows);
  const names: Readonly<Record<string, string>> = { '1m': 'month', '1w': 'week', '1d': 'day' };
  return rows.toReversed().flatMap(({ lookBack, cutShift, hikeShift }) =>
    typeof lookBack === 'string'
      ? [
          {
            words: `the ${names[lookBack]}’s change of ${direction} by ${shortDate(figures.meeting, figures.odds.asOf)}`,
            receipt: direction === 'cut' ? cutShift : hikeShift,
            direction,
            isChange: true,
            of: () => undefined,
          },
        ]
      : [],
  );
}

function anyMove(figures: MeetingFigures, direction: 'cut' | 'hike', side: 'at' | 'by'): Chance {
  const date = shortDate(figures.meeting, figures.odds.asOf);
  const pick = (one: MeetingFigures) =>
    side === 'by' ? (direction === 'cut' ? one.cutBy : one.hikeBy) : direction === 'cut' ? one.cutAt : one.hikeAt;
  return {
    words: side === 'by' ? `${direction} by ${date}` : `${direction} at ${date} alone`,
    receipt: pick(figures),
    direction,
    of: (one, offset) => {
      if (side === 'at') return pick(one).value;
      const { distribution } = one.found;
      return direction === 'cut' ? chanceBelow(distribution, offset) : chanceAbove(distribution, offset);
    },
  };
}

function holding(figures: MeetingFigures): Chance {
  return {
    ...ofRange(0, figures.holdBy),
    words: `hold by ${shortDate(figures.meeting, figures.odds.asOf)}`,
  };
}

function ofRange(moves: number, receipt: Receipt<number>): Omit<Chance, 'words'> {
  return { receipt, of: ({ found }, offset) => chanceOf(found.distribution, moves + offset) };
}

/** The chance of exactly one size by the meeting: "50 bp cut by 18 Sep". */
export function sizeBy(figures: MeetingFigures, moves: number): Chance {
  const direction = moves < 0 ? 'cut' : 'hike';
  const words = `${Math.abs(moves) * 25}\u00a0bp ${direction} by ${shortDate(figures.meeting, figures.odds.asOf)}`;
  return { ...ofRange(moves, figures.rangeOf(moves)), words, direction };
}

/** The chance of exactly one size at that meeting alone, whatever came before it. */
export function sizeAt(figures: MeetingFigures, moves: number): Chance {
  const direction = moves < 0 ? 'cut' : 'hike';
  const chance = ({ own }: MeetingOdds) => chanceOf(stepDistribution(own.moves), moves);
  const { stepBp, found, meeting, odds } = figures;
  const signed = moves < 0 ? `−${-moves}` : String(moves);
  return {
    words: `${Math.abs(moves) * 25}\u00a0bp ${direction} at ${shortDate(meeting, odds.asOf)} alone`,
    direction,
    receipt: {
      ...stepBp,
      id: `fed.${meeting}.bin_at.${moves * 25}bp`,
      value: chance(found),
      unit: 'fraction',
      formula: `exactly(${signed}, ${stepBp.formula.replace('25 × ', '')})`,
    },
    of: (one) => chance(one.found),
  };
}

/** The side a size is meant on: named, else the likelier one. */
export function sideAsked({ question }: Pick<Asking, 'question'>, figures: MeetingFigures): 'cut' | 'hike' {
  const { word } = question.slots;
  return word === 'cut' || word === 'hike' ? word : directionOf(figures);
}

/** The chance the words name: of a size, of a hold, of a cut or hike, at that meeting where "at" is said; undefined where none is. */
export function chanceNamed(asking: Asking, figures: MeetingFigures, sizes: readonly number[]): Chance | undefined {
  const [size] = sizes;
  const { word } = asking.question.slots;
  const side = /\b(at (the|that|this) meeting|alone|itself|marginal)\b/.test(wordsOf(asking)) ? 'at' : 'by';
  if (size !== undefined) {
    const moves = (sideAsked(asking, figures) === 'cut' ? -1 : 1) * Math.round(size / 25);
    return side === 'at' ? sizeAt(figures, moves) : sizeBy(figures, moves);
  }
  if (word === 'hold') return holding(figures);
  return word === undefined ? undefined : anyMove(figures, word, side);
}

/** Days looked back for one on which the quoted figure was ours. */
const MONTHS_BACK = 3;

interface Sought {
  readonly chance: Chance;
  readonly quoted: Quoted;
}

/** The latest day of the three months before on which the same chance rounded to the quoted figure. */
export function earlierDay(
  day: FedDay,
  { odds, meeting }: MeetingFigures,
  { chance, quoted }: Sought,
): { readonly day: Day; readonly receipt: Receipt<number> } | undefined {
  const { futures, calendar } = day;
  const from = monthsBefore(odds.asOf, MONTHS_BACK);
  for (let row = indexAt(futures.dates, odds.asOf) - 1; row >= 0 && (futures.dates[row] ?? '') >= from; row--) {
    const then = futuresDay(futures, row);
    const before = then && fedOdds(calendar, then);
    const figures = before && meetingFigures(before, meeting);
    const value = figures && chance.of(figures, (odds.range.upperBp - before.range.upperBp) / 25);
    if (!before || value === undefined || !fits(value, quoted)) continue;
    const { id, unit, basis, sources } = chance.receipt;
    const inputs = [{ name: 'chance', series: id, date: before.asOf, value }];
    return {
      day: before.asOf,
      receipt: {
        id: `${id}.on.${before.asOf}`,
        value,
        unit,
        asOf: before.asOf,
        basis,
        formula: 'chance',
        inputs,
        sources,
      },
    };
  }
  return undefined;
}
