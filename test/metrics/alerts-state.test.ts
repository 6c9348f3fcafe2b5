import { describe, expect, test } from 'vitest';
import { type AlertRule, alertRule } from '../../src/metrics/alerts.ts';
import type { AlertData } from '../../src/metrics/alerts-look.ts';
import { isPast } from '../../src/metrics/alerts-look.ts';
import { type AlertMemory, alertMemory, alertStep } from '../../src/metrics/alerts-state.ts';
import { lastSession, upTo } from '../../src/metrics/series.ts';
import { seriesFrom } from '../support/series.ts';

/** Closes on sessions from 2 January 2020; the last one of 2019 is the base. */
const BASE = { RUT: 100, GSPC: 100 };

function dataOf(own: readonly number[], other: readonly number[]): AlertData {
  const subject = seriesFrom('2019-12-31', [BASE.RUT, ...own]);
  const benchmark = seriesFrom('2019-12-31', [BASE.GSPC, ...other], { symbol: 'GSPC', name: 'S&P 500' });
  return {
    session: lastSession(subject),
    prices: { ok: true, value: { subject, benchmark } },
    fed: { ok: false, why: 'no futures' },
  };
}

/** Gaps year to date in points → the kinds of steps, one a session. */
function steps(rule: AlertRule, gaps: readonly number[]): string[] {
  let memory: AlertMemory | undefined;
  return gaps.map((_, index) => {
    const own = gaps.slice(0, index + 1).map((gap) => 100 + gap);
    const step = alertStep(
      rule,
      dataOf(
        own,
        own.map(() => 100),
      ),
      memory,
    );
    memory = step.memory;
    return step.kind;
  });
}

const BELOW_8: AlertRule = { v: 1, kind: 'gap', window: 'ytd', side: 'below', threshold: -0.08, rearm: -0.075 };

describe('alertStep', () => {
  test('begins silently, fires once past the line, and again only after the re-arm line', () => {
    expect(steps(BELOW_8, [-2, -9, -10, -7.8, -9, -7, -9])).toEqual([
      'baseline',
      'fired',
      'quiet',
      'quiet',
      'quiet',
      'cleared',
      'again',
    ]);
  });

  test('that begins past its line waits until it was armed', () => {
    expect(steps(BELOW_8, [-9, -9, -7, -9])).toEqual(['baseline', 'quiet', 'quiet', 'fired']);
  });

  test('does not fire exactly at its line', () => {
    expect(isPast(-0.08, 'below', -0.08)).toBe(false);
    expect(isPast(0.6, 'above', 0.6)).toBe(false);
    expect(isPast(0.6000001, 'above', 0.6)).toBe(true);
  });

  test('looked at twice on one session stays the same', () => {
    const data = dataOf([91], [100]);
    const first = alertStep(BELOW_8, data, undefined);
    expect(alertStep(BELOW_8, data, first.memory).kind).toBe('same');
  });

  test('never fires for a restated history alone: an older session keeps its memory', () => {
    const data = dataOf([98, 91], [100, 100]);
    if (!data.prices.ok) throw new Error('no prices');
    const { subject, benchmark } = data.prices.value;
    const day = '2020-01-02';
    const older = {
      ...data,
      session: day,
      prices: { ok: true, value: { subject: upTo(subject, day), benchmark: upTo(benchmark, day) } },
    } as const;
    const fired = alertStep(BELOW_8, data, alertStep(BELOW_8, older, undefined).memory);
    expect(fired.kind).toBe('fired');
    expect(alertStep(BELOW_8, older, fired.memory).kind).toBe('same');
  });

  test('without data keeps its memory and says why', () => {
    const step = alertStep(
      BELOW_8,
      { session: '2020-01-02', prices: { ok: false, why: 'nobody answered' }, fed: { ok: false, why: '' } },
      undefined,
    );
    expect(step).toEqual({ kind: 'none', memory: undefined, why: 'nobody answered' });
  });

  test('counts a tier exactly reached as past it', () => {
    const rule: AlertRule = { v: 1, kind: 'drawdown', symbol: 'RUT', threshold: -0.1, rearm: -0.09 };
    expect(steps(rule, [0, -10])).toEqual(['baseline', 'fired']);
  });
});

const RECORD: AlertRule = { v: 1, kind: 'record', symbol: 'GSPC' };

/** Benchmark closes from the base of 100; `looks` are counts of sessions seen, the first being the silent one. */
function recordSteps(closes: readonly number[], looks: readonly number[], begun?: AlertMemory): string[] {
  let memory = begun;
  return looks.map((count) => {
    const shown = closes.slice(0, count);
    const step = alertStep(
      RECORD,
      dataOf(
        shown.map(() => 100),
        shown,
      ),
      memory,
    );
    memory = step.memory;
    return 'reading' in step && step.kind === 'fired' ? `fired on ${step.reading.asOf}` : step.kind;
  });
}

/** `count` sessions below every record. */
const below = (count: number) => Array.from({ length: count }, () => 90);

describe('alertStep of a rule about one session', () => {
  test('fires for the first record in over twenty sessions, not for one the session after', () => {
    // Sessions 1 to 21 lie below the base; 22 is the record, 23 the next one.
    const closes = [...below(21), 101, 102];
    expect(recordSteps(closes, [21, 22, 23])).toEqual(['baseline', 'fired on 2020-02-03', 'quiet']);
  });

  test('set on the evening of a record is silent about it and about the one of the next session', () => {
    const closes = [...below(21), 101, 102, 101];
    expect(recordSteps(closes, [22, 23, 24])).toEqual(['baseline', 'quiet', 'quiet']);
  });

  test('set on the evening of a record fires for the next that is news, whatever was looked at in between', () => {
    const closes = [...below(21), 101, ...below(20), 102];
    expect(recordSteps(closes, [22, 43])).toEqual(['baseline', 'fired on 2020-03-04']);
    expect(recordSteps(closes, [22, 30, 41, 43])).toEqual(['baseline', 'quiet', 'quiet', 'fired on 2020-03-04']);
  });

  test('tells a record of a session that nobody looked at, once', () => {
    const closes = [...below(21), 101, 102, 103];
    expect(recordSteps(closes, [21, 24, 24])).toEqual(['baseline', 'fired on 2020-02-03', 'same']);
  });

  test('remembered as latched by an earlier version is not held back by it', () => {
    const closes = [...below(21), 101];
    const old: AlertMemory = { v: 1, session: '2020-01-31', latched: true, value: 90, fires: [] };
    expect(recordSteps(closes, [22], old)).toEqual(['fired on 2020-02-03']);
  });

  test('asks a ledger for what was entered since the look before, and remembers when that was', () => {
    const asked: unknown[] = [];
    const data = (now: string): AlertData => ({
      ...dataOf([100], [100]),
      now,
      calls: (since, span) => {
        asked.push([since, span]);
        return { ok: true, value: [] };
      },
    });
    const rule: AlertRule = { v: 1, kind: 'calls', what: 'any' };
    const [first, next] = ['2020-01-02T21:05:00Z', '2020-01-03T21:05:00Z'];
    const { memory } = alertStep(rule, data(first), undefined);
    alertStep(rule, { ...data(next), session: '2020-01-03' }, alertMemory(JSON.parse(JSON.stringify(memory))));
    expect(asked).toEqual([
      ['2020-01-02', { last: first, now: first }],
      ['2020-01-02', { last: first, now: next }],
    ]);
  });
});

describe('alertRule and alertMemory', () => {
  test('read back what was stored', () => {
    expect(alertRule(JSON.parse(JSON.stringify(BELOW_8)))).toEqual(BELOW_8);
    const memory: AlertMemory = {
      v: 1,
      session: '2024-01-22',
      latched: false,
      value: -0.05,
      fires: [{ session: '2024-01-19', value: -0.2, closes: { RUT: 1 }, cleared: '2024-01-22' }],
    };
    expect(alertMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });

  test.each([
    null,
    'x',
    1,
    {},
    { v: 2, kind: 'gap' },
    { v: 1, kind: 'unknown' },
    { v: 1, kind: 'gap', window: 'ytd' },
    { v: 1, kind: 'gap', window: 'ytd', side: 'below', threshold: 'NaN', rearm: 0 },
  ])('refuse %j', (json) => {
    expect(alertRule(json)).toBeUndefined();
    expect(alertMemory(json)).toBeUndefined();
  });
});
