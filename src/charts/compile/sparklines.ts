/** Compiles small lines one above the other, one time axis for all, each on its own scale, with its name at the left and its last value at the right. Pure. */
import { daysBetween } from '../../calendar/day.ts';
import type { SparklinesSpec } from '../sparklines-spec.ts';
import { font, type Part, type Plot } from './frame.ts';
import { lineDataset } from './lines.ts';
import { type Palette, SIZE } from './palette.ts';
import { extent } from './value-axis.ts';

/** Share of a panel's height its line may use. */
const USED = 0.6;

/** @throws RangeError without a panel, or with one that has no finite value. */
export function sparklinesPlot({ panels, from, to }: SparklinesSpec, palette: Palette): Plot {
  const count = panels.length;
  if (count === 0) throw new RangeError('a chart of small lines needs one');
  const span = daysBetween(from, to);
  const datasets = panels.map(({ dates, values }, index) => {
    const [low, high] = extent(values);
    const bottom = count - 1 - index + (1 - USED) / 2;
    // A flat line lies in the middle of its panel.
    const height = (value: number) => bottom + USED * (high > low ? (value - low) / (high - low) : 0.5);
    const points = values.map((value, at) => ({ x: daysBetween(from, dates[at] ?? to) / span, y: height(value) }));
    const radius = points.map((_, at) => (at === points.length - 1 ? 4 : 0));
    return lineDataset(points, palette.line.hero, {
      xAxisID: 'unitX',
      pointRadius: radius,
      pointBackgroundColor: palette.line.hero,
      pointBorderWidth: 0,
      clip: false,
    });
  });
  return {
    type: 'line',
    datasets,
    scales: {
      y: { axis: 'y', type: 'linear', min: 0, max: count, display: false },
      names: labelAxis(
        panels.map(({ name }) => name),
        { position: 'left', color: palette.subtitle, weight: 400 },
      ),
      ends: labelAxis(
        panels.map(({ endLabel, changeLabel }) => `${endLabel}  ${changeLabel}`),
        {
          position: 'right',
          color: palette.title,
          weight: 700,
        },
      ),
    },
  };
}

interface LabelLook {
  readonly position: 'left' | 'right';
  readonly color: string;
  readonly weight: 400 | 700;
}

/** One label in the middle of each panel, from the top. */
function labelAxis(labels: readonly string[], { position, color, weight }: LabelLook): Part {
  return {
    axis: 'y',
    type: 'category',
    labels: [...labels],
    offset: true,
    position,
    grid: { display: false, drawTicks: false },
    border: { display: false },
    ticks: { autoSkip: false, padding: 14, color, font: font(SIZE.tick, weight) },
  };
}
