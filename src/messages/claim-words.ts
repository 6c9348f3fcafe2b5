/** On what a "first", "fastest" or "longest" holds, in words for the context of a message. Pure. */
import type { Claim, Verdict } from '../metrics/claims.ts';
import { capital } from './format.ts';

const BASES = { close: 'on closes', intraday: 'intraday' } as const;

/** "“Fastest” holds on closes (days, sessions), not intraday."; says so too when it holds on everything tried. */
export function claimWords({ superlative, verdicts }: Claim): string {
  const name = capital(superlative);
  const yes = grouped(verdicts.filter(({ holds }) => holds));
  const no = grouped(verdicts.filter(({ holds }) => !holds));
  const holds = yes === '' ? 'holds nowhere' : `holds ${yes}`;
  return `“${name}” ${holds}${yes !== '' && no !== '' ? `, not ${no}` : ''}.`;
}

/** "on closes (days, sessions) and intraday (days)". */
function grouped(verdicts: readonly Verdict[]): string {
  const bases = [...new Set(verdicts.map(({ basis }) => basis))];
  return bases
    .map((basis) => {
      const measures = verdicts.filter((one) => one.basis === basis).map(({ measure }) => measure);
      return `${BASES[basis]} (${measures.join(', ')})`;
    })
    .join(' and ');
}
