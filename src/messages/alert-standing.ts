/** Where an alert stands between two looks, for lists: armed, on, or waiting, and the figure it saw last. Pure. */
import { type AlertRule, alertRule } from '../metrics/alerts.ts';
import { alertMemory } from '../metrics/alerts-state.ts';
import { figureWords, kindName, rearmWords } from './alert-words.ts';

export interface AlertStanding {
  /** "armed", "on", or what it waits for: "waits until above −19%". */
  readonly armed: string;
  /** "−3.85 pp now"; absent for rules that speak of one session, and before the first look. */
  readonly standing?: string;
  /** "divergence": the alert's kind, as a screen reader says it. */
  readonly kind?: string;
}

/** Rules whose figure means something between two events. */
const LEVELS: ReadonlySet<AlertRule['kind']> = new Set<AlertRule['kind']>(['gap', 'drawdown', 'odds', 'odds-move']);

/** From the stored rule and memory, both JSON. */
export function alertStanding({
  rule: stored,
  state,
}: {
  readonly rule: string;
  readonly state?: string;
}): AlertStanding {
  const rule = alertRule(JSON.parse(stored));
  const memory = state === undefined ? undefined : alertMemory(JSON.parse(state));
  if (!rule) return { armed: 'armed' };
  const kind = rule.kind === 'gap' ? 'gap' : kindName(rule);
  if (!memory) return { armed: 'armed', kind };
  const line = rearmWords(rule)?.replace('re-arms ', '');
  const waits = memory.fires.length > 0 ? 'on' : `waits until ${line ?? 'clear'}`;
  // A rule about one session is ready again at once, whatever an older memory holds.
  const armed = memory.latched && line !== undefined ? waits : 'armed';
  return { armed, kind, ...(LEVELS.has(rule.kind) && { standing: `${figureWords(rule, memory.value)} now` }) };
}
