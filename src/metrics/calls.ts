/** A strategist's call as the ledger keeps it: versions of stated facts, and which of them were known on a day. Pure. */
import type { Day } from '../calendar/day.ts';
import type { Horizon } from './calls-horizon.ts';

/** What the note's figure counts: price only, dividends included, or not said (taken as price, and labelled). */
export type CallBasis = 'price' | 'total' | 'unknown';

/** A level in index points, or a return as a fraction of the base close. */
export type CallValue =
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'return'; readonly fraction: number };

export interface CallSource {
  /** Address of the page or note. */
  readonly link: string;
  /** Who published it, for the receipt. */
  readonly publisher: string;
  /** One line, ≤ 200 characters. */
  readonly quote?: string;
}

/** What a person states when a call is entered. */
export interface CallFacts {
  readonly firm: string;
  readonly people: readonly string[];
  /** Capwatch's symbol of the index: `RUT`, `GSPC`. */
  readonly index: string;
  readonly value: CallValue;
  readonly basis: CallBasis;
  /** Session whose close a return starts from, and which side of it a level lies on. */
  readonly baseDate: Day;
  /** The base close as the note or the exchange printed it; without one it is read from the price series. */
  readonly baseClose?: number;
  readonly horizon: Horizon;
  /** The day it was published: nothing of the call is known before. */
  readonly noteDate: Day;
  /** True when only the month or week of the note is known. */
  readonly noteDateApproximate: boolean;
  /** Tells apart calls of one firm for one horizon that stand side by side; empty for the firm's main line. */
  readonly variant: string;
  /** `bottom-up` is a sum of analysts' targets, no strategist's view; it never enters a consensus. */
  readonly view: 'strategist' | 'bottom-up';
  /** Number of the call this note restates with another date or value. */
  readonly supersedes?: number;
  readonly source: CallSource;
  /** What a reader should know about the entry, one line. */
  readonly remark?: string;
}

/** One version of one call. Versions are never changed: a correction or a withdrawal is the next version. */
export interface CallVersion extends CallFacts {
  /** The call's number in its team's ledger, from 1. */
  readonly call: number;
  /** From 1. */
  readonly version: number;
  readonly enteredBy: string;
  /** ISO instant. */
  readonly enteredAt: string;
  /** From this day on the call no longer stands; a version without it stands again. */
  readonly withdrawnOn?: Day;
}

/** Well-known short names, so that "goldman" and "Goldman Sachs" are one firm. */
const FIRMS: Readonly<Record<string, string>> = {
  goldman: 'goldman-sachs',
  gs: 'goldman-sachs',
  bofa: 'bank-of-america',
  'bofa-securities': 'bank-of-america',
  'bank-of-america-securities': 'bank-of-america',
  jpm: 'jpmorgan',
  'jp-morgan': 'jpmorgan',
  'j-p-morgan': 'jpmorgan',
  ms: 'morgan-stanley',
  socgen: 'societe-generale',
  'deutsche-bank-ag': 'deutsche-bank',
  db: 'deutsche-bank',
  ubs: 'ubs',
  'fundstrat-global-advisors': 'fundstrat',
};

/** The firm in lower case with hyphens, common short names resolved: "GS" → `goldman-sachs`. */
export function firmKey(firm: string): string {
  const key = firm
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
  return FIRMS[key] ?? key;
}

/** What makes two entries the same call, as text: firm, index, note date, horizon and variant. */
export function callIdentity(facts: Pick<CallFacts, 'firm' | 'index' | 'noteDate' | 'horizon' | 'variant'>): string {
  const { firm, index, noteDate, horizon, variant } = facts;
  return [firmKey(firm), index, noteDate, horizonKey(horizon), slug(variant)].join('|');
}

/** `target.goldman-sachs.RUT.2024-01-12`; a horizon other than 12 months or the coming year end, and a variant, follow. */
export function callId(facts: Pick<CallFacts, 'firm' | 'index' | 'noteDate' | 'horizon' | 'variant'>): string {
  const suffixes = [isUsualHorizon(facts) ? '' : horizonKey(facts.horizon), slug(facts.variant)];
  return ['target', firmKey(facts.firm), facts.index, facts.noteDate, ...suffixes.filter((part) => part !== '')].join(
    '.',
  );
}

/** `12m`, `2024`, `2024-06`, `h2-2024`: a horizon as one readable word. */
export function horizonKey(horizon: Horizon): string {
  switch (horizon.kind) {
    case 'months':
      return `${horizon.months}m`;
    case 'year-end':
      return String(horizon.year);
    case 'month':
      return horizon.month;
    case 'second-half':
      return `h2-${horizon.year}`;
  }
}

/** A note of November or December usually speaks of the next year's end, an earlier one of its own. */
function isUsualHorizon({ horizon, noteDate }: Pick<CallFacts, 'horizon' | 'noteDate'>): boolean {
  if (horizon.kind === 'months') return horizon.months === 12;
  const [year, month] = noteDate.split('-').map(Number);
  return horizon.kind === 'year-end' && horizon.year === (year ?? 0) + ((month ?? 1) >= 11 ? 1 : 0);
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d)/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The newest version of every call; with `recordedUpTo` (ISO instant) as the ledger itself stood then. */
export function latestVersions(versions: readonly CallVersion[], recordedUpTo?: string): CallVersion[] {
  const newest = new Map<number, CallVersion>();
  for (const version of versions) {
    if (recordedUpTo !== undefined && laterThan(version.enteredAt, recordedUpTo)) continue;
    const held = newest.get(version.call);
    if (!held || held.version < version.version) newest.set(version.call, version);
  }
  return [...newest.values()].sort((a, b) => a.call - b.call);
}

function laterThan(instant: string, other: string): boolean {
  return Temporal.Instant.compare(instant, other) > 0;
}

/** Calls published by `asOf`, corrected as they are today; a note dated later is unknown. */
export function knownCalls(versions: readonly CallVersion[], asOf: Day): CallVersion[] {
  return latestVersions(versions).filter(({ noteDate }) => noteDate <= asOf);
}
