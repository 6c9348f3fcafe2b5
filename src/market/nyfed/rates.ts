/** The effective federal funds rate and the target range behind it, from the New York Fed. */
import { z } from 'zod';
import type { Day } from '../../calendar/day.ts';
import type { TargetRange } from '../../metrics/fed-range.ts';
import type { RateSeries } from '../../metrics/fed-rates.ts';
import { cellDay, empty, parseJson, unexpected } from '../body.ts';
import type { Provider, SourceCard } from '../provider.ts';

export const NY_FED: SourceCard = {
  id: 'nyfed',
  publisher: 'New York Fed',
  standing: 'official',
  origin: 'https://markets.newyorkfed.org',
  licence: 'Public; cited as New York Fed.',
  limit: { requests: 60, hours: 1 },
  spacingMs: 1_000,
  concurrency: 1,
  timeoutMs: 10_000,
};

const Body = z.object({
  refRates: z.array(
    z.object({
      effectiveDate: z.string(),
      type: z.literal('EFFR'),
      percentRate: z.number(),
      targetRateFrom: z.number(),
      /** Absent before 16 Dec 2008, when the target was a point. */
      targetRateTo: z.number().nullish(),
    }),
  ),
});

export interface FundsRates {
  readonly effr: RateSeries;
  /** Ascending; the first one is in force at least since its day, the others from theirs on. */
  readonly ranges: readonly TargetRange[];
}

/** A rate further than this from its range is a slip. */
const OUTSIDE_RANGE_PCT = 0.25;

/** The last `days` published rates; published the morning after, on the Fed's own working days. */
export const nyFedRates: Provider<{ readonly days: number }, FundsRates> = {
  card: NY_FED,
  async fetchAnswer({ days }, { now, get }) {
    const text = await get({ path: `/api/rates/unsecured/effr/last/${days}.json`, accepts: 'json' });
    const rows = parseJson(text, Body, NY_FED)
      .refRates.map((row) => rate(row))
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    if (rows.length === 0) throw empty(NY_FED);
    const repeated = rows.some(({ date }, index) => date === rows[index - 1]?.date);
    if (repeated) throw unexpected(NY_FED, 'a day is there twice');
    const fetchedAt = now.toString({ smallestUnit: 'second' });
    const source = { publisher: NY_FED.publisher, series: 'EFFR', fetchedAt, sample: false };
    return {
      effr: {
        symbol: 'EFFR',
        dates: rows.map(({ date }) => date),
        ratePct: Float64Array.from(rows, ({ ratePct }) => ratePct),
        source,
      },
      ranges: changes(rows),
    };
  },
};

interface Rate {
  readonly date: Day;
  readonly ratePct: number;
  readonly lowerBp: number;
  readonly upperBp: number;
}

function rate(row: z.infer<typeof Body>['refRates'][number]): Rate {
  const date = cellDay(row.effectiveDate, NY_FED);
  const upper = row.targetRateTo ?? row.targetRateFrom;
  const { percentRate, targetRateFrom } = row;
  if (percentRate < targetRateFrom - OUTSIDE_RANGE_PCT || percentRate > upper + OUTSIDE_RANGE_PCT) {
    throw unexpected(NY_FED, `the rate of ${date} is outside its range`);
  }
  return { date, ratePct: percentRate, lowerBp: Math.round(targetRateFrom * 100), upperBp: Math.round(upper * 100) };
}

function changes(rows: readonly Rate[]): TargetRange[] {
  return rows
    .filter(({ lowerBp, upperBp }, index) => {
      const before = rows[index - 1];
      return before === undefined || before.lowerBp !== lowerBp || before.upperBp !== upperBp;
    })
    .map(({ date, lowerBp, upperBp }) => ({ from: date, lowerBp, upperBp }));
}
