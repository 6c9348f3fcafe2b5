/** The picture of `/smallcaps ratio chart panel`: where the ratio stands against where it went in 20 sessions. Pure. */
import { fullDate, percent, shortDate, signedNumber } from '../messages/format.ts';
import { seriesName } from '../messages/words.ts';
import { type RatioView, ratioTrail } from '../metrics/ratio-view.ts';
import { chartHead } from './chart-head.ts';
import type { PanelSpec } from './spec.ts';

/** The last 60 sessions of the panel; undefined without five years of both series, or when a session was lost. */
export function ratioPanelChart(view: RatioView): PanelSpec | undefined {
  const trail = ratioTrail(view);
  const [first, last] = [trail[0], trail.at(-1)];
  if (!first || !last || trail.length < 2) return undefined;
  const names = `${seriesName(view.inputs.subject)} / ${seriesName(view.inputs.benchmark)}`;
  const place = `z ${signedNumber(last.z)}, ${percent(last.change)} in 20 sessions`;
  return {
    kind: 'panel',
    ...chartHead(view.inputs, 'both'),
    title: `Ratio at ${place}`,
    subtitle: `${names}, 60 sessions to today`,
    alt: `Two-axis panel, ${fullDate(first.day)} to ${fullDate(last.day)}, ${names}: z-score over 5 years across, change over 20 sessions up. It ends at ${place}; it began at z ${signedNumber(first.z)}, ${percent(first.change)}.`,
    trail: trail.map(({ day, z, change }) => ({ day, x: z, y: change })),
    latestLabel: shortDate(last.day),
    xTitle: 'z-score of the ratio, 5 years',
    yTitle: 'Change in 20 sessions',
    yUnit: 'fraction',
    quadrants: {
      topLeft: 'low, rising',
      topRight: 'high, rising',
      bottomLeft: 'low, falling',
      bottomRight: 'high, falling',
    },
  };
}
