import { expect, test } from 'vitest';
import { createCapwatch } from '../src/capwatch.ts';
import { parseConfig } from '../src/config.ts';
import { asOneMessage, showClock } from '../src/show-clock.ts';

/** The bundled sample with its own clock: the evening of 22 January 2024. */
const capwatch = createCapwatch(parseConfig({}));

test('show morning on the generated sample is the article’s day, lead and five replies, and says it is a sample', async () => {
  const messages = await showClock('morning', capwatch);
  expect(messages).toHaveLength(6);
  expect(messages?.[0]?.text).toMatch(
    /^Sample data: March cut odds 43\.2%, from 47\.1% on Friday and 88\.0% a month ago\./,
  );
  expect(messages?.[3]?.text).toContain('Calls and surveys: no change since Friday’s summary.');
});

test('show alert on the generated sample clears on 22 January', async () => {
  const messages = await showClock('alert divergence asof 2024-01-22', capwatch);
  expect(messages?.[0]?.text).toContain('Divergence cleared Mon 22 Jan');
});

test('an alert on calls fires on the day of a note, and is quiet the day before', async () => {
  const [fired] = (await showClock('alert targets asof 2024-01-12', capwatch)) ?? [];
  const [quiet] = (await showClock('alert targets asof 2024-01-11', capwatch)) ?? [];

  expect(fired?.text).toContain('2 changes in calls and surveys: Goldman +15% new, 12 Jan');
  expect(JSON.stringify(quiet?.blocks)).toContain('No such change since the look before');
});

test('leaves every other line to the commands', async () => {
  expect(await showClock('/smallcaps ytd', capwatch)).toBeUndefined();
});

test('as one message every number stands once and every block is there', async () => {
  const messages = (await showClock('morning asof 2024-01-19', capwatch)) ?? [];
  const one = asOneMessage(messages);
  expect(one.blocks.length).toBe(messages.reduce((sum, { blocks }) => sum + blocks.length, 0) + messages.length - 1);
  expect(new Set(one.numbers.map(({ id }) => id)).size).toBe(one.numbers.length);
  expect(one.charts).toEqual(messages[0]?.charts);
});
