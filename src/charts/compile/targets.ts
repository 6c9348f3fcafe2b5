/** Compiles the lollipop: one stem a call, from the close (or the outcome) to what was said, with levels across. Pure. */
import type { Stem, TargetsSpec } from '../spec.ts';
import { font, type Part, type Plot } from './frame.ts';
import { dots, levelDataset, lineDataset } from './lines.ts';
import { type Palette, SIZE } from './palette.ts';
import { extent, numberText, percentText, valueAxis, valueRange } from './value-axis.ts';
import { endLabels, textAt } from './words.ts';

/** Room for the words above and below the dots, as a share of the data's span. */
const AIR = 0.2;

export function targetsPlot(spec: TargetsSpec, palette: Palette): Plot {
  const { stems, levels, unit } = spec;
  const ends = stems.flatMap(({ from, to }) => [from, to]);
  const range = valueRange(
    ...extent(
      ends,
      levels.map(({ value }) => value),
    ),
    AIR,
  );
  const text = unit === 'index' ? numberText : percentText;
  return {
    type: 'line',
    datasets: [
      ...stems.flatMap((stem, index) => stemDatasets(stem, { index, spec, palette })),
      ...levelLines(spec, palette),
    ],
    scales: {
      x: { axis: 'x', type: 'linear', min: -0.5, max: stems.length - 0.5, display: false },
      names: nameAxis(stems, palette),
      ...valueAxis(range, palette, { text, ...(unit === 'fraction' && { emphasis: 0 }) }),
      ...(levels.length > 0 &&
        endLabels(
          levels.map((level) => levelLabel(level, palette)),
          range,
          palette,
        )),
      ...Object.fromEntries(stems.map((stem, index) => [`said${index}`, saidText(stem, { index, spec, palette })])),
    },
  };
}

interface Place {
  readonly index: number;
  readonly spec: TargetsSpec;
  readonly palette: Palette;
}

function stemDatasets({ from, to }: Stem, { index, spec, palette }: Place): readonly Part[] {
  const { hero } = palette.line;
  const stem = lineDataset(
    [
      { x: index, y: from },
      { x: index, y: to },
    ],
    hero,
    { borderWidth: 4, order: 3 },
  );
  const said = dots([{ x: index, y: to }], { color: hero, background: palette.background, radius: 8 });
  const was = dots([{ x: index, y: from }], { color: palette.line.benchmark, background: palette.background });
  return spec.bothEnds ? [stem, said, was] : [stem, said];
}

function levelLines({ levels }: TargetsSpec, palette: Palette): readonly Part[] {
  return levels.map(({ value, role }) =>
    levelDataset(
      value,
      role === 'spot' ? palette.line.benchmark : palette.line.hero,
      role === 'spot' ? {} : { borderDash: [6, 5] },
    ),
  );
}

function levelLabel({ value, label, role }: TargetsSpec['levels'][number], palette: Palette) {
  return { lines: label.split('\n'), value, color: role === 'spot' ? palette.line.benchmark : palette.line.hero };
}

function saidText({ from, to, toLabel }: Stem, { index, spec, palette }: Place): Part {
  return textAt({
    text: toLabel,
    x: (index + 0.5) / spec.stems.length,
    y: to,
    color: palette.title,
    side: to >= from ? 'above' : 'below',
    align: 'center',
    gap: 12,
    backdrop: palette.background,
  });
}

function nameAxis(stems: readonly Stem[], palette: Palette): Part {
  return {
    axis: 'x',
    type: 'category',
    labels: stems.map(({ label }) => (label.includes('\n') ? label.split('\n') : label)),
    offset: true,
    position: 'bottom',
    grid: { display: false, drawTicks: false },
    border: { color: palette.axis },
    ticks: { autoSkip: false, maxRotation: 0, padding: 6, color: palette.quiet, font: font(SIZE.tick, 400) },
  };
}
