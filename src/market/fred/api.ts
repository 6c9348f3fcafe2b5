/** Economic series and release dates from FRED's API, with a desk's own free key; any day's vintage. */
import { z } from 'zod';
import type { Day } from '../../calendar/day.ts';
import { CapwatchError } from '../../errors.ts';
import { cellDay, cellNumber, empty, parseJson } from '../body.ts';
import { type ObservationProvider, observations } from '../observations.ts';
import type { Asking, Provider, SourceCard } from '../provider.ts';

export const FRED: SourceCard = {
  id: 'fred',
  publisher: 'FRED',
  standing: 'keyed',
  origin: 'https://api.stlouisfed.org',
  licence: 'This product uses the FRED® API but is not endorsed or certified by the Federal Reserve Bank of St. Louis.',
  limit: { requests: 1_000, hours: 1 },
  spacingMs: 600,
  concurrency: 2,
  timeoutMs: 15_000,
  keySetting: 'CAPWATCH_FRED_KEY',
};

const Refusal = z.object({ error_code: z.number(), error_message: z.string() });
const Body = z.object({ observations: z.array(z.object({ date: z.string(), value: z.string() })) });
const Dates = z.object({ release_dates: z.array(z.object({ date: z.string() })) });

/** Series by id; with `vintage` as they were known that day. An empty cell or `.` is missing, never 0. */
export function createFredApi(key: string): ObservationProvider {
  return {
    card: FRED,
    async fetchAnswer(query, asking) {
      const { id, from, vintage } = query;
      const text = await fredText('/fred/series/observations', asking, {
        key,
        query: {
          series_id: id,
          observation_start: from,
          ...(vintage !== undefined && { realtime_start: vintage, realtime_end: vintage }),
        },
      });
      const cells = parseJson(text, Body, FRED).observations.map(({ date, value }) => ({
        period: cellDay(date, FRED),
        value: cellNumber(value, FRED),
      }));
      return observations(cells, query, { card: FRED, now: asking.now });
    },
  };
}

/** Days on which a release was or will be published, ascending. Releases: 180 claims, 27 permits, 9 retail sales, 53 GDP. */
export function createFredReleases(key: string): Provider<{ readonly release: number }, readonly Day[]> {
  return {
    card: FRED,
    async fetchAnswer({ release }, asking) {
      const text = await fredText('/fred/release/dates', asking, {
        key,
        query: { release_id: String(release), include_release_dates_with_no_data: 'true', sort_order: 'desc' },
      });
      const days = parseJson(text, Dates, FRED).release_dates.map(({ date }) => cellDay(date, FRED));
      if (days.length === 0) throw empty(FRED);
      return days.sort();
    },
  };
}

interface FredAsk {
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The body; a refusal that arrives with status 200 is still a refusal. Without `file_type` FRED answers in XML. */
async function fredText(path: string, { get }: Asking, { key, query }: FredAsk): Promise<string> {
  const text = await get({
    path,
    query: { ...query, api_key: key, file_type: 'json' },
    secrets: [key],
    accepts: 'json',
  });
  const refusal = text.includes('error_code') ? Refusal.safeParse(JSON.parse(text)) : undefined;
  if (!refusal?.success) return text;
  const limited = refusal.data.error_code === 429;
  throw new CapwatchError(
    limited ? 'rate_limited' : 'bad_response',
    limited ? 'FRED asks to wait before the next request.' : 'FRED refused the request.',
    { source: FRED.publisher, code: `http ${refusal.data.error_code}` },
  );
}
