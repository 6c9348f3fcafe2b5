/** The rules of the event study in words: what held, direction-neutral. Pure. */
import { type EventRule, GAP_SESSIONS } from '../metrics/events.ts';
import type { PriceSeries } from '../metrics/series.ts';
import { ordinal, percent } from './format.ts';
import { seriesName } from './words.ts';

interface Names {
  readonly subject: PriceSeries;
  readonly benchmark: PriceSeries;
}

/** "S&P 500 record close, Russell 2000 at least 5% below its own". */
export function ruleWords(rule: EventRule, { subject, benchmark }: Names): string {
  const [own, other] = [seriesName(subject), seriesName(benchmark)];
  switch (rule.kind) {
    case 'record-lag':
      return `${other} record close, ${own} at least ${whole(rule.below)} below its own`;
    case 'gain':
      return `${own} up more than ${whole(rule.above)} in ${rule.sessions} sessions`;
    case 'gap':
      return `${GAP_SESSIONS}-session gap below the ${ordinal(Number(whole(rule.percentile).replace('%', '')))} percentile of its past`;
    case 'recovery':
      return `${own} 52-week low to 52-week high recovery completed`;
  }
}

/** For a header: "an S&P 500 record with RUT 5% below its own". */
export function shortRuleWords(rule: EventRule, { subject, benchmark }: Names): string {
  switch (rule.kind) {
    case 'record-lag':
      return `${benchmark.symbol === 'GSPC' ? 'an S&P 500' : `a ${seriesName(benchmark)}`} record with ${subject.symbol} ${whole(rule.below)} below`;
    case 'gain':
      return `${whole(rule.above)} in ${rule.sessions} sessions`;
    case 'gap':
      return `a gap below its ${ordinal(Number(whole(rule.percentile).replace('%', '')))} percentile`;
    case 'recovery':
      return 'a 52-week recovery';
  }
}

function whole(fraction: number): string {
  return percent(fraction).replace('+', '').replace('.00', '');
}
