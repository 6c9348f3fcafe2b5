/** Checks of the data behind answers: how fresh the closes are, and whether each live source answers from here. */

import { lastCompletedSession } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import { closeFreshness } from '../market/freshness.ts';
import type { Market } from '../market/market.ts';
import type { Probe } from '../market/probes.ts';
import { sessionDate } from '../messages/format.ts';
import type { Check } from './check.ts';

/** Sources of closes: as long as one of them answers there is a market. */
const CLOSES: ReadonlySet<string> = new Set(['yahoo', 'cboe', 'eodhd', 'fmp']);

/** The newest close of the Russell 2000 as answers would show it. */
export async function closesCheck(market: Market, now: Temporal.Instant): Promise<Check> {
  const name = market.sample ? 'Data (sample)' : 'Data';
  try {
    const series = await market.prices('RUT', lastCompletedSession(now));
    const freshness = closeFreshness(series, now);
    const last = `last Russell 2000 close ${sessionDate(series.dates.at(-1) ?? '')}`;
    if (freshness.kind !== 'stale') return { name, state: 'ok', found: last };
    const found = `${last}, ${freshness.sessions} sessions behind`;
    return { name, state: 'warn', found, todo: 'bring the data folder up to date, or leave it to live sources' };
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    const isOut = error.kind === 'unreachable' || error.kind === 'rate_limited';
    const todo = isOut
      ? 'see the sources below; /capwatch sources tells when each is asked again'
      : 'check CAPWATCH_DATA_DIR';
    return { name, state: 'fail', found: error.userMessage, todo };
  }
}

/** One line a probe; sources of closes fail when none of them answers and answers rest on them (`needed`). */
export function sourceChecks(probes: readonly Probe[], needed: boolean): Check[] {
  const hasCloses = !needed || probes.some(({ card, failure }) => CLOSES.has(card.id) && failure === undefined);
  return probes.map(({ card, what, latest, failure, tookMs }) => {
    const name = `${card.publisher} · ${what}`;
    if (failure === undefined) return { name, state: 'ok', found: `newest ${latest}, ${tookMs} ms` };
    const state = !hasCloses && CLOSES.has(card.id) ? 'fail' : 'warn';
    return { name, state, found: failure.userMessage, todo: advice(failure) };
  });
}

function advice({ kind, details }: CapwatchError): string {
  switch (kind) {
    case 'rate_limited':
      return 'nothing; it is asked again later';
    case 'unreachable':
      return 'check the network and its proxy rules for this publisher';
    case 'not_configured':
      return 'set its key';
    default:
      return details.code === 'html' || details.code === 'http 403'
        ? 'this network is shut out; switch the source off, or use a key or the data folder'
        : 'nothing; other sources stand in. If it lasts, Capwatch needs a newer version';
  }
}
