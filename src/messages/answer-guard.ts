/** Holds every digit of an answer against its receipts: what is neither a value nor an input of one must not be sent. Pure. */
import { chartPoints } from '../charts/points.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { Receipt } from '../metrics/receipt.ts';

export interface Printed {
  readonly lead: string;
  readonly rest?: string;
  readonly text?: string;
  readonly lines: readonly string[];
  readonly posts?: readonly { readonly words: string }[];
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
  /S&P [456]00|Russell 2000|\b1[DWMY]\b|\b[36]M\b|\b(?:3|5|10|12)[MY]\b|\bH[12]\b|52[- ]weeks?|\bZQ[A-Z]\d{2}\b|\bID \d+\b/g,
  /\b(?:25|50)\u00a0bp\b|\b\d+ months?\b|\b(?:1|3|5|10) years?\b|\b\d+-(?:day|week|month|session)s?\b/g,
  // Names and windows with digits in them: ZQF24, DGS10, Q4, 10y, 30d.
  /\b(?=[A-Za-z]*\d)[A-Za-z]+\d+[A-Za-z]*\b|\b\d{1,3}[dwmyDWMY]\b/g,
];
const FIGURE = /[<>]?[+−]?\d(?:,?\d)*(?:\.\d+)?(?:%|\u00a0pp|\u00a0bp|\u00a0?bn\b)?/g;
/** Chances that are neither nothing nor certain, and print as such at one decimal. */
const BOUNDS: Readonly<Record<string, readonly [above: number, below: number]>> = {
  '<0.1': [0, 0.0005],
  '>99.9': [0.9995, 1],
};

/** Figures as printed that no receipt proves in any of the ways we print. */
export function unprovenFigures(printed: Printed): string[] {
  const known = provable(printed);
  const {
    lead,
    rest: more = '',
    text = '',
    lines,
    posts = [],
    basis,
    asOf,
    source,
    caveat,
    rows = [],
    settings,
  } = printed;
  const named = posts.map(({ words }) => words);
  const words = [lead, more, text, ...lines, ...named, basis, asOf, source, caveat, ...rows.flat()].join('\n');
  const unset = settings.reduce(
    (rest, setting) => (setting === '' ? rest : rest.replaceAll(whole(setting), ' ')),
    words,
  );
  const bare = NO_FIGURE.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), unset);
  const found = [...bare.matchAll(FIGURE)].map(([figure]) => figure);
  return [...new Set(found)].filter((figure) => !isProven(figure, known));
}

/** The setting as a word of its own, never a part of a longer number. */
function whole(setting: string): RegExp {
  return new RegExp(`(?<![\\d.,])${RegExp.escape(setting)}(?!\\d|[.,]\\d)`, 'g');
}

function digitsOf(figure: string): string {
  return figure.replaceAll(/[+−,%<>]|\u00a0(?:pp|bp)|\u00a0?bn/g, '');
}

/** Sizes a figure may stand for: every value, input and drawn point, and the length of every list. */
function provable({ numbers, chart }: Printed): number[] {
  const sizes = [0, 100];
  for (const { value, inputs } of numbers) {
    if (typeof value === 'number') sizes.push(Math.abs(value));
    const lengths = new Map<string, number>();
    for (const input of inputs) {
      sizes.push(Math.abs(input.value));
      lengths.set(input.name, (lengths.get(input.name) ?? 0) + 1);
    }
    sizes.push(...lengths.values());
  }
  for (const { value } of chart ? chartPoints(chart) : []) sizes.push(Math.abs(value));
  return sizes;
}

/** Whether the figure is one of the sizes, plain or in per cent, rounded to the decimals it is printed with. */
function isProven(figure: string, sizes: readonly number[]): boolean {
  const bound = BOUNDS[figure.replace('%', '')];
  if (bound) return sizes.some((size) => size > bound[0] && size < bound[1]);
  const digits = digitsOf(figure);
  const printed = Number(digits);
  const decimals = digits.split('.')[1]?.length ?? 0;
  // Half a unit of the last digit, and a hair more: exact halves are rounded either way.
  const slack = 0.5 * 10 ** -decimals * (1 + 1e-9);
  // The government publishes millions of dollars; "bn" prints thousands of them.
  const scale = figure.endsWith('bn') ? 1000 : 0.01;
  return sizes.some((size) => [1, scale].some((by) => Math.abs(size - printed * by) <= slack * by));
}
