/** Compiles a chart's spec to a pure JSON Chart.js 4 config. Draws nothing and knows no renderer. */
import { assertNever } from '../errors.ts';
import { drawdownPlot } from './compile/drawdown.ts';
import { fanPlot } from './compile/fan.ts';
import { fedHistoryPlot } from './compile/fed-history.ts';
import { fedStackPlot } from './compile/fed-stack.ts';
import { framed, type Plot } from './compile/frame.ts';
import { PALETTES, type Palette } from './compile/palette.ts';
import { panelPlot } from './compile/panel.ts';
import { racePlot } from './compile/race.ts';
import { ratePathPlot } from './compile/rate-path.ts';
import { ratioPlot } from './compile/ratio.ts';
import { rebasedPlot } from './compile/rebased.ts';
import { revisionsPlot } from './compile/revisions.ts';
import { sparklinesPlot } from './compile/sparklines.ts';
import { targetsPlot } from './compile/targets.ts';
import type { CompiledChart } from './renderer.ts';
import type { ChartHead, ChartSpec, Theme } from './spec.ts';

/** Longest texts of a head, in characters: one line each at their size, and what a reader of alt text will hear out. */
const HEAD_LIMITS = { title: 50, subtitle: 80, alt: 400 } as const;

/**
 * The config that every renderer accepts: it survives a JSON round trip, holds no function and names no plugin.
 * @throws RangeError on a spec that breaks its contract (a text too long, no values, odds that do not sum to 1).
 */
export function compile(spec: ChartSpec, theme: Theme): CompiledChart {
  checkHead(spec);
  const palette = PALETTES[theme];
  return framed(spec, plot(spec, palette), palette);
}

function plot(spec: ChartSpec, palette: Palette): Plot {
  switch (spec.kind) {
    case 'rebased':
      return rebasedPlot(spec, palette);
    case 'drawdown':
      return drawdownPlot(spec, palette);
    case 'ratio':
      return ratioPlot(spec, palette);
    case 'race':
      return racePlot(spec, palette);
    case 'fan':
      return fanPlot(spec, palette);
    case 'panel':
      return panelPlot(spec, palette);
    case 'fedStack':
      return fedStackPlot(spec, palette);
    case 'fedHistory':
      return fedHistoryPlot(spec, palette);
    case 'ratePath':
      return ratePathPlot(spec, palette);
    case 'targets':
      return targetsPlot(spec, palette);
    case 'revisions':
      return revisionsPlot(spec, palette);
    case 'sparklines':
      return sparklinesPlot(spec, palette);
    default:
      return assertNever(spec);
  }
}

function checkHead(head: ChartHead): void {
  for (const part of ['title', 'subtitle', 'alt'] as const) {
    const { length } = head[part];
    if (length > HEAD_LIMITS[part]) throw new RangeError(`chart ${part} of ${length} characters: ${head[part]}`);
  }
}
