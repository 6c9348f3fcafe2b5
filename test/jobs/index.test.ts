import { afterEach, describe, expect, it, vi } from 'vitest';
import { JOBS, scheduleJobs } from '../../jobs/index.ts';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { CapwatchError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';

afterEach(() => {
  vi.useRealTimers();
});

function live(setting: 'on' | 'off') {
  const logged: string[] = [];
  const asked: string[] = [];
  const capwatch = createCapwatch(parseConfig({ CAPWATCH_LIVE: setting }), {
    log: createLog('info', (line) => logged.push(line)),
    clock: () => Temporal.Now.instant(),
    market: {
      sample: false,
      prices: async (symbol) => {
        asked.push(symbol);
        throw new CapwatchError('unreachable', 'down');
      },
      totalReturn: () => Promise.reject(new CapwatchError('unreachable', 'down')),
    },
    fedMarket: { fedFunds: () => Promise.reject(new CapwatchError('unreachable', 'down')) },
    macroMarket: { macro: () => Promise.reject(new CapwatchError('unreachable', 'down')) },
  });
  return { capwatch, asked, logged };
}

/** Friday 20 November 2026, 18:04 in New York. */
const BEFORE = Temporal.Instant.from('2026-11-20T23:04:00Z').epochMilliseconds;

describe('scheduleJobs', () => {
  it('refreshes at 18:05 in New York, whatever the machine’s own zone', async () => {
    vi.useFakeTimers({ now: BEFORE });
    const { capwatch, asked } = live('on');
    const scheduled = scheduleJobs(capwatch);

    await vi.advanceTimersByTimeAsync(50_000);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(15_000);
    await scheduled.stop();

    expect(asked).toContain('RUT');
  });

  it('schedules nothing while live sources are off', async () => {
    vi.useFakeTimers({ now: BEFORE });
    const { capwatch, asked } = live('off');
    const scheduled = scheduleJobs(capwatch);

    await vi.advanceTimersByTimeAsync(65_000);
    await scheduled.stop();

    expect(asked).toEqual([]);
    expect(JOBS.map(({ name }) => name)).toEqual(['refresh']);
  });
});
