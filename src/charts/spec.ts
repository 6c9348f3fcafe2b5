/** What a chart shows, before any drawing library: plain JSON, numbers as they are, words ready to print. Pure. */
import type { Day } from '../calendar/day.ts';

export type Theme = 'light' | 'dark';

/** What every chart says about itself. Nothing drawn in words may contradict the data below it. */
export interface ChartHead {
  /** The finding, ≤ 50 characters, one line. */
  readonly title: string;
  /** What, unit, marker key. */
  readonly subtitle: string;
  /** Publisher(s), e.g. "Yahoo Finance". */
  readonly source: string;
  /** As-of for the footer, e.g. "Mon 22 Jan 2024, 16:00 ET". */
  readonly asOf: string;
  /** ≤ 400 characters, states the finding; from the spec's own numbers. */
  readonly alt: string;
  /** True: the chart says SAMPLE DATA. */
  readonly sample: boolean;
}

export type LineRole = 'hero' | 'benchmark' | 'third';

export interface ChartLine {
  /** Direct label at the line's end, e.g. "Russell 2000". */
  readonly name: string;
  readonly role: LineRole;
  /** One value a date; null is a gap, drawn as a gap. */
  readonly values: readonly (number | null)[];
  /** Text after the name at the line's end, e.g. "−2.16%". */
  readonly endLabel: string;
}

/** Lines rebased to 100 at the first date. */
export interface RebasedSpec extends ChartHead {
  readonly kind: 'rebased';
  readonly dates: readonly Day[];
  /** One to three. */
  readonly lines: readonly ChartLine[];
}

export type ChartSpec = RebasedSpec;
