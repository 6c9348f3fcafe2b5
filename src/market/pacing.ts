/** Keeps requests to one source apart and few at a time, so that a burst of questions never becomes a burst at a publisher. */
import { CapwatchError } from '../errors.ts';
import type { SourceCard } from './provider.ts';

export interface Time {
  readonly clock: () => Temporal.Instant;
  readonly sleep: (ms: number) => Promise<void>;
}

/** More callers than this behind one source are told to come back, instead of waiting for minutes. */
const LONGEST_QUEUE = 100;

interface Lane {
  running: number;
  nextStartMs: number;
  readonly waiting: (() => void)[];
}

export type Pacing = <T>(card: SourceCard, work: () => Promise<T>) => Promise<T>;

/** Runs `work` when its source's turn comes. Throws `rate_limited` when 100 callers are waiting already. */
export function createPacing({ clock, sleep }: Time): Pacing {
  const lanes = new Map<string, Lane>();
  const laneOf = (id: string) => {
    const lane = lanes.get(id) ?? { running: 0, nextStartMs: 0, waiting: [] };
    lanes.set(id, lane);
    return lane;
  };
  return async (card, work) => {
    const lane = laneOf(card.id);
    await turn(lane, card);
    try {
      const nowMs = clock().epochMilliseconds;
      const startMs = Math.max(nowMs, lane.nextStartMs);
      lane.nextStartMs = startMs + card.spacingMs;
      if (startMs > nowMs) await sleep(startMs - nowMs);
      return await work();
    } finally {
      leave(lane);
    }
  };
}

async function turn(lane: Lane, { publisher, concurrency }: SourceCard): Promise<void> {
  if (lane.running < concurrency) {
    lane.running += 1;
    return;
  }
  if (lane.waiting.length >= LONGEST_QUEUE) {
    throw new CapwatchError('rate_limited', `Too many requests are waiting for ${publisher}.`, { source: publisher });
  }
  await new Promise<void>((resolve) => lane.waiting.push(resolve));
}

/** The place goes to the next in line, or becomes free. */
function leave(lane: Lane): void {
  const next = lane.waiting.shift();
  if (next) next();
  else lane.running -= 1;
}
