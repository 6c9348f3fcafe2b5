/** What every job of the clock works with, put together once at the start. Holds nothing that a crash could lose. */
import type { Day } from '../src/calendar/day.ts';
import type { ChartSpec } from '../src/charts/spec.ts';
import type { Log } from '../src/log.ts';
import type { Said } from '../src/publish.ts';
import { createPictureShelf, type OnceDeps } from '../src/publish-once.ts';
import type { SlackClients } from '../src/slack/clients.ts';
import { createPacing } from '../src/slack/pacing.ts';
import type { Wait } from '../src/slack/wait.ts';
import type { ClockStore } from '../src/store/clock-store.ts';
import type { Drafting } from '../src/store/drafts.ts';
import type { Content } from './content.ts';

/** What the start hands in. */
export interface DeskOptions {
  readonly team: string;
  readonly store: ClockStore;
  readonly content: Content;
  readonly slack: SlackClients;
  /** PNG bytes of a chart in a theme. */
  readonly draw: (spec: ChartSpec, theme: 'light' | 'dark') => Promise<Uint8Array>;
  readonly wait: Wait;
  readonly log: Log;
  readonly clock: () => Temporal.Instant;
  /** Milliseconds that only grow, for pacing. */
  readonly elapsedMs: () => number;
  /** Decision days of the FOMC, ascending. */
  readonly meetings: readonly Day[];
  /** Where a question that the clock asks waits for its answer; absent: the clock asks none. */
  readonly drafts?: { recordDraft(drafting: Drafting, content: string): Promise<string> };
  /** Keeps what posts say, for questions under them. */
  readonly remember?: (said: Said) => Promise<void>;
}

export interface Desk extends DeskOptions {
  /** What a keyed post in a theme needs; pictures are shared between the posts of a theme. */
  readonly once: Readonly<Record<'light' | 'dark', OnceDeps>>;
}

export function createDesk(options: DeskOptions): Desk {
  const { store, slack, draw, wait, log, clock, elapsedMs, remember } = options;
  const pacing = createPacing({ wait, elapsedMs });
  const once = (theme: 'light' | 'dark'): OnceDeps => ({
    slack,
    store,
    wait,
    log,
    clock,
    pacing,
    draw: (spec) => draw(spec, theme),
    pictures: createPictureShelf(),
    ...(remember && { remember }),
  });
  return { ...options, once: { light: once('light'), dark: once('dark') } };
}
