/** Holds every digit of an answer against its receipts: what is neither a value nor an input of one must not be sent. Pure. */
import { chartPoints } from '../charts/points.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { Receipt } from '../metrics/receipt.ts';

export interface Printed {
  readonly lead: string;
  readonly rest?: string;
  readonly text?: string;
  readonly lines: readonly string[];
  readonly basis: string;
  readonly asOf: string;
  readonly source: string;
  readonly caveat: string;
  readonly rows?: readonly (readonly string[])[];
  readonly chart?: ChartSpec;
  readonly numbers: readonly Receipt[];
  readonly settings: readonly string[];
}

/** Days, times, names and windows that hold digits but state no figure. */
const NO_FIGURE = [
  /https?:\/\/\S+/g,
  /\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?|\b(?:19|20)\d{2}-\d{2}\b/g,
  /\b\d{1,2}(?: (?:to|and) \d{1,2})? (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*(?: (?:19|20)\d{2})?/g,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (?:19|20)?\d{2}\b/g,
  /\d{1,2}:\d{2}(?: UTC| ET)?/g,
  /\b(?:19|20)\d{2}\b/g,
  /`[^`]*`/g,
  /“[^”]*”/g,
  /S&P 500|Russell 2000|\b1[DWMY]\b|\b[36]M\b|\b(?:3|5|10|12)[MY]\b|\bH[12]\b|52[- ]weeks?|\bZQ[A-Z]\d{2}\b|\bID \d+\b/g,
  /\b(?:25|50)\u00a0bp\b|\b\d+ months?\b|\b\d+-(?:day|week|month|session)s?\b/g,
];
const FIGURE = /[+−]?\d[\d,]*(?:\.\d+)?(?:%|\u00a0pp|\u00a0bp)?/g;

/** Figures as printed that no receipt proves in any of the ways we print. */
export function unprovenFigures(printed: Printed): string[] {
  const known = provable(printed);
  const { lead, rest: more = '', text = '', lines, basis, asOf, source, caveat, rows = [], settings } = printed;
  const words = [lead, more, text, ...lines, basis, asOf, source, caveat, ...rows.flat()].join('\n');
  const unset = settings.reduce(
    (rest, setting) => (setting === '' ? rest : rest.replaceAll(whole(setting), ' ')),
    words,
  );
  const bare = NO_FIGURE.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), unset);
  const found = [...bare.matchAll(FIGURE)].map(([figure]) => figure);
  return [...new Set(found)].filter((figure) => !known.has(digitsOf(figure)));
}

/** The setting as a word of its own, never the end of a longer number. */
function whole(setting: string): RegExp {
  return new RegExp(`(?<![\\d.,])${RegExp.escape(setting)}(?![\\d])`, 'g');
}

function digitsOf(figure: string): string {
  return figure.replaceAll(/[+−,%]|\u00a0(?:pp|bp)/g, '');
}

/** Every value, input and drawn point in the decimals that messages use, plain and in per cent, and every list's length. */
function provable({ numbers, chart }: Printed): Set<string> {
  const known = new Set<string>(['0', '100']);
  for (const { value, inputs } of numbers) {
    if (typeof value === 'number') add(known, value);
    for (const input of inputs) add(known, input.value);
    const names = Map.groupBy(inputs, ({ name }) => name);
    for (const list of names.values()) known.add(String(list.length));
  }
  for (const { value } of chart ? chartPoints(chart) : []) add(known, value);
  return known;
}

function add(known: Set<string>, value: number): void {
  for (const size of [Math.abs(value), Math.abs(value) * 100]) {
    known.add(String(Number(size.toPrecision(6))));
    for (const decimals of [0, 1, 2, 3, 4]) {
      known.add(size.toFixed(decimals));
      known.add(
        size.toLocaleString('en-US', {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
          useGrouping: false,
        }),
      );
    }
  }
}
