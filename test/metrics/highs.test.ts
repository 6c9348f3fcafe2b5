import { describe, expect, it } from 'vitest';
import {
  closeFromHigh,
  drawdown,
  maxDrawdown,
  monthExtreme,
  recordFlag,
  sessionsSinceRecord,
} from '../../src/metrics/highs.ts';
import { isMeasured, type Measured } from '../../src/metrics/receipt.ts';
import { seriesFrom, seriesOn } from '../support/series.ts';

function value<V extends number | boolean>(figure: Measured<V>): V {
  if (!isMeasured(figure)) throw new Error(figure.absent);
  return figure.value;
}

const peaked = seriesFrom('2024-01-02', [100, 120, 90, 96], { high: [101, 125, 95, 97], low: [99, 110, 84, 90] });

describe('recordFlag', () => {
  it('needs a close strictly above every earlier one: a tie is no record', () => {
    expect(value(recordFlag(seriesFrom('2024-01-02', [100, 99, 100]), 'close'))).toBe(false);
    expect(value(recordFlag(seriesFrom('2024-01-02', [100, 99, 100.01]), 'close'))).toBe(true);
  });

  it('keeps closes and intraday highs apart', () => {
    const series = seriesFrom('2024-01-02', [100, 99], { high: [101, 102], low: [98, 97] });

    expect(value(recordFlag(series, 'close'))).toBe(false);
    expect(value(recordFlag(series, 'intraday'))).toBe(true);
  });

  it('says nothing about intraday records where the source has closes only', () => {
    expect(recordFlag(seriesFrom('2024-01-02', [100, 101]), 'intraday')).toEqual({
      id: 'RUT.record.intraday',
      absent: 'no intraday highs and lows for Russell 2000',
    });
  });

  it('says nothing when a session is lost, since the record may lie in it', () => {
    const series = seriesOn({ '2024-01-02': 100, '2024-01-04': 101 }, { missing: ['2024-01-03'] });

    expect(recordFlag(series, 'close')).toHaveProperty('absent', 'no Russell 2000 close for 2024-01-03');
  });
});

describe('sessionsSinceRecord', () => {
  it('counts from the record before, when the last session is itself one', () => {
    expect(value(sessionsSinceRecord(seriesFrom('2024-01-02', [100, 120, 90, 121]), 'close'))).toBe(2);
    expect(value(sessionsSinceRecord(peaked, 'close'))).toBe(2);
  });
});

describe('drawdown', () => {
  it('is the last close over the highest close minus one: 96 / 120 − 1 = −20%', () => {
    expect(value(drawdown(peaked, 'record'))).toBeCloseTo(-0.2, 12);
  });

  it('compares lows with highs intraday: 90 / 125 − 1 = −28%; the close with the high under its own id: 96 / 125 − 1', () => {
    expect(value(drawdown(peaked, 'record', 'intraday'))).toBeCloseTo(-0.28, 12);
    expect(value(closeFromHigh(peaked, 'record'))).toBeCloseTo(-0.232, 12);
  });

  it('forgets a record that is older than a year when it looks for the 52-week high', () => {
    const series = seriesOn({ '2022-01-03': 200, '2023-01-23': 150, '2024-01-22': 120 });

    expect(value(drawdown(series, 'record'))).toBeCloseTo(-0.4, 12);
    expect(value(drawdown(series, '52w'))).toBeCloseTo(-0.2, 12);
  });
});

describe('maxDrawdown', () => {
  it('is the deepest since the high, not where it stands now: 90 / 120 − 1 = −25%', () => {
    expect(value(maxDrawdown(peaked, '52w'))).toBeCloseTo(-0.25, 12);
    expect(value(maxDrawdown(peaked, '52w', 'intraday'))).toBeCloseTo(84 / 125 - 1, 12);
  });
});

describe('monthExtreme', () => {
  it('finds the day of the lowest or highest close of a month', () => {
    const series = seriesOn({ '2023-10-26': 90, '2023-10-27': 80, '2023-10-30': 85, '2023-11-01': 70 });

    expect(monthExtreme(series, '2023-10', 'low')).toBe('2023-10-27');
    expect(monthExtreme(series, '2023-10', 'high')).toBe('2023-10-26');
    expect(monthExtreme(series, '2023-09', 'low')).toBeUndefined();
  });
});
