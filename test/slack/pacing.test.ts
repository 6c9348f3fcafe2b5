import { describe, expect, it } from 'vitest';
import { createPacing } from '../../src/slack/pacing.ts';

/** A pacing whose waits resolve in the order of their times, and the time each turn came. */
function paced() {
  let now = 0;
  const turns: [string, number][] = [];
  const pending: { at: number; go: () => void }[] = [];
  const wait = (ms: number) => new Promise<void>((go) => pending.push({ at: now + ms, go }));
  const pacing = createPacing({ wait, elapsedMs: () => now });
  return {
    pacing,
    turns,
    ask: (team: string, channel: string) => void pacing.turn(team, channel).then(() => turns.push([channel, now])),
    async run() {
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        pending.sort((a, b) => a.at - b.at);
        const next = pending.shift();
        if (!next) return;
        now = next.at;
        next.go();
      }
    },
  };
}

describe('pacing', () => {
  it('lets 30 posts of one second go in order, at most one a second after the burst', async () => {
    const { ask, run, turns } = paced();
    for (let post = 0; post < 30; post += 1) ask('T1', 'C1');
    await run();

    const times = turns.map(([, at]) => at);
    expect(times.slice(0, 3)).toEqual([0, 0, 0]);
    expect(times.slice(3)).toEqual(Array.from({ length: 27 }, (_, index) => (index + 1) * 1000));
  });

  it('holds a limited channel as long as Slack asked, and no other', async () => {
    const { pacing, ask, run, turns } = paced();
    pacing.limited('T1', 'C1', 3);
    ask('T1', 'C1');
    ask('T1', 'C2');
    await run();

    expect(turns).toEqual([
      ['C2', 0],
      ['C1', 3000],
    ]);
  });

  it('holds the workspace when two of its channels are limited together, and no other workspace', async () => {
    const { pacing, ask, run, turns } = paced();
    pacing.limited('T1', 'C1', 3);
    pacing.limited('T1', 'C2', 3);
    ask('T1', 'C3');
    ask('T2', 'C9');
    await run();

    expect(turns).toEqual([
      ['C9', 0],
      ['C3', 3000],
    ]);
  });

  it('spreads posts into many channels of one workspace over time', async () => {
    const { ask, run, turns } = paced();
    for (let channel = 0; channel < 320; channel += 1) ask('T1', `C${channel}`);
    await run();

    // 20 at once, then five a second.
    expect(turns.at(-1)).toEqual(['C319', 60_000]);
  });
});
