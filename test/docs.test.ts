/** The worked examples of docs/metrics*.md: every line `> COMMAND → ID = VALUE` is answered and compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithData } from './support/data-folder.ts';
import { desk } from './support/desk.ts';

const DOCS = new URL('../docs/', import.meta.url);
const EXAMPLE = /^> `(\/[^`]+)` → `([^`]+)` = (\S+)$/gm;

function examples(): [string, string, string][] {
  const pages = readdirSync(DOCS).filter((name) => /^metrics.*\.md$/.test(name));
  const found = pages.flatMap((name) => [...readFileSync(new URL(name, DOCS), 'utf8').matchAll(EXAMPLE)]);
  return found.map(([, command = '', id = '', value = '']) => [command, id, value]);
}

describeWithData('the worked examples of docs/metrics*.md', () => {
  const { answer } = desk();

  it('are there', () => {
    expect(examples().length).toBeGreaterThan(10);
  });

  it.each(examples())('%s → %s = %s', async (command, id, value) => {
    const { numbers } = await answer(command);

    const figure = numbers.find((receipt) => receipt.id === id)?.value;

    if (typeof figure === 'boolean') expect(String(figure)).toBe(value);
    else expect(figure).toBeCloseTo(Number(value.replace('−', '-').replaceAll(',', '')), 6);
  });
});
