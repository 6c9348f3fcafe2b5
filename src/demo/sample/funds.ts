/** Makes a fund of a generated index: the index scaled by the published ratio of the two, and a series with dividends put back. */
import type { Day } from '../../calendar/day.ts';
import type { Anchor } from './anchors.ts';
import type { Bar } from './bars.ts';

interface TrackingPlan {
  readonly index: readonly Bar[];
  readonly indexAnchors: readonly Anchor[];
  /** The fund's published closes; each needs one of the index on the same day, the last being the last bar's. */
  readonly fundAnchors: readonly Anchor[];
}

/** The index's bars, scaled so that every published close of the fund is met. */
export function trackingBars({ index, indexAnchors, fundAnchors }: TrackingPlan): Bar[] {
  const levels = new Map(indexAnchors.map(({ day, close }) => [day, close]));
  const positions = new Map(index.map(({ day }, position) => [day, position]));
  const knots = fundAnchors.map(({ day, close }) => ({
    position: positions.get(day) ?? -1,
    ratio: close / (levels.get(day) ?? Number.NaN),
  }));
  return index.map(({ day, open, high, low, close }, position) => {
    const ratio = ratioAt(knots, position);
    return { day, open: open * ratio, high: high * ratio, low: low * ratio, close: close * ratio };
  });
}

/** The ratio at a position, on a straight line between the published ones. */
function ratioAt(knots: readonly { position: number; ratio: number }[], position: number): number {
  const after = knots.find((knot) => knot.position >= position);
  const before = knots.findLast((knot) => knot.position <= position);
  if (!after || !before) throw new RangeError(`no published ratio on both sides of row ${position}`);
  if (after === before) return after.ratio;
  const share = (position - before.position) / (after.position - before.position);
  return before.ratio + (after.ratio - before.ratio) * share;
}

/** Closes with a quarter of `yearlyYield` taken off before each payment (the first session from the 20th of each quarter's last month). */
export function adjusted(bars: readonly Bar[], yearlyYield: number): number[] {
  let factor = 1;
  return bars
    .map(({ day, close }, index) => ({ close, pays: paysOn(day, bars[index - 1]?.day) }))
    .toReversed()
    .map(({ close, pays }) => {
      const value = close * factor;
      if (pays) factor *= 1 - yearlyYield / 4;
      return value;
    })
    .toReversed();
}

function paysOn(day: Day, before: Day | undefined): boolean {
  if (!/-(03|06|09|12)-/.test(day)) return false;
  const twentieth = `${day.slice(0, 7)}-20`;
  return day >= twentieth && before !== undefined && before < twentieth;
}
