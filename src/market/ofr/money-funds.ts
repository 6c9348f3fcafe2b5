/** Total assets of money market funds by month, from the Office of Financial Research. */
import { z } from 'zod';
import { cellDay, empty, parseJson } from '../body.ts';
import { type ObservationProvider, observations } from '../observations.ts';
import type { SourceCard } from '../provider.ts';

export const OFR: SourceCard = {
  id: 'ofr',
  publisher: 'OFR',
  standing: 'official',
  origin: 'https://data.financialresearch.gov',
  licence: 'Public; cited as Office of Financial Research.',
  limit: { requests: 30, hours: 1 },
  spacingMs: 1_000,
  concurrency: 1,
  timeoutMs: 15_000,
};

const Body = z.array(z.tuple([z.string(), z.number().nullable()]));

/** Month-end totals in USD; the best free total, a month or more behind. */
export const ofrMoneyFunds: ObservationProvider = {
  card: OFR,
  async fetchAnswer(query, { now, get }) {
    const text = await get({ path: '/v1/series/timeseries', query: { mnemonic: query.id }, accepts: 'json' });
    const rows = parseJson(text, Body, OFR);
    if (rows.length === 0) throw empty(OFR);
    const cells = rows.map(([date, value]) => ({ period: cellDay(date, OFR), value: value ?? undefined }));
    return observations(cells, query, { card: OFR, now });
  },
};
