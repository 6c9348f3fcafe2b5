import { afterEach, expect, test } from 'vitest';
import { createContent } from '../../jobs/all-content.ts';
import type { Content } from '../../jobs/content.ts';
import type { ContentSources } from '../../src/market/morning-facts.ts';
import type { PriceSeries } from '../../src/metrics/series.ts';
import { CHANNEL, clockRig, type Rig } from '../support/clock-rig.ts';
import { describeWithData } from '../support/data-folder.ts';
import { folderSources, JANUARY_SETTLEMENTS } from '../support/morning.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

let rig: Rig | undefined;
afterEach(() => rig?.close());

/** The summary of Mon 22 Jan 2024 over `then`, the one of Tuesday over `now`: both by the clock, as a channel gets them. */
async function twoMornings(then: ContentSources, now: ContentSources) {
  let sources = then;
  const content: Content = createContent({
    ...then,
    market: { ...then.market, prices: (symbol, asOf) => sources.market.prices(symbol, asOf) },
    fedMarket: { fedFunds: (asOf) => sources.fedMarket.fedFunds(asOf) },
    yields: { twoYear: (asOf) => sources.yields?.twoYear(asOf) ?? Promise.reject(new Error('no yields')) },
  });
  const one = await clockRig({ now: '2024-01-23T05:00:00Z', content, draw: () => Promise.resolve(PNG) });
  rig = one;
  await one.subscribe({ parts: ['receipts'] });
  const clock = await one.start();
  one.set('2024-01-23T12:00:05Z');
  await clock.tick();
  const posted = one.standIn.messages(CHANNEL)[0]?.text ?? '';
  sources = now;
  one.set('2024-01-24T12:00:05Z');
  await clock.tick();
  const messages = one.standIn.messages(CHANNEL);
  const [lead] = messages;
  const thread = messages.filter(({ thread_ts }) => thread_ts === lead?.ts).map(({ text }) => text);
  const edited = { text: lead?.text ?? '', blocks: JSON.stringify(lead?.blocks) };
  return { posted, edited, thread, later: messages.filter(({ text }) => text === posted).length };
}

/** The folder with one close, or one yield, as a wrong print had it. */
function withWrong(symbol: 'RUT' | 'DGS2', day: string, wrong: number): ContentSources {
  const sources = folderSources(JANUARY_SETTLEMENTS);
  const changed = (dates: readonly string[], values: Float64Array) =>
    values.map((value, index) => (dates[index] === day ? wrong : value));
  return {
    ...sources,
    market: {
      ...sources.market,
      async prices(asked, asOf): Promise<PriceSeries> {
        const series = await sources.market.prices(asked, asOf);
        return asked === symbol ? { ...series, close: changed(series.dates, series.close) } : series;
      },
    },
    yields: {
      async twoYear(asOf) {
        const series = await sources.yields?.twoYear(asOf);
        if (!series) throw new Error('no yields');
        return symbol === 'DGS2' ? { ...series, ratePct: changed(series.dates, series.ratePct) } : series;
      },
    },
  };
}

const right = () => folderSources(JANUARY_SETTLEMENTS);

describeWithData('a summary that proved wrong, by the clock', () => {
  test('is edited where a settlement took the place of the last trade it told', async () => {
    const { posted, edited, thread } = await twoMornings(folderSources(), right());
    expect(posted).toMatch(/^March cut odds 42\.6%/);
    expect(edited.text).toMatch(/^Corrected: cut by 20 Mar 43\.2% on Mon 22 Jan, not 42\.6%\. /);
    expect(edited.blocks).toContain('~42.6%~ *43.2%* cut by 20 Mar');
    expect(edited.blocks).toMatch(
      /\*Why:\* CME’s settlements of Mon 22 Jan take the place of last trades \(ZQF4 94\.67 for 94\.6725[^)]*\); CME’s settlements of Fri 19 Jan/,
    );
    expect(edited.blocks).toContain('*Corrected* Wed 24 Jan 2024, 07:00 ET · the summary of Mon 22 Jan 2024');
    const notes = thread.filter((text) => text.startsWith('Correction:'));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^Correction: cut by 20 Mar 43\.2%, not 42\.6%;/);
  });

  test('is edited where a close was changed, and says that the lead stands', async () => {
    const { edited, thread } = await twoMornings(withWrong('RUT', '2024-01-22', 1980), right());
    expect(edited.text).toMatch(
      /^Corrected: Russell 2000 1,983\.38 on Mon 22 Jan, not 1,980\.00\. Yahoo Finance changed the Russell 2000 close of Mon 22 Jan from 1,980\.00 to 1,983\.38\. The lead stands\.$/,
    );
    expect(edited.blocks).toContain('~−4.01\u00a0pp~ *−3.85\u00a0pp* small-cap gap');
    expect(thread.at(-1)).toContain(
      'Correction: Russell 2000 close 1,983.38, not 1,980.00. Cause: Yahoo Finance changed',
    );
  });

  test('is left alone where only a figure it never printed was changed', async () => {
    const { posted, later, thread } = await twoMornings(withWrong('DGS2', '2024-01-22', 4.41), right());
    expect(posted).not.toContain('2-year');
    expect(later).toBe(1);
    expect(thread.some((text) => text.startsWith('Correction'))).toBe(false);
  });

  test('is left alone where nothing changed', async () => {
    const { later, edited, posted } = await twoMornings(right(), right());
    expect(later).toBe(1);
    expect(edited.text).toBe(posted);
  });
});
