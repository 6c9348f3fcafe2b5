import { describe, expect, it } from 'vitest';
import { comparison } from '../../src/metrics/returns.ts';
import { mostUnusual } from '../../src/metrics/unusual.ts';
import { seriesFrom } from '../support/series.ts';

const steady = (length: number) =>
  seriesFrom(
    '2015-01-02',
    Array.from({ length }, () => 100),
    { symbol: 'GSPC', name: 'S&P 500' },
  );
/** Up, down, up, down: a gap of the same small size on either side, every day. */
const zigzag = (length: number) => Array.from({ length }, (_, index) => 100 + (index % 2));

describe('mostUnusual', () => {
  it('is silent on an ordinary day', () => {
    const subject = seriesFrom('2015-01-02', zigzag(600));

    expect(mostUnusual(subject, steady(600), comparison(subject, steady(600), '1w'))).toBeUndefined();
  });

  it('picks the fact that the fewest past cases match: here a streak of nine among runs of one', () => {
    const closes = [...zigzag(600), 101, 102, 103, 104, 105, 106, 107, 108, 109];
    const subject = seriesFrom('2015-01-02', [
      ...closes.map((close) => close - 100 + 1000),
      990,
      991,
      992,
      993,
      994,
      995,
      996,
      997,
      998,
    ]);
    const benchmark = steady(subject.dates.length);

    const fact = mostUnusual(subject, benchmark, comparison(subject, benchmark, '1d'));

    expect(fact).toMatchObject({ kind: 'streak' });
  });

  it('tells a record after a long wait', () => {
    const closes = [120, ...zigzag(600), 121];
    const subject = seriesFrom('2015-01-02', closes);
    const benchmark = steady(closes.length);

    const fact = mostUnusual(subject, benchmark, comparison(subject, benchmark, '1m'));

    expect(fact).toMatchObject({ kind: 'record', wait: { value: 601 } });
  });
});
