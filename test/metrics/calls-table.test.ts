import { describe, expect, test } from 'vitest';
import { callTable } from '../../src/metrics/calls-table.ts';
import { versionWith } from '../support/calls.ts';

describe('callTable', () => {
  const row = (changes: Parameters<typeof versionWith>[0]) => {
    const [header = [], cells = []] = callTable([versionWith(changes)]);
    return Object.fromEntries(header.map((name, index) => [name, cells[index]]));
  };

  test('writes a call as plain cells: per cent without binary dust, days as ISO, nothing as an empty cell', () => {
    expect(row({ value: { kind: 'return', fraction: 0.07 } })).toMatchObject({
      call: '1',
      firm: 'Goldman Sachs',
      people: 'David Kostin',
      target_level: '',
      expected_return_pct: '7',
      base_close: '1950.96',
      horizon: '12m',
      note_date: '2024-01-12',
      withdrawn_on: '',
      entered_at: '2024-01-12T21:30:00Z',
    });
  });

  test.each([
    [{ kind: 'year-end', year: 2026 }, 'year-end 2026'],
    [{ kind: 'second-half', year: 2024 }, 'h2 2024'],
    [{ kind: 'month', month: '2024-06' }, '2024-06'],
  ] as const)('writes the horizon %o as %s', (horizon, text) => {
    expect(row({ horizon }).horizon).toBe(text);
  });
});
