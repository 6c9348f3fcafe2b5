import { expect, it } from 'vitest';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { contentSources } from '../../src/content-sources.ts';
import { createLog } from '../../src/log.ts';
import { createFolderMacroMarket } from '../../src/market/folder/macro.ts';
import { homeMarket } from '../../src/messages/home-market.ts';
import { backdrop } from '../../src/metrics/backdrop.ts';
import { marketAt } from '../../src/sending.ts';
import { seedReader } from '../../src/store/seed/seed-reader.ts';
import { DATA_DIR, describeWithData } from '../support/data-folder.ts';
import { factsOf, folderSources, viewOf } from '../support/morning.ts';

const EVENING = Temporal.Instant.from('2024-01-22T22:00:00Z');

function plainSpaces(lines: readonly string[]): string[] {
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

function reading() {
  return {
    sources: folderSources(),
    macroMarket: createFolderMacroMarket(DATA_DIR),
    versions: () => seedReader().listCallVersions('seed'),
  };
}

it('says SAMPLE DATA when the bundled sample is shown', async () => {
  const capwatch = createCapwatch(parseConfig({}), { log: createLog('error', () => {}) });
  const macroMarket = capwatch.macroMarket;
  const { freshness } = await marketAt({ ...reading(), sources: contentSources(capwatch), macroMarket }, EVENING);
  await capwatch.close();

  expect(freshness).toBe('*SAMPLE DATA* 16:00 ET · all sources answering');
});

describeWithData('homeMarket', () => {
  it('tells 22 January 2024 in the words and the order of the agreed home tab', async () => {
    const { session, lines, freshness, sources } = await marketAt(reading(), EVENING);

    expect(session).toBe('2024-01-22');
    const [gap, record, odds, path, calls, economy, ...more] = plainSpaces(lines);
    expect(gap).toBe('*−3.85 pp* small-cap gap year to date');
    expect(record).toBe('*−18.81%* Russell 2000 from its record; S&amp;P 500 at its own');
    expect(odds).toMatch(/^\*\d+\.\d%\* hold on 31 Jan; cut by 20 Mar \d+\.\d%$/);
    expect(path).toMatch(/^\*−\d+ bp\* priced by 18 Dec, \d\.\d cuts$/);
    expect(calls).toMatch(/^\*\+13\.12%\* left to Goldman’s \+15%; \+53\.30% to Fundstrat’s \+50%$/);
    expect(economy).toBe('*187,000* claims; two-year yield 4.37%');
    expect(more).toEqual([]);
    expect(freshness).toBe('*Close* 16:00 ET · all sources answering');
    expect(sources[0]).toBe('Index closes  Mon 22 Jan 16:00 ET');
    expect(sources[2]).toBe('Macro  Treasury Mon 22 Jan · claims Thu 18 Jan');
  });

  it('names a source that is silent, and shows no figure of it', async () => {
    const facts = await factsOf('2024-01-22');
    const silent = { ...facts, fed: { ok: false, why: 'CME <prices> not answering' } } as const;
    const dead = { ok: false, why: 'FRED not answering' } as const;
    const figures = { view: viewOf(silent), calls: { ok: true, value: [] }, macro: dead } as const;
    const { lines, freshness, sources } = homeMarket(figures);

    expect(lines.join()).not.toContain('hold');
    expect(lines[2]).toBe(':warning: No odds and no path: CME &lt;prices&gt; not answering');
    expect(lines[3]).toBe('*No call* on the Russell 2000 is active');
    expect(lines[4]).toBe('*4.37%* two-year yield; no claims: FRED not answering');
    expect(freshness).toContain('not every source answers');
    expect(sources[1]).toBe(':warning: Futures  CME &lt;prices&gt; not answering');
    expect(sources[2]).toBe(':warning: Macro  Treasury Mon 22 Jan · claims FRED not answering');
  });

  it('gives every line its reason when nothing answers', async () => {
    const facts = await factsOf('2024-01-22');
    const dead = { ok: false, why: 'nobody home' } as const;
    const view = viewOf({ ...facts, prices: dead, fed: dead, twoYear: dead });
    const { lines } = homeMarket({ view, calls: dead, macro: dead });

    expect(lines).toEqual([
      ':warning: No small-cap gap and no records: nobody home',
      ':warning: No odds and no path: nobody home',
      ':warning: No calls: nobody home',
      ':warning: No claims: nobody home; no two-year yield: nobody home',
    ]);
  });

  it('says of which week claims are when a later week should be out', async () => {
    const macro = backdrop(await createFolderMacroMarket(DATA_DIR).macro('2024-01-22'));
    const view = viewOf(await factsOf('2024-02-12'));
    const { lines } = homeMarket({ view, calls: { ok: true, value: [] }, macro: { ok: true, value: macro } });

    expect(lines.at(-1)).toMatch(/^\*187,000\* claims of the week to 13 Jan, stale; two-year yield /);
  });
});
