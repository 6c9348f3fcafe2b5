import { expect, it } from 'vitest';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { unproven } from '../support/proven.ts';

const VIEWS = [
  'ytd',
  '1m vs tech',
  '5y',
  '3m vs rsp',
  'highs',
  'recovery',
  'recovery all',
  'ratio',
  'divergence',
  'after',
  'streak',
  'seasonality',
];
const DAYS = ['2024-01-22', '2024-11-25', '2009-03-09'];

describeWithData('every number of a small-cap message', () => {
  const { answer } = desk();

  it.each(VIEWS.flatMap((view) => DAYS.map((day) => `/smallcaps ${view} asof ${day}`)))(
    '%s stands on a receipt',
    async (line) => {
      expect(unproven(await answer(line))).toEqual([]);
    },
  );
});
