/** What every chart of a small-cap view says about itself: publisher, as-of, sample or not. Pure. */
import { closeTime } from '../calendar/nyse.ts';
import { sessionDate } from '../messages/format.ts';
import type { ViewInputs } from '../metrics/view-inputs.ts';
import type { ChartHead } from './spec.ts';

/** Source, as-of and sample of a chart drawn from the view's subject and benchmark, or from its subject alone. */
export function chartHead(
  { subject, benchmark, session }: ViewInputs,
  shown: 'both' | 'subject',
): Pick<ChartHead, 'source' | 'asOf' | 'sample'> {
  const sources = shown === 'both' ? [subject.source, benchmark.source] : [subject.source];
  return {
    source: [...new Set(sources.map(({ publisher }) => publisher))].join(', '),
    asOf: `${sessionDate(session)}, ${closeTime(session)} ET`,
    sample: sources.some(({ sample }) => sample),
  };
}
