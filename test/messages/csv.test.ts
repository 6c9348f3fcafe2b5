import { expect, it } from 'vitest';
import { csvRows } from '../../src/messages/csv.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

describeWithData('csvRows', () => {
  const { answer } = desk();

  it('holds every figure with its formula, every input with its day, and every value of the chart', async () => {
    const rows = csvRows(await answer('/smallcaps ytd asof 2024-01-22'));

    expect(rows[0]).toEqual(['kind', 'id', 'date', 'value', 'unit', 'basis', 'formula', 'source']);
    expect(rows).toContainEqual([
      'input',
      'RUT.return.ytd',
      '2023-12-29',
      '2027.07',
      '',
      'price return',
      'close(base)',
      'RUT',
    ]);
    expect(
      rows.filter(([kind, id, date]) => kind === 'series' && id === 'Russell 2000' && date === '2023-12-29')[0]?.[3],
    ).toBe('100');
    // Three lines of 15 sessions, 29 December to 22 January.
    expect(rows.filter(([kind]) => kind === 'series')).toHaveLength(45);
  });

  it.each(['recovery', 'ratio', 'chart panel', 'after', 'highs'])(
    'holds the values of the picture of %s',
    async (view) => {
      const rows = csvRows(await answer(`/smallcaps ${view} asof 2024-01-22`));

      expect(rows.filter(([kind]) => kind === 'series').length).toBeGreaterThan(10);
      expect(rows.every((row) => row.length === 8)).toBe(true);
    },
  );
});
