/** Economic series without a key: FRED's graph download, and ALFRED's for a past day's vintage. Slow hosts, asked rarely. */
import { cellDay, cellNumber, empty, parseCsvRows, unexpected } from '../body.ts';
import { type ObservationProvider, observations, type SeriesQuery } from '../observations.ts';
import type { SourceCard } from '../provider.ts';

export const FRED_GRAPH: SourceCard = {
  id: 'fredgraph',
  publisher: 'FRED',
  standing: 'official',
  origin: 'https://fred.stlouisfed.org',
  licence: 'Series of BEA, Census, BLS and the Fed are public domain; cited as FRED. S&P series are never read.',
  limit: { requests: 60, hours: 1 },
  spacingMs: 2_000,
  concurrency: 1,
  timeoutMs: 15_000,
};

export const ALFRED: SourceCard = {
  ...FRED_GRAPH,
  id: 'alfred',
  publisher: 'ALFRED',
  origin: 'https://alfred.stlouisfed.org',
  licence: 'As FRED: public domain series, cited as ALFRED.',
};

/** The latest revision of a series. */
export const fredGraph: ObservationProvider = {
  card: FRED_GRAPH,
  async fetchAnswer(query, asking) {
    const { id, from, vintage } = query;
    if (vintage !== undefined) throw new RangeError('the graph download knows no vintages');
    const text = await asking.get({ path: '/graph/fredgraph.csv', query: { id, cosd: from }, accepts: 'csv' });
    return graphRows(text, query, { card: FRED_GRAPH, column: id, now: asking.now });
  },
};

/** A series as it was known on a day. */
export const alfredGraph: ObservationProvider = {
  card: ALFRED,
  async fetchAnswer(query, asking) {
    const { id, from, vintage } = query;
    if (vintage === undefined) throw new RangeError('a vintage is a day');
    const path = '/graph/alfredgraph.csv';
    const text = await asking.get({ path, query: { id, vintage_date: vintage, cosd: from }, accepts: 'csv' });
    const column = `${id}_${vintage.replaceAll('-', '')}`;
    return graphRows(text, query, { card: ALFRED, column, now: asking.now });
  },
};

interface Graph {
  readonly card: SourceCard;
  readonly column: string;
  readonly now: Temporal.Instant;
}

/** The date column was called DATE until 2024. */
function graphRows(text: string, query: SeriesQuery, { card, column, now }: Graph) {
  const rows = parseCsvRows(text, [column], card);
  if (rows.length === 0) throw empty(card);
  const cells = rows.map((row) => {
    const date = row.observation_date ?? row.DATE;
    if (date === undefined) throw unexpected(card, 'no column observation_date');
    return { period: cellDay(date, card), value: cellNumber(row[column], card) };
  });
  return observations(cells, query, { card, now });
}
