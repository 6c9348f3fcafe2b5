/** Finds numbers in a message that no receipt of it stands behind: every printed figure must be some value or input. */
import { chartPoints } from '../../src/charts/points.ts';
import type { Message } from '../../src/messages/message.ts';
import { withPictures } from '../../src/messages/pictures.ts';
import { plainText } from '../../src/messages/plain-text.ts';

/** Days, times, window names and words that hold digits but state no figure. */
const NO_FIGURE = [
  /\d{4}-\d{2}-\d{2}/g,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)? ?\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*(?: \d{2,4})?/g,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[–-]?(?:[A-Z][a-z]{2} )?\d{4}/g,
  /\d{1,2}:\d{2} ET/g,
  /\b(?:19|20)\d{2}\b/g,
  // Spans and thresholds of a definition, and a share said as "29 of 38 up" beside its receipt.
  /\b(?:1|3|5|6|10) (?:years?|months)\b|\b(?:20|63) sessions\b|\b\d+ of \d+ (?:up|ahead)\b/g,
  /S&P 500|Russell 2000|\b1[DWMY]\b|\b[36]M\b|\b(?:3|5|10|12)[MY]\b|52[- ]weeks?|365 days|rebased to 100|start = 100|\bZQ[A-Z]\d{2}\b/g,
];
const FIGURE = /[+−]?\d[\d,]*(?:\.\d+)?(?:%|\u00a0pp|\u00a0bp)?/g;

/** The figures of `message`, as printed, that match no value and no input of its receipts in any of the ways we print. */
export function unproven(message: Message): string[] {
  const known = printable(message);
  const text = `${message.text.replaceAll('&amp;', '&')}\n${plainText(
    withPictures(
      message,
      message.charts.map(() => 'F'),
    ),
  )}`;
  const bare = NO_FIGURE.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text);
  return [...new Set([...bare.matchAll(FIGURE)].map(([figure]) => figure))].filter(
    (figure) => !known.has(digitsOf(figure)),
  );
}

function digitsOf(figure: string): string {
  return figure.replaceAll(/[+−,%]|\u00a0(?:pp|bp)/g, '');
}

/** Every value, input and drawn point as a size in the decimals that messages use, plain and in per cent, and the length of every list. */
function printable({ numbers, charts }: Message): Set<string> {
  const known = new Set<string>();
  const add = (value: number) => {
    for (const size of [Math.abs(value), Math.abs(value) * 100]) {
      for (const decimals of [0, 1, 2, 3, 4]) known.add(size.toFixed(decimals)).add(rounded(size, decimals));
    }
  };
  for (const { value, inputs } of numbers) {
    if (typeof value === 'number') add(value);
    for (const input of inputs) add(input.value);
    for (const name of new Set(inputs.map((input) => input.name)))
      known.add(String(inputs.filter((input) => input.name === name).length));
  }
  for (const { value } of charts.flatMap(chartPoints)) add(value);
  return known;
}

/** The way toLocaleString rounds, which differs from toFixed on exact halves. */
function rounded(size: number, decimals: number): string {
  return size.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
  });
}
