/** The question a post answers, from the command that makes it: what a reply without a verb of its own leans on. Pure. */

import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { firmKey } from '../metrics/calls.ts';
import { type FedView, parseFedOddsRequest } from './fedodds-request.ts';
import type { Topic } from './intent-rule.ts';
import type { PostSnapshot } from './post-snapshot.ts';
import type { Kind, Question, Slots } from './question.ts';
import { parseSmallCapsRequest, type View } from './smallcaps-request.ts';

const VIEW_KINDS: Readonly<Record<View, Kind>> = {
  highs: 'highs',
  recovery: 'recovery',
  ratio: 'ratio',
  divergence: 'highs',
  after: 'after',
  streak: 'streak',
  seasonality: 'seasonality',
};
const FED_KINDS: Partial<Record<FedView, Kind>> = {
  path: 'fed-path',
  history: 'odds-history',
  why: 'odds-why',
  calibration: 'calibration',
  smallcaps: 'rates-link',
};
const EMPTY: Slots = { figures: [], chart: false, bearish: false, fromHigh: false };

/** The post's own question; undefined for a summary, which answers many, and for an alert's own rule. */
export function postedQuestion(post: PostSnapshot | undefined): Question | undefined {
  if (post === undefined || post.kind === 'morning' || post.kind === 'weekly') return undefined;
  try {
    return ofCommand(post.command, post.asOf);
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

function ofCommand(command: string, today: Day): Question | undefined {
  const [name = '', ...words] = command.split(' ');
  const rest = words.join(' ');
  switch (name) {
    case '/smallcaps': {
      const { window, view, benchmark } = parseSmallCapsRequest(rest, today);
      const since = typeof window === 'object' && 'extreme' in window ? undefined : window;
      return {
        kind: view === undefined ? 'lag' : VIEW_KINDS[view],
        slots: {
          ...EMPTY,
          ...(since && view === undefined && { window: since }),
          ...(benchmark !== 'GSPC' && { benchmark }),
        },
      };
    }
    case '/fedodds': {
      const { view, meeting } = parseFedOddsRequest(rest, today);
      return { kind: (view && FED_KINDS[view]) ?? 'odds', slots: { ...EMPTY, ...(meeting !== 'next' && { meeting }) } };
    }
    case '/targets':
      return { kind: targetsKind(words), slots: targetsSlots(rest) };
    case '/backdrop':
      return { kind: 'macro', slots: EMPTY };
    default:
      return undefined;
  }
}

function targetsKind(words: readonly string[]): Kind {
  if (words.includes('survey')) return 'survey';
  if (words.includes('score')) return 'track-record';
  if (words.includes('consensus')) return 'consensus';
  return words[0] === 'who' ? 'target' : 'ranking';
}

function targetsSlots(rest: string): Slots {
  const name = /^who ([\p{L}\p{N}&.' -]+?)(?: asof\b|$)/u.exec(rest)?.[1];
  const firm = name === undefined ? undefined : firmKey(name);
  return { ...EMPTY, ...(firm !== undefined && { firm }), ...(/^spx\b/.test(rest) && { index: 'GSPC' as const }) };
}

/** What a post is about, by the command that makes it. */
export function topicOf(post: PostSnapshot | undefined): Topic {
  if (post === undefined) return 'none';
  if (post.kind === 'morning' || post.kind === 'weekly') return 'morning';
  const [name = '', second = ''] = post.command.split(' ');
  if (name === '/smallcaps') return 'smallcaps';
  if (name === '/fedodds') return 'fed';
  if (name === '/backdrop') return 'backdrop';
  if (name === '/targets') return second === 'survey' ? 'survey' : 'targets';
  if (post.kind === 'fed') return 'fed';
  return post.numbers.some(({ id }) => id.startsWith('fed.')) ? 'fed' : 'none';
}

/** The field of a kind; undefined for those that lean on the post. */
export function fieldOf(kind: Kind): Topic | undefined {
  if (/^(odds|fed|calibration|challenge-odds|rates)/.test(kind)) return 'fed';
  if (
    /^(lag|base|highs|challenge-price|after|recovery|streak|breadth|gap-rank|extreme|needed|ratio|seasonality|records|day-prices)/.test(
      kind,
    )
  )
    return 'smallcaps';
  if (/^(target|horizon|ranking|revisions|track|consensus|small-v)/.test(kind)) return 'targets';
  if (kind.startsWith('survey')) return 'survey';
  return kind === 'macro' ? 'backdrop' : undefined;
}
