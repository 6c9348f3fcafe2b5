import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/slack/csv.ts';

describe('csvText', () => {
  it('writes rows with CRLF, quoting only where needed', () => {
    expect(
      csvText([
        ['window', 'note'],
        ['ytd', 'a, "b"\nc'],
      ]),
    ).toBe('window,note\r\nytd,"a, ""b""\nc"\r\n');
  });

  it.each(['-0.021553', '+1', '-4', '0.5', '1983.38'])('leaves the number %s a number', (cell) => {
    expect(csvText([[cell]])).toBe(`${cell}\r\n`);
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")'])('disarms the formula %j', (cell) => {
    expect(Papa.parse<string[]>(csvText([[cell]]), { delimiter: ',' }).data[0]).toEqual([`'${cell}`]);
  });

  it('reads back as it was, whatever the cells hold', () => {
    const cell = fc.string().filter((text) => !/^[=+\-@\t\r\n]/.test(text) && text !== '');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(Papa.parse<string[]>(csvText(rows), { newline: '\r\n', delimiter: ',' }).data.slice(0, -1)).toEqual(
          rows,
        );
      }),
    );
  });
});
