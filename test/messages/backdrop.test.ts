import { describe, expect, it } from 'vitest';
import { backdropMessage } from '../../src/messages/backdrop.ts';
import { backdrop, type MacroPrint } from '../../src/metrics/backdrop.ts';
import { thesisBoard } from '../../src/metrics/thesis.ts';
import { expectLawful } from '../support/message-laws.ts';

const AS_OF = '2026-11-20';
const SOURCE = { publisher: 'FRED', series: 'X', fetchedAt: '2026-11-20T22:00:00Z', sample: false };

function print(id: MacroPrint['id'], points: Readonly<Record<string, number>>, more: Partial<MacroPrint> = {}) {
  const history = Object.entries(points).map(([period, value]) => ({ period, value }));
  const [previous, last] = history.slice(-2);
  if (previous === undefined || last === undefined) throw new Error('two points are needed');
  return { ...last, id, previous, history, source: SOURCE, ...more } satisfies MacroPrint;
}

const claims = (more: Partial<MacroPrint> = {}) => print('ICSA', { '2026-10-31': 224000, '2026-11-07': 219000 }, more);
const permits = (more: Partial<MacroPrint> = {}) => print('PERMIT', { '2026-08-01': 1390, '2026-09-01': 1410 }, more);
const LATE = { overdue: '2026-11-14' };

const known = (prints: readonly MacroPrint[]) => backdrop({ asOf: AS_OF, prints, revisions: [], lacking: 'none' });
const message = (prints: readonly MacroPrint[]) => backdropMessage(known(prints), { command: '/backdrop', notes: [] });
const said = (prints: readonly MacroPrint[]) => JSON.stringify(message(prints).blocks);

function headerOf(prints: readonly MacroPrint[]): string {
  const [block] = message(prints).blocks;
  return block?.type === 'header' ? block.text.text : '';
}

describe('backdropMessage', () => {
  it('never leads with a late series, warns of it, and says so in its row', () => {
    const prints = [claims(LATE), permits()];
    const { text, charts, numbers } = message(prints);

    expectLawful(message(prints));
    expect(headerOf(prints)).toBe('Backdrop: permits 1,410k, +1.4%');
    expect(text).toBe('Stale: claims wk 7 Nov. Backdrop, 20 Nov 2026: permits 1,410k, +1.4%.');
    expect(said(prints)).toContain(':warning: Stale: claims (wk 7 Nov; wk 14 Nov is due).');
    expect(said(prints)).toContain('"wk 7 Nov, stale"');
    expect(said(prints)).not.toContain('*219,000*');
    expect(charts[0]).toMatchObject({ panels: [{ name: 'Permits' }] });
    expect(numbers.find(({ id }) => id === 'macro.ICSA.latest')?.basis).toContain('stale, 2026-11-14 should be out');
  });

  it('says nothing of the kind when everything is fresh', () => {
    const prints = [claims({ lowestSince: { period: '2026-06-06', value: 215000 } }), permits()];

    expectLawful(message(prints));
    expect(headerOf(prints)).toBe('Backdrop: claims 219,000, lowest since June 2026');
    expect(`${message(prints).text} ${said(prints)}`).not.toMatch(/stale|warning|not known:/i);
  });

  it('shows no picture and offers to try again when nothing is fresh', () => {
    const prints = [claims(LATE), permits({ overdue: '2026-10-01' })];
    const { text, charts } = message(prints);

    expectLawful(message(prints));
    expect(headerOf(prints)).toBe('Stale: no claims after wk 7 Nov');
    expect(text).toBe('Stale: claims wk 7 Nov, permits Sep. Backdrop, 20 Nov 2026: no series is up to date.');
    expect(charts).toEqual([]);
    expect(said(prints)).toContain('*Stale* Fri 20 Nov 2026');
    expect(said(prints)).toContain('"retry"');
    expect(said(prints)).not.toContain('"share"');
  });

  it('names the series whose next release no calendar lists', () => {
    expect(said([claims(), permits({ nextUnknown: true })])).toContain('Next release not known: permits.');
  });
});

describe('thesisBoard', () => {
  it('measures no pillar by a late series', () => {
    const { items, numbers } = thesisBoard({ asOf: AS_OF, backdrop: known([claims(LATE), permits()]) });

    expect(items.find(({ series }) => series === 'ICSA')?.figure).toMatchObject({
      absent: 'stale, a newer figure should be out',
    });
    expect(numbers.map(({ id }) => id)).toEqual(['macro.PERMIT.change']);
  });
});
