/** What a chart shows, before any drawing library: plain JSON, numbers as they are, words ready to print. Pure. */
import type { Day } from '../calendar/day.ts';
import type { SparklinesSpec } from './sparklines-spec.ts';

export type Theme = 'light' | 'dark';

/** What every chart says about itself. Nothing drawn in words may contradict the data below it. */
export interface ChartHead {
  /** The finding, ≤ 50 characters, one line. */
  readonly title: string;
  /** What, unit, marker key; ≤ 80 characters, one line. */
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
  /** Text under the name at the line's end, e.g. "−2.16%". */
  readonly endLabel: string;
}

/** A day worth a dot or a rule, and the few words (≤ 14 characters) beside it: "CPI", "17 Jan low". */
export interface DayMark {
  readonly day: Day;
  readonly label: string;
}

/** Lines rebased to 100 at the first date. */
export interface RebasedSpec extends ChartHead {
  readonly kind: 'rebased';
  readonly dates: readonly Day[];
  /** One to three. */
  readonly lines: readonly ChartLine[];
  /** Bracket at the right end between the last values of two lines (indices into `lines`), with its size in words. */
  readonly gap?: { readonly between: readonly [number, number]; readonly label: string };
}

/** Underwater: distance from the running record, fractions ≤ 0. */
export interface DrawdownSpec extends ChartHead {
  readonly kind: 'drawdown';
  readonly dates: readonly Day[];
  /** One or two; the hero's water is filled. */
  readonly lines: readonly ChartLine[];
  /** Dots on the hero's line. */
  readonly marks?: readonly DayMark[];
}

/** One ratio over time inside its own percentile band. */
export interface RatioSpec extends ChartHead {
  readonly kind: 'ratio';
  readonly dates: readonly Day[];
  /** E.g. RUT / GSPC, unscaled. */
  readonly values: readonly (number | null)[];
  /** At the last point, e.g. "0.409". */
  readonly endLabel: string;
  /** Percentile levels of the ratio, in its own unit; label e.g. "10th–90th". */
  readonly band: { readonly low: number; readonly high: number; readonly label: string };
  readonly median: number;
}

export interface RaceLine {
  /** Episode, e.g. "2023", for the spec's reader; printed only through `label`. */
  readonly name: string;
  /** 100 at the low (session 0), one value a session since. */
  readonly values: readonly number[];
  readonly bold: boolean;
  /** At the line's last point, e.g. "2023: 36 sessions". For the bold line and one or two more. */
  readonly label?: string;
}

/** Every recovery from its low on one clock, one of them bold. */
export interface RaceSpec extends ChartHead {
  readonly kind: 'race';
  /** Printed under the x axis, e.g. "Sessions since the low". */
  readonly xTitle: string;
  readonly lines: readonly RaceLine[];
}

/** Low and high of a band, one value a session of the fan. */
export interface FanBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** E.g. "25th–75th", "worst–best". */
  readonly label: string;
}

/** What followed after a kind of day: returns by sessions ahead, fractions. N belongs in the subtitle. */
export interface FanSpec extends ChartHead {
  readonly kind: 'fan';
  /** Sessions ahead, ascending, usually from 0; spaced to scale. */
  readonly sessions: readonly number[];
  /** Where the x axis is labelled: { session: 21, label: "1M" }. */
  readonly ticks: readonly { readonly session: number; readonly label: string }[];
  readonly median: readonly number[];
  readonly inner: FanBand;
  readonly outer: FanBand;
  /** Unconditional median on the same sample, dashed. */
  readonly baseline: readonly number[];
  /** Words at the right end: "Median +6.1%", "All days +4.0%". */
  readonly medianLabel: string;
  readonly baselineLabel: string;
}

/** A level against its own change: where a ratio stands and where it is going. */
export interface PanelSpec extends ChartHead {
  readonly kind: 'panel';
  /** Oldest first; the last one is marked. x: z-score of the level; y: its change over 20 sessions, in `yUnit`. */
  readonly trail: readonly { readonly day: Day; readonly x: number; readonly y: number }[];
  /** Beside the latest point, e.g. "22 Jan". */
  readonly latestLabel: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** How y is printed on its axis. */
  readonly yUnit: 'fraction' | 'z';
  readonly quadrants: {
    readonly topLeft: string;
    readonly topRight: string;
    readonly bottomLeft: string;
    readonly bottomRight: string;
  };
}

/** What a meeting may do to the target range, by size of the move. */
export type MeetingOutcome = 'cut50' | 'cut25' | 'hold' | 'hike25' | 'hike50';

/** Odds of every meeting as stacked bars. */
export interface FedStackSpec extends ChartHead {
  readonly kind: 'fedStack';
  /** In time order, ≤ 10. Label in two short lines: "20 Mar\n2024" or one: "Mar 24". Shares are fractions that sum to 1. */
  readonly meetings: readonly { readonly label: string; readonly shares: Readonly<Record<MeetingOutcome, number>> }[];
}

export interface OddsLine {
  readonly outcome: MeetingOutcome;
  /** At the line's end: "25 bp cut" or "Any cut". */
  readonly name: string;
  /** Probability 0–1 per date; null is a gap, drawn as a gap. */
  readonly values: readonly (number | null)[];
  /** E.g. "43.2%". */
  readonly endLabel: string;
}

/** The odds of one meeting, day by day. */
export interface FedHistorySpec extends ChartHead {
  readonly kind: 'fedHistory';
  readonly dates: readonly Day[];
  /** One to three. */
  readonly lines: readonly OddsLine[];
  /** Rules at releases and meetings: "CPI", "FOMC". */
  readonly marks: readonly DayMark[];
}

/** Implied rate in per cent per annum, one value a step. */
export interface RatePathLine {
  /** E.g. "22 Jan". */
  readonly name: string;
  readonly ratesPct: readonly number[];
  /** At the right end, e.g. "4.02%". */
  readonly endLabel: string;
}

/** The path the futures price, stepped meeting by meeting. */
export interface RatePathSpec extends ChartHead {
  readonly kind: 'ratePath';
  /** One label a step, the first usually "Now", then meetings: "31 Jan". */
  readonly steps: readonly string[];
  readonly path: RatePathLine;
  /** An earlier path for comparison, on the same steps. */
  readonly compare?: RatePathLine;
  /** Target range in force, per cent. */
  readonly range: { readonly lowPct: number; readonly highPct: number; readonly label: string };
}

/** One stem: from a reference to what someone said, both in the chart's unit. */
export interface Stem {
  /** Under the stem, one or two short lines: "Goldman\nJan 24". */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** At the dot: "2,244". */
  readonly toLabel: string;
}

/** Calls against a level, or what was said against what was: one stem a call. */
export interface TargetsSpec extends ChartHead {
  readonly kind: 'targets';
  readonly unit: 'index' | 'fraction';
  /** One to ten. */
  readonly stems: readonly Stem[];
  /** A dot at the stem's other end too, where that differs from stem to stem. */
  readonly bothEnds: boolean;
  /** Lines across: the close, the median. */
  readonly levels: readonly { readonly value: number; readonly label: string; readonly role: 'spot' | 'median' }[];
}

/** One firm's target for one horizon, session by session: null before the first note and after the horizon. */
export interface TargetLine {
  /** At the line's end: "2024: 5,600". */
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** A firm's targets as it revised them, beside the index. */
export interface RevisionsSpec extends ChartHead {
  readonly kind: 'revisions';
  readonly dates: readonly Day[];
  readonly close: ChartLine;
  /** One to three horizons. */
  readonly targets: readonly TargetLine[];
}

export type ChartSpec =
  | RebasedSpec
  | DrawdownSpec
  | RatioSpec
  | RaceSpec
  | FanSpec
  | PanelSpec
  | FedStackSpec
  | FedHistorySpec
  | RatePathSpec
  | TargetsSpec
  | RevisionsSpec
  | SparklinesSpec;
