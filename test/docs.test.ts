/** The worked examples of docs/metrics*.md: every line `> COMMAND → ID = VALUE`, or with a question in a thread, is answered and compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { showAsk } from '../src/show-ask.ts';
import { describeWithData } from './support/data-folder.ts';
import { desk } from './support/desk.ts';

const DOCS = new URL('../docs/', import.meta.url);
const EXAMPLE = /^> `((?:\/|ask )[^`]+)` → `([^`]+)` = (\S+)$/gm;
const QUESTION = /^ask "([^"]+)" --on "([^"]+)"$/;

function examples(): [string, string, string][] {
  const pages = readdirSync(DOCS).filter((name) => /^metrics.*\.md$/.test(name));
  const found = pages.flatMap((name) => [...readFileSync(new URL(name, DOCS), 'utf8').matchAll(EXAMPLE)]);
  return found.map(([, command = '', id = '', value = '']) => [command, id, value]);
}

describeWithData('the worked examples of docs/metrics*.md', () => {
  const { answer, call } = desk();
  const answered = async (command: string) => {
    const [, question, post = ''] = QUESTION.exec(command) ?? [];
    if (question === undefined) return answer(command);
    const { answers } = await showAsk([question], post, call);
    return answers[0]?.message ?? { numbers: [] };
  };

  it('are there', () => {
    expect(examples().length).toBeGreaterThan(10);
  });

  it.each(examples())('%s → %s = %s', async (command, id, value) => {
    const { numbers } = await answered(command);

    const figure = numbers.find((receipt) => receipt.id === id)?.value;

    if (typeof figure === 'boolean') expect(String(figure)).toBe(value);
    else expect(figure).toBeCloseTo(Number(value.replace('−', '-').replaceAll(',', '')), 6);
  });
});
