import { expect, it } from 'vitest';
import type { Message } from '../../src/messages/message.ts';
import { describeWithData } from '../support/data-folder.ts';
import { unproven } from '../support/proven.ts';
import { readingDesk } from '../support/targets-desk.ts';

const { answer } = readingDesk();

/** What holds digits but states no figure: horizons, short years, a call's number, a printed rule's own name. */
const NO_FIGURE = [
  /(?:in|next) \d+ months/g,
  /’\d\d/g,
  /(?:\b\d{1,2} )?\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d\d\b/g,
  /\d+ · (?=RUT|SPX)/g,
  /over 120 days/g,
  /Cash rule [\d./]+/g,
];

function withoutRules(message: Message): Message {
  const clean = (text: string) => NO_FIGURE.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text);
  const blocks = JSON.parse(clean(JSON.stringify(message.blocks))) as Message['blocks'];
  const charts = message.charts.map((chart) => ({ ...chart, alt: clean(chart.alt) }));
  return { ...message, text: clean(message.text), blocks, charts };
}

describeWithData('every number of an answer about calls', () => {
  it.each([
    'russell asof 2024-01-22',
    'spx asof 2024-06-28',
    'spx consensus asof 2025-07-31',
    'score asof 2025-01-31',
    'spx score chart asof 2026-02-27',
    'who goldman asof 2024-08-01',
    'changes since 2024-01-01 asof 2024-03-28',
    'survey large asof 2024-01-22',
    'survey cash asof 2024-03-28',
  ])('/targets %s stands on a receipt', async (line) => {
    expect(unproven(withoutRules(await answer(line)))).toEqual([]);
  });
});
