import { describe, expect, it } from 'vitest';
import { monthOf } from '../../../src/calendar/month.ts';
import { parseSettlements } from '../../../src/market/settlements/import.ts';
import { fixture } from '../../support/sources.ts';

const day = (date: string) => monthOf(`${date}-01`);

describe('parseSettlements', () => {
  it('reads the exchange’s file without its total', () => {
    expect(parseSettlements(fixture('cme-settlements-305.json'))).toEqual({
      tradeDate: '2026-11-20',
      rows: [
        { month: day('2026-11'), price: 96.12, openInterest: 412334 },
        { month: day('2026-12'), price: 95.995, openInterest: 602118 },
      ],
    });
  });

  it('reads CSV of the trade date it is told, July as the exchange writes it', () => {
    const text = 'month,settle,openInterest\r\nJLY 27,95.7750,1204\nDEC 26,95.9950,\n';

    expect(parseSettlements(text, '2026-11-20').rows).toEqual([
      { month: day('2026-12'), price: 95.995 },
      { month: day('2027-07'), price: 95.775, openInterest: 1204 },
    ]);
  });

  it.each([
    ['an empty answer of the exchange', fixture('cme-settlements-empty.json'), undefined, /holds no settlements/],
    ['a refusal of the exchange', fixture('cme-403.json'), undefined, /not in the shape/],
    ['broken JSON', '{"settlements":[', undefined, /broken JSON/],
    ['CSV without a trade date', 'month,settle\nDEC 26,95.995\n', undefined, /trade date/],
    ['a Sunday', 'month,settle\nDEC 26,95.995\n', '2026-11-22', /no session/],
    ['a day that does not exist', 'month,settle\nDEC 26,95.995\n', '2026-11-31', /no session/],
    ['a price that is a rate', 'month,settle\nDEC 26,4.005\n', '2026-11-20', /`4.005` as settlement of DEC 26/],
    ['an empty price', 'month,settle\nDEC 26,\n', '2026-11-20', /as settlement/],
    ['a month that is none', 'month,settle\nDEZ 26,95.995\n', '2026-11-20', /`DEZ 26` as month/],
    ['a month twice', 'month,settle\nDEC 26,95.995\nDEC 26,95.99\n', '2026-11-20', /twice/],
    ['a month that is over', 'month,settle\nOCT 26,96.12\n', '2026-11-20', /before its trade date/],
    ['no column settle', 'month,price\nDEC 26,95.995\n', '2026-11-20', /column settle/],
  ])('refuses %s', (_what, text, tradeDate, sentence) => {
    expect(() => parseSettlements(text, tradeDate)).toThrow(sentence);
  });
});
