/** The picture of `/smallcaps after`: what followed, as a median between bands, beside the median of all days. Pure. */
import { counted, percent } from '../messages/format.ts';
import { seriesName } from '../messages/words.ts';
import type { AfterView } from '../metrics/after-view.ts';
import { type EventFan, eventFan } from '../metrics/event-fan.ts';
import { chartHead } from './chart-head.ts';
import type { FanSpec } from './spec.ts';

const TICKS = [
  { session: 21, label: '1M' },
  { session: 63, label: '3M' },
  { session: 126, label: '6M' },
  { session: 252, label: '12M' },
] as const;

/** The fan of the subject's returns after the rule, put in `rule` words; undefined with too few complete episodes. */
export function eventFanChart(view: AfterView, rule: string): FanSpec | undefined {
  const { study, pair, history, inputs } = view;
  if ('absent' in study) return undefined;
  const fan = eventFan(pair, study, history.from);
  if (!fan) return undefined;
  const name = seriesName(inputs.subject);
  const [median, anyDay] = [fan.median.at(-1) ?? 0, fan.anyDay.at(-1) ?? 0];
  return {
    kind: 'fan',
    ...chartHead(inputs, 'both'),
    title: `12M median ${percent(median)} against ${percent(anyDay)} any day`,
    subtitle: `${name} after ${counted(fan.episodes, 'episode')}; dashed: any day`,
    alt: altText({ fan, name, rule }),
    sessions: fan.sessions,
    ticks: TICKS,
    median: fan.median,
    inner: { low: fan.quarter, high: fan.threeQuarters, label: '25th–75th' },
    outer: { low: fan.low, high: fan.high, label: 'worst–best' },
    baseline: fan.anyDay,
    medianLabel: `Median ${percent(median)}`,
    baselineLabel: `Any day ${percent(anyDay)}`,
  };
}

function altText({ fan, name, rule }: { fan: EventFan; name: string; rule: string }): string {
  const last = (values: readonly number[]) => percent(values.at(-1) ?? 0);
  const lead = `Fan chart, 0 to 12 months ahead, per cent: ${name} after ${counted(fan.episodes, 'episode')} of ${rule}.`;
  const ends = `Median ends at ${last(fan.median)}, worst ${last(fan.low)}, best ${last(fan.high)}, middle half ${last(fan.quarter)} to ${last(fan.threeQuarters)}.`;
  return `${lead} ${ends} Any day: median ${last(fan.anyDay)}.`.slice(0, 400);
}
