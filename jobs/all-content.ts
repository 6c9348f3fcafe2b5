/** Everything the clock can send, over one set of sources: what the start hands to the sending half. */
import type { ContentSources } from '../src/market/morning-facts.ts';
import { alertContent } from './alert-content.ts';
import type { AlertContent, Content, SummaryContent } from './content.ts';
import { fomcContent } from './fomc-day.ts';
import { morningContent } from './morning-summary.ts';
import { weeklyContent } from './weekly-wrap.ts';

/** Summaries and alerts that read `sources`. */
export function createContent(sources: ContentSources): Content {
  return {
    summaries: {
      morning: summary(morningContent(sources)),
      weekly: summary(weeklyContent(sources)),
      'fed-before': summary(fomcContent(sources, 'before')),
      'fed-after': summary(fomcContent(sources, 'after')),
    },
    alerts: alerts(alertContent(sources)),
  };
}

/** The sending half carries facts from one step to the next without looking inside. */
function summary<Facts>(content: SummaryContent<Facts>): SummaryContent {
  return {
    measure: content.measure,
    write: (facts, audience, seen) => content.write(facts as Facts, audience, seen),
    follow: (facts, part, told) => content.follow?.(facts as Facts, part, told),
  };
}

function alerts<Facts>(content: AlertContent<Facts>): AlertContent {
  return {
    ...content,
    evaluate: (alert, facts, now) => content.evaluate(alert, facts as Facts, now),
    renewal: (alert, facts, now) => content.renewal?.(alert, facts as Facts, now),
  };
}
