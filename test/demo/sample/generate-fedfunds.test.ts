import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fedOdds } from '../../../commands/fedodds.ts';
import { sampleFedFiles } from '../../../src/demo/sample/generate-fedfunds.ts';
import { createLog } from '../../../src/log.ts';
import { createFolderFedMarket } from '../../../src/market/folder/fedfunds.ts';
import { createSampleMarket, SAMPLE_DIR, SAMPLE_NOW } from '../../../src/market/sample/sample.ts';

const capwatch = {
  fedMarket: createFolderFedMarket({ dir: SAMPLE_DIR, sample: true, writtenAt: SAMPLE_NOW.toString() }),
  market: createSampleMarket(createLog('error', () => {})),
};
const answer = (text: string) => fedOdds(text, { now: SAMPLE_NOW, capwatch });

describe('sampleFedFiles', () => {
  test('are the committed files, byte for byte', () => {
    for (const [file, text] of Object.entries(sampleFedFiles())) {
      expect(readFileSync(join(SAMPLE_DIR, file), 'utf8') === text, file).toBe(true);
    }
  });

  test('replay the published March odds of 22 January 2024 and a month before', async () => {
    const { text, blocks } = await answer('march');
    expect(text).toMatch(
      /^Sample data: Fed, by 20 Mar: cut 43\.2%, from 88\.0% a month ago \(−44\.8\u00a0pp\); hold 56\.8%/,
    );
    expect(JSON.stringify(blocks)).toContain('*SAMPLE DATA* Mon 22 Jan 2024');
  });

  test.each([
    ['2023-12-27', 0.902],
    ['2024-01-16', 0.651],
    ['2024-01-19', 0.471],
  ])('March odds of %s are the published %d within a point', async (day, published) => {
    const { numbers } = await answer(`march asof ${day}`);
    const cut = numbers.find(({ id }) => id === 'fed.2024-03-20.cut_by');
    expect(Math.abs(Number(cut?.value) - published)).toBeLessThan(0.01);
  });

  test('reach nine meetings and every view', async () => {
    const { text } = await answer('table');
    expect(text).toContain('5.4 cuts of 25\u00a0bp');
    for (const view of [
      '',
      'path',
      'march history',
      'march shift',
      'march why',
      'march sensitivity',
      'march explain',
      'stack',
      'smallcaps',
      'calibration',
    ]) {
      const message = await answer(view);
      expect(message.text.startsWith('Sample data: '), view).toBe(true);
      expect(
        message.numbers.every(({ sources }) => sources.every(({ sample }) => sample)),
        view,
      ).toBe(true);
    }
  });
});
