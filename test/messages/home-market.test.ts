import { expect, it } from 'vitest';
import { homeMarket } from '../../src/messages/home-market.ts';
import { describeWithData } from '../support/data-folder.ts';
import { factsOf, folderSources, JANUARY_SETTLEMENTS, viewOf } from '../support/morning.ts';

describeWithData('homeMarket', () => {
  it('tells 22 January 2024 in the words of the agreed home tab', async () => {
    const facts = await factsOf('2024-01-22', folderSources(JANUARY_SETTLEMENTS));
    const { session, lines, freshness, sources } = homeMarket(viewOf(facts));

    expect(session).toBe('2024-01-22');
    expect(lines.slice(0, 2).map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      '*−3.85 pp* small-cap gap year to date',
      '*−18.81%* Russell 2000 from its record; S&amp;P 500 at its own',
    ]);
    expect(lines[3]).toBe('*4.37%* two-year Treasury yield');
    expect(freshness).toBe('*Close* 16:00 ET · all sources answering');
    expect(sources[0]).toBe('Index closes  Mon 22 Jan 16:00 ET');
  });

  it('names a source that is silent, and shows no figure of it', async () => {
    const facts = await factsOf('2024-01-22');
    const silent = { ...facts, fed: { ok: false, why: 'CME <prices> not answering' } } as const;
    const { lines, freshness, sources } = homeMarket(viewOf(silent));

    expect(lines.join()).not.toContain('hold');
    expect(freshness).toContain('not every source answers');
    expect(sources[1]).toBe(':warning: Futures  CME &lt;prices&gt; not answering');
  });
});
