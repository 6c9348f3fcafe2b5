import { describe, expect, it } from 'vitest';
import { type SourceLine, sourcesMessage } from '../../src/messages/sources.ts';

const CARD = { id: 'cboe', publisher: 'Cboe', licence: 'No redistribution.', limit: { requests: 60, hours: 1 } };
const LINE: SourceLine = { card: CARD, key: 'not needed', off: false, asked: 2 };

const body = (line: SourceLine) => JSON.stringify(sourcesMessage([line], '2026-11-20').blocks[1]);

describe('sourcesMessage', () => {
  it('tells the last answer in New York time, the requests and the terms', () => {
    expect(body({ ...LINE, lastSuccessAt: '2026-11-20T23:30:00Z' })).toContain(
      '*Cboe* `cboe` · last answer 20 Nov 18:30 · 2 of 60 requests in an hour\\nNo redistribution.',
    );
  });

  it('warns of a source that is left alone, with the reason', () => {
    const failing = {
      ...LINE,
      openUntil: '2026-11-20T23:45:00Z',
      lastFailure: { at: '2026-11-20T23:30:00Z', message: 'Cboe asks to wait <soon>.' },
    };

    expect(body(failing)).toContain(
      ':warning: left alone until 20 Nov 18:45 · not asked yet · last failure 20 Nov 18:30: Cboe asks to wait &lt;soon&gt;.',
    );
    expect(sourcesMessage([failing, LINE], '2026-11-20').text).toBe(
      'Sources: 2 of 2 sources are asked, 1 of them left alone for now.',
    );
  });

  it('says what is off and which setting holds a missing key', () => {
    expect(body({ ...LINE, off: true })).toContain('switched off');
    expect(body({ ...LINE, key: 'not set', card: { ...CARD, keySetting: 'CAPWATCH_EODHD_KEY' } })).toContain(
      'no key (`CAPWATCH_EODHD_KEY`)',
    );
  });

  it('stays within Slack’s limits with every source there is', () => {
    const long = { ...LINE, card: { ...CARD, licence: 'x'.repeat(200) } };
    const { blocks } = sourcesMessage(
      Array.from({ length: 12 }, () => long),
      '2026-11-20',
    );

    for (const block of blocks) {
      if (block.type === 'section') expect(block.text?.text.length).toBeLessThan(3000);
    }
  });
});
