import { describe, expect, it } from 'vitest';
import { doctorMessage, type SourceLine, sourcesMessage } from '../../src/messages/sources.ts';

const CARD = { id: 'cboe', publisher: 'Cboe', licence: 'No redistribution.', limit: { requests: 60, hours: 1 } };
const LINE: SourceLine = { card: CARD, key: 'not needed', off: false, asked: 2 };

const body = (line: SourceLine) => JSON.stringify(sourcesMessage([line], { asOf: '2026-11-20' }).blocks[1]);

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
    expect(sourcesMessage([failing, LINE], { asOf: '2026-11-20' }).text).toBe(
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
      { asOf: '2026-11-20' },
    );

    for (const block of blocks) {
      if (block.type === 'section') expect(block.text?.text.length).toBeLessThan(3000);
    }
  });

  it('says what answers rest on while live sources are off', () => {
    const { text, blocks } = sourcesMessage([LINE], { asOf: '2026-11-20', instead: 'generated sample' });

    expect(text).toBe('Sources: live sources are off; answers rest on generated sample.');
    expect(JSON.stringify(blocks.at(-1))).toContain('CAPWATCH_LIVE=on');
  });
});

describe('doctorMessage', () => {
  it('leads with the sum and stays within a section, however long the table', () => {
    const table = `ok   Settings  all can be read\n${'warn x <b>\n'.repeat(400)}\n1 ok, 400 to look at, 0 failed\n`;

    const { text, blocks } = doctorMessage(table, '2026-11-20');

    expect(text).toBe('Doctor: 1 ok, 400 to look at, 0 failed.');
    expect(JSON.stringify(blocks[1])).toContain('ok   Settings  all can be read');
    for (const block of blocks) if (block.type === 'section') expect(block.text?.text.length).toBeLessThan(3000);
  });
});
