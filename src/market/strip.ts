/** Keeps every day's fed funds strip, since expired months vanish from their source, and cuts a day where its prices get thin. */
import { z } from 'zod';
import { type Day, yearOf } from '../calendar/day.ts';
import { type Month, monthOf } from '../calendar/month.ts';
import type { QuotedContract } from '../metrics/fed-futures.ts';
import type { ContractBars } from './futures.ts';
import type { KeyValueStore } from './key-value.ts';

const Price = z.object({ month: z.number(), price: z.number(), volume: z.number().optional(), publisher: z.string() });
const Year = z.record(z.string(), z.array(Price));
type Year = z.infer<typeof Year>;
type StripPrice = Readonly<z.infer<typeof Price>>;

export interface StripArchive {
  /** The last day that holds a strip; undefined before the first. */
  lastDay(): Promise<Day | undefined>;
  /** Adds prices by day and month. A price once kept stays, unless `replaces` says that the exchange's own file speaks. */
  add(prices: readonly DatedPrice[], replaces: boolean): Promise<void>;
  /** Quotes of every kept day up to `asOf`, thin months cut off. */
  quotes(asOf: Day): Promise<QuotedContract[]>;
}

export interface DatedPrice extends StripPrice {
  readonly date: Day;
}

/** Years before this hold no strips. */
const FIRST_YEAR = 2026;

/** Strips over a store: one text a year. */
export function createStripArchive(store: KeyValueStore): StripArchive {
  const read = async (year: number): Promise<Year> => {
    const text = await store.get(keyOf(year));
    return text === undefined ? {} : Year.parse(JSON.parse(text));
  };
  const days = async (asOf: Day) => {
    const years = Array.from({ length: Math.max(0, yearOf(asOf) - FIRST_YEAR + 1) }, (_, index) => FIRST_YEAR + index);
    const strips = await Promise.all(years.map(read));
    return strips.flatMap((year) => Object.entries(year)).filter(([day]) => day <= asOf);
  };
  return {
    lastDay: async () =>
      (await days('2100-12-31'))
        .map(([day]) => day)
        .sort()
        .at(-1),
    async add(prices, replaces) {
      const byYear = Map.groupBy(prices, ({ date }) => Math.max(yearOf(date), FIRST_YEAR));
      for (const [year, added] of byYear) {
        const kept = await read(year);
        for (const { date, ...price } of added) kept[date] = withPrice(kept[date] ?? [], price, replaces);
        await store.set(keyOf(year), JSON.stringify(kept));
      }
    },
    async quotes(asOf) {
      return (await days(asOf)).flatMap(([date, strip]) =>
        untilThin(strip, date).map(({ month, price }) => ({ month, date, price, kind: 'settlement' as const })),
      );
    },
  };
}

/** The day's prices of one contract, as rows of the archive. */
export function stripPrices({ month, bars }: ContractBars, publisher: string): DatedPrice[] {
  return bars.map(({ date, price, volume }) => ({
    date,
    month,
    price,
    publisher,
    ...(volume !== undefined && { volume }),
  }));
}

function keyOf(year: number): string {
  return `strip/${year}`;
}

function withPrice(strip: readonly StripPrice[], price: StripPrice, replaces: boolean): StripPrice[] {
  const others = strip.filter(({ month }) => month !== price.month);
  if (others.length < strip.length && !replaces) return [...strip];
  return [...others, price].sort((one, other) => one.month - other.month);
}

/** Months in a row from the day's own on, up to the first without a price or, where the source tells, without a trade. */
function untilThin(strip: readonly StripPrice[], date: Day): StripPrice[] {
  const kept: StripPrice[] = [];
  for (let month: Month = monthOf(date); ; month += 1) {
    const price = strip.find((one) => one.month === month);
    if (price === undefined || price.volume === 0) return kept;
    kept.push(price);
  }
}
