/** What was found in an alert's words → its rule, bands filled in; or a refusal that names an example. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { type AlertRule, BANDS, type OddsMoveRule, type OddsRule } from '../metrics/alerts.ts';
import type { Tier } from '../metrics/divergence.ts';
import type { NamedWindow } from '../metrics/windows.ts';
import { bandInside, type Sided } from './alert-numbers.ts';
import type { MeetingWord } from './fedodds-request.ts';

export const ALERT_EXAMPLE = '/capwatch alert when gap ytd past -8';
export const ALERT_HINT =
  'also: drawdown past -10 · record · divergence · march cut odds past 60 · march cut odds moves 10 in 5 days · recovery · target hit · survey flip';
/** A rule whose meeting is still a word: which day it is depends on the calendar. */
export type DraftRule =
  | Exclude<AlertRule, OddsRule | OddsMoveRule>
  | (Omit<OddsRule, 'meeting'> & { readonly meeting: MeetingWord })
  | (Omit<OddsMoveRule, 'meeting'> & { readonly meeting: MeetingWord });

/** What the words have said so far. */
export interface Found {
  metric?: 'gap' | 'drawdown' | 'record' | 'divergence' | 'recovery' | 'calls' | 'odds';
  window?: NamedWindow;
  symbol?: 'RUT' | 'GSPC';
  meeting?: MeetingWord;
  word?: 'cut' | 'hike' | 'hold';
  what?: Extract<AlertRule, { kind: 'calls' }>['what'];
  past?: Sided;
  moves?: { readonly size: number; readonly sessions: number };
  rearm?: number;
  once: boolean;
  until?: Day;
  quiet?: { readonly from: string; readonly to: string; readonly zone: string };
}

/** The rule the words mean. @throws CapwatchError `invalid_input` for a threshold that cannot be. */
export function ruleOf(found: Found): DraftRule {
  switch (found.metric) {
    case 'gap':
      return gapRule(found);
    case 'drawdown':
      return depthRule(found);
    case 'record':
      return { v: 1, kind: 'record', symbol: found.symbol ?? 'GSPC' };
    case 'divergence':
      return divergenceRule(found);
    case 'odds':
      return oddsRule(found);
    case 'calls':
      return { v: 1, kind: 'calls', what: found.what ?? 'any' };
    default:
      return { v: 1, kind: 'recovery' };
  }
}

function gapRule({ window = 'ytd', past, rearm }: Found): DraftRule {
  if (!past) throw refusal('Give the gap to watch for, in points.');
  if (['3y', '5y', '10y', 'max'].includes(window))
    throw refusal(`A gap is a difference of returns up to a year, not over ${window}.`);
  if (Math.abs(past.value) > 60 || past.unit === '%')
    throw refusal('A gap is a difference in points, up to 60: −8 means 8 points behind.');
  const { side, value } = past;
  const line = rearm ?? (side === 'below' ? value + 100 * BANDS.gap : value - 100 * BANDS.gap);
  return { v: 1, kind: 'gap', window, side, threshold: value / 100, rearm: bandInside(line, past) / 100 };
}

function depthRule({ symbol = 'RUT', past, rearm }: Found): DraftRule {
  const depth = past && Math.abs(past.value);
  if (depth === undefined || depth <= 0 || depth > 90)
    throw refusal('Give a depth between 0 and 90 per cent.', '/capwatch alert when drawdown past -10');
  // A band as wide as the depth would never be left: nothing lies above the record.
  const band = Math.min(100 * BANDS.drawdown, depth / 2);
  const line = rearm === undefined ? -depth + band : -Math.abs(rearm);
  return {
    v: 1,
    kind: 'drawdown',
    symbol,
    threshold: -depth / 100,
    rearm: bandInside(line, { side: 'below', value: -depth, unit: '' }) / 100,
  };
}

const TIERS: readonly Tier[] = [0.05, 0.1, 0.2];

function divergenceRule({ past }: Found): DraftRule {
  const tier = past ? TIERS.find((one) => Math.round(one * 100) === Math.abs(past.value)) : 0.2;
  if (tier === undefined)
    throw refusal('The tiers of the divergence are 5, 10 and 20 per cent.', '/capwatch alert when divergence 20');
  return { v: 1, kind: 'divergence', tier, rearm: Math.round(100 * (BANDS.divergence - tier)) / 100 };
}

function oddsRule({ meeting = 'next', word = 'cut', past, moves, rearm }: Found): DraftRule {
  const example = '/capwatch alert when march cut odds past 60';
  if (moves) {
    if (moves.size <= 0 || moves.size >= 100 || moves.sessions < 1 || moves.sessions > 60)
      throw refusal(
        'Give points between 0 and 100, in 1 to 60 days.',
        '/capwatch alert when march cut odds moves 10 in 5 days',
      );
    return {
      v: 1,
      kind: 'odds-move',
      meeting,
      word,
      threshold: moves.size / 100,
      rearm: (rearm ?? moves.size / 2) / 100,
      sessions: moves.sessions,
    };
  }
  if (!past) throw refusal('Give the odds to watch for, in per cent.', example);
  if (past.value <= 0 || past.value >= 100) throw refusal('Odds lie between 0 and 100 per cent.', example);
  if (past.value < 1 && past.unit === '') throw refusal('Odds are given in per cent: 60 for 60%.', example);
  const { side, value } = past;
  // Near 0 and 100 the usual band would end outside them, and the alert would never be armed again.
  const band = Math.min(100 * BANDS.odds, (side === 'below' ? 100 - value : value) / 2);
  const line = rearm ?? (side === 'below' ? value + band : value - band);
  return { v: 1, kind: 'odds', meeting, word, side, threshold: value / 100, rearm: bandInside(line, past) / 100 };
}

/** A refusal with an example that works. */
export function refusal(said: string, example = ALERT_EXAMPLE): CapwatchError {
  return new CapwatchError('invalid_input', said, { example, hint: ALERT_HINT });
}
