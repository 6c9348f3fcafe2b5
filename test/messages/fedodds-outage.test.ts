import { describe, expect, it } from 'vitest';
import { fedOdds } from '../../commands/fedodds.ts';
import { createLog } from '../../src/log.ts';
import type { FedData, Outage } from '../../src/market/fed-market.ts';
import { createSampleFedMarket, createSampleMarket } from '../../src/market/sample/sample.ts';
import { describeWithData } from '../support/data-folder.ts';
import { recompute } from '../support/formula.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[America/New_York]`).toInstant();
const SINCE = at('2024-01-22T18:05');

/** Prices that end on Friday 19 January and make that day's published March odds, 47.1% to 52.9%. */
async function endingFriday(outage?: Outage): Promise<FedData> {
  const data = await createSampleFedMarket().fedFunds('2024-01-19');
  const source = { ...data.futures.source, publisher: 'CME prices', sample: false };
  return { ...data, sample: false, futures: { ...data.futures, source }, ...(outage && { outage }) };
}

function answer(text: string, outage?: Outage) {
  const market = createSampleMarket(createLog('error', () => {}));
  const fedMarket = { fedFunds: () => endingFriday(outage) };
  return fedOdds(text, { now: at('2024-01-22T18:20'), capwatch: { fedMarket, market } });
}

const THREE_TIMES = { since: SINCE, tries: 3, nextTry: at('2024-01-22T18:30') };

describeWithData('/fedodds while the futures source does not answer', () => {
  it('is golden 09-error-source, word for word', async () => {
    expect(sentMessage(await answer('march', THREE_TIMES))).toEqual(expectedMessage('09-error-source'));
  });
});

describe('outageMessage', () => {
  it('has a receipt for every odd, and buttons that ask again and tell the sources', async () => {
    const { numbers, blocks } = await answer('march', THREE_TIMES);

    for (const receipt of numbers) expect(Number(recompute(receipt)), receipt.id).toBeCloseTo(Number(receipt.value), 9);
    expect(JSON.stringify(blocks.at(-1))).toContain('"value":"/fedodds march');
    expect(JSON.stringify(blocks.at(-1))).toContain('"value":"/capwatch sources"');
  });

  it('names the day of an outage that began earlier, and no time for the next try where none is set', async () => {
    const { text, blocks } = await answer('march', { since: SINCE.subtract({ hours: 24 }), tries: 1 });

    expect(text).toContain('since 18:05 ET on 21 Jan 2024.');
    expect(JSON.stringify(blocks)).toContain('tried 1 time, tried again with the next question');
  });

  it('leaves other views, and answers without an outage, as they are', async () => {
    expect((await answer('table', THREE_TIMES)).text).not.toContain('not answering');
    expect((await answer('march')).text).toContain('Stale');
  });
});
