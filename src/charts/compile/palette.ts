/** Colours and text sizes of every chart, light and dark; checked for contrast and for colour-blind readers. Pure. */
import type { LineRole, MeetingOutcome, Theme } from '../spec.ts';

export interface Palette {
  readonly background: string;
  readonly title: string;
  readonly subtitle: string;
  /** Ticks, footer and other quiet words. */
  readonly quiet: string;
  readonly grid: string;
  /** Axis lines, and the gridline that means "unchanged". */
  readonly axis: string;
  readonly line: Readonly<Record<LineRole, string>>;
  /** Lines that are only a crowd. */
  readonly crowd: string;
  /** A neutral band behind a line, and the two bands of a fan. */
  readonly band: string;
  readonly outerFan: string;
  readonly innerFan: string;
  /** Fills of stacked bars. */
  readonly outcome: Readonly<Record<MeetingOutcome, string>>;
  /** The same as text and lines, dark enough on the background. */
  readonly outcomeInk: Readonly<Record<MeetingOutcome, string>>;
  /** Numbers printed inside a bar of that fill. */
  readonly onOutcome: Readonly<Record<MeetingOutcome, string>>;
  /** SAMPLE DATA across the picture, and in its footer. */
  readonly watermark: string;
  readonly watermarkOver: string;
  readonly warning: string;
}

const LIGHT: Palette = {
  background: '#FFFFFF',
  title: '#14171A',
  subtitle: '#4A525A',
  quiet: '#6B747D',
  grid: '#E3E6E9',
  axis: '#9AA3AB',
  line: { hero: '#0A5FA8', benchmark: '#6B747D', third: '#C8590A' },
  crowd: '#C3C9CF',
  band: 'rgba(107,116,125,0.13)',
  outerFan: 'rgba(10,95,168,0.13)',
  innerFan: 'rgba(10,95,168,0.22)',
  outcome: { cut50: '#0A3F78', cut25: '#4C9AD6', hold: '#CDD3D8', hike25: '#E08214', hike50: '#7A3D00' },
  outcomeInk: { cut50: '#0A3F78', cut25: '#2476B5', hold: '#6B747D', hike25: '#B25E00', hike50: '#6E3600' },
  onOutcome: { cut50: '#FFFFFF', cut25: '#14171A', hold: '#14171A', hike25: '#14171A', hike50: '#FFFFFF' },
  watermark: '#F3E3D6',
  watermarkOver: 'rgba(178,94,0,0.45)',
  warning: '#B25E00',
};

const DARK: Palette = {
  background: '#1A1D21',
  title: '#F4F5F6',
  subtitle: '#C3C9CF',
  quiet: '#9BA3AB',
  grid: '#34393F',
  axis: '#717A83',
  line: { hero: '#5DB3F5', benchmark: '#B4BBC2', third: '#FF9E4A' },
  crowd: '#4C535B',
  band: 'rgba(155,163,171,0.14)',
  outerFan: 'rgba(93,179,245,0.18)',
  innerFan: 'rgba(93,179,245,0.26)',
  outcome: { cut50: '#2B7FCB', cut25: '#8CC8F5', hold: '#565E66', hike25: '#FF9E4A', hike50: '#B9651B' },
  outcomeInk: { cut50: '#4A93DA', cut25: '#8CC8F5', hold: '#B4BBC2', hike25: '#FFB066', hike50: '#CC741F' },
  onOutcome: { cut50: '#FFFFFF', cut25: '#14171A', hold: '#FFFFFF', hike25: '#14171A', hike50: '#14171A' },
  watermark: '#3A2E25',
  watermarkOver: 'rgba(255,158,74,0.45)',
  warning: '#FF9E4A',
};

export const PALETTES: Readonly<Record<Theme, Palette>> = { light: LIGHT, dark: DARK };

/** CSS pixels; nothing that must be read in Slack is under 18. */
export const SIZE = { title: 29, subtitle: 19, label: 20, tick: 18, footer: 15, watermark: 66 } as const;

/** Bundled by the embedded renderer; the others stand in on a host that lacks it. */
export const FONT_FAMILY = "Inter, 'Noto Sans', 'Liberation Sans', sans-serif";
