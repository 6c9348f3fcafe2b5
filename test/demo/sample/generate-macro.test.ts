import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backdrop } from '../../../commands/backdrop.ts';
import { sampleMacroFiles } from '../../../src/demo/sample/generate-macro.ts';
import { createLog } from '../../../src/log.ts';
import {
  createSampleFedMarket,
  createSampleMacroMarket,
  createSampleMarket,
  SAMPLE_DIR,
  SAMPLE_NOW,
} from '../../../src/market/sample/sample.ts';

describe('sampleMacroFiles', () => {
  test('are the committed files, byte for byte', () => {
    for (const [file, text] of Object.entries(sampleMacroFiles())) {
      expect(readFileSync(join(SAMPLE_DIR, file), 'utf8') === text, file).toBe(true);
    }
  });

  test('replay what was published by 22 January 2024, labelled as sample', async () => {
    const capwatch = {
      macroMarket: createSampleMacroMarket(),
      fedMarket: createSampleFedMarket(),
      market: createSampleMarket(createLog('error', () => {})),
    };
    const { text, blocks } = await backdrop('', { now: SAMPLE_NOW, capwatch });

    // Census 1,495 after 1,467; Labor Dept 187,000; Atlanta Fed 2.4; Treasury 4.37; ICI 5,961 after 5,975.
    expect(text).toContain('claims 187,000, lowest since Sep 2022; permits 1,495k, +1.9%; retail sales +0.6%');
    expect(text).toContain('2y 4.37%; money funds $5,961bn, $14bn below the record');
    expect(text).toMatch(/^Sample data: /);
    expect(JSON.stringify(blocks)).toContain('*SAMPLE DATA* ');
  });
});
