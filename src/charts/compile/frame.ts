/** The frame round every chart: title, subtitle, footer, margins and the SAMPLE DATA mark, as Chart.js options. Pure. */
import type { CompiledChart } from '../renderer.ts';
import type { ChartHead } from '../spec.ts';
import { FONT_FAMILY, type Palette, SIZE } from './palette.ts';

/** A part of a Chart.js 4 config: JSON, and nothing that its version 4.0 lacks. */
export type Part = Readonly<Record<string, unknown>>;

/** What one kind of chart draws inside the frame. */
export interface Plot {
  readonly type: 'line' | 'bar';
  readonly datasets: readonly Part[];
  /** By axis id. `unitX` and `unitY`, both 0–1 and hidden, are always there. */
  readonly scales: Readonly<Record<string, Part>>;
}

/** CSS pixels of every chart; a phone shows them at about half. */
const WIDTH = 800;
const HEIGHT = 450;

/** The picture's config for any Chart.js 4 renderer. */
export function framed(head: ChartHead, plot: Plot, palette: Palette): CompiledChart {
  return {
    config: {
      type: plot.type,
      data: { labels: [], datasets: plot.datasets },
      options: {
        animation: false,
        responsive: false,
        maintainAspectRatio: false,
        events: [],
        font: { family: FONT_FAMILY },
        layout: { padding: { left: 22, right: 22, top: 16, bottom: 10 } },
        elements: { point: { radius: 0 }, line: { tension: 0, borderJoinStyle: 'round', borderCapStyle: 'round' } },
        plugins: headings(head, palette),
        scales: { ...plot.scales, ...unitAxes(), footer: footer(head, palette), ...sampleMark(head, plot, palette) },
      },
    },
    width: WIDTH,
    height: HEIGHT,
    devicePixelRatio: 2,
    background: palette.background,
  };
}

/** A font option in the bundled family. */
export function font(size: number, weight: 400 | 600 | 700): Part {
  return { family: FONT_FAMILY, size, weight };
}

function headings(head: ChartHead, palette: Palette): Part {
  return {
    legend: { display: false },
    tooltip: { enabled: false },
    title: {
      display: true,
      text: head.title,
      align: 'start',
      color: palette.title,
      font: font(SIZE.title, 700),
      padding: { top: 0, bottom: 4 },
    },
    subtitle: {
      display: true,
      text: head.subtitle,
      align: 'start',
      color: palette.subtitle,
      font: font(SIZE.subtitle, 400),
      padding: { top: 0, bottom: 20 },
    },
  };
}

function unitAxes(): Record<string, Part> {
  const unit = { type: 'linear', min: 0, max: 1, display: false };
  return { unitX: { ...unit, axis: 'x' }, unitY: { ...unit, axis: 'y' } };
}

/** A second x axis whose only visible part is its title. */
function footer(head: ChartHead, palette: Palette): Part {
  const credit = `Source: ${head.source} · As of ${head.asOf}`;
  return {
    axis: 'x',
    type: 'category',
    labels: [''],
    position: 'bottom',
    weight: 10,
    fullSize: true,
    grid: { display: false, drawTicks: false },
    border: { display: false },
    ticks: { display: false },
    title: {
      display: true,
      align: 'start',
      text: head.sample ? `SAMPLE DATA, not market prices · ${credit}` : credit,
      color: head.sample ? palette.warning : palette.quiet,
      font: font(SIZE.footer, head.sample ? 700 : 400),
      padding: { top: 10, bottom: 0 },
    },
  };
}

/** Words across the plot that survive a crop of the footer: under lines, but over bars, which would hide them. */
function sampleMark(head: ChartHead, { type }: Plot, palette: Palette): Record<string, Part> {
  if (!head.sample) return {};
  return {
    sample: {
      axis: 'x',
      type: 'category',
      labels: ['SAMPLE DATA'],
      offset: true,
      position: { unitY: 0.5 },
      grid: { display: false, drawTicks: false },
      border: { display: false },
      ticks: {
        z: type === 'bar' ? 2 : -1,
        autoSkip: false,
        maxRotation: 0,
        padding: -SIZE.watermark * 0.6,
        color: type === 'bar' ? palette.watermarkOver : palette.watermark,
        font: font(SIZE.watermark, 700),
      },
    },
  };
}
