/** When the next post may go: so many a second per channel and per workspace, longer after Slack asked to wait. Sends nothing. */
import type { Wait } from './wait.ts';

export interface Pacing {
  /** Resolves when a post into the channel may go; turns of one channel come in the order they were asked for. */
  turn(team: string, channel: string): Promise<void>;
  /** Slack asked to wait: the channel, and after two channels within seconds the whole workspace. */
  limited(team: string, channel: string, seconds: number): void;
}

export interface PacingOptions {
  readonly wait: Wait;
  /** A clock that only runs forward, in milliseconds. */
  readonly elapsedMs: () => number;
}

interface Rate {
  /** Milliseconds between posts in the long run. */
  readonly everyMs: number;
  /** Posts that may go at once after a pause. */
  readonly burst: number;
}

/** Slack: about one message a second per channel, short bursts allowed. */
const CHANNEL: Rate = { everyMs: 1000, burst: 3 };
/** Slack: several hundred a minute per workspace; it publishes no number. */
const TEAM: Rate = { everyMs: 200, burst: 20 };
/** Two channels limited within this time: it is the workspace that is limited. */
const TOGETHER_MS = 5000;
const SWEEP_AT = 1000;

/** Pacing for one process. */
export function createPacing({ wait, elapsedMs }: PacingOptions): Pacing {
  /** Per channel or workspace: when its next post would be due if there were no bursts. */
  const dueAt = new Map<string, number>();
  const lastLimited = new Map<string, { channel: string; at: number }>();

  function delay(key: string, { everyMs, burst }: Rate, now: number): number {
    return Math.max(0, (dueAt.get(key) ?? 0) - (burst - 1) * everyMs - now);
  }

  function spend(key: string, { everyMs }: Rate, at: number): void {
    dueAt.set(key, Math.max(dueAt.get(key) ?? 0, at) + everyMs);
  }

  function hold(key: string, { everyMs, burst }: Rate, until: number): void {
    dueAt.set(key, Math.max(dueAt.get(key) ?? 0, until + (burst - 1) * everyMs));
  }

  return {
    async turn(team, channel) {
      const now = elapsedMs();
      if (dueAt.size > SWEEP_AT) for (const [key, at] of dueAt) if (at < now) dueAt.delete(key);
      const ms = Math.max(delay(`${team}/${channel}`, CHANNEL, now), delay(team, TEAM, now));
      spend(`${team}/${channel}`, CHANNEL, now + ms);
      spend(team, TEAM, now);
      if (ms > 0) await wait(ms);
    },
    limited(team, channel, seconds) {
      const now = elapsedMs();
      hold(`${team}/${channel}`, CHANNEL, now + seconds * 1000);
      const before = lastLimited.get(team);
      if (before && before.channel !== channel && now - before.at < TOGETHER_MS) hold(team, TEAM, now + seconds * 1000);
      lastLimited.set(team, { channel, at: now });
    },
  };
}
