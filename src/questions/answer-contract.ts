/** Answers the price of a futures contract named by its code, ZQ or FF, with the rate it implies. Measures, words it. */

import { yearOf } from '../calendar/day.ts';
import { contractMonth, type Month, monthText } from '../calendar/month.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, MONTH_NAMES, plain, sessionDate } from '../messages/format.ts';
import { contractPrice, fedContract } from '../metrics/fed-futures.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { type Asking, asOfWords, draft, refused, sourceWords } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import { readFed } from './read-fed.ts';

const CODE = /\b(?:zq|ff)([fghjkmnquvxz])(\d{1,2})\b/g;

/** The contracts named by their codes; a one-digit year is the one from last year on. */
export function contractsNamed(text: string, day: string): Month[] {
  const found = [...text.matchAll(CODE)].flatMap(([, letter = '', digits = '']) => {
    const code = `ZQ${letter.toUpperCase()}${digits.length === 2 ? digits : twoDigits(Number(digits), yearOf(day))}`;
    return contractMonth('ZQ', code) ?? [];
  });
  return [...new Set(found)];
}

function twoDigits(last: number, year: number): string {
  const ahead = (last - (year % 10) + 10) % 10;
  // The year just gone is nearer than the one nine years on.
  return String((year + (ahead === 9 ? -1 : ahead)) % 100).padStart(2, '0');
}

/** The price of each contract on the answer's day and 100 less it; undefined where no code is named. @throws CapwatchError */
export async function contractAnswer(asking: Asking): Promise<AnswerDraft | undefined> {
  const months = contractsNamed(wordsOf(asking), asking.session);
  if (months.length === 0) return undefined;
  const day = await readFed(asking.desk.fedMarket, asking.session);
  const { odds, futures } = day;
  const priced = months.flatMap((month) => quoted(day, month) ?? []);
  const lost = months.filter((month) => contractPrice(odds.day, month) === undefined).map(fedContract);
  if (priced.length === 0)
    throw refused(`No price of ${lost.join(', ')} on ${fullDate(odds.asOf)}.`, '/fedodds explain');
  const kind = priced[0]?.price.basis ?? 'settlement';
  return draft({
    lead: `${priced.map(({ code, price }) => `${code} ${priceText(price.value)}`).join(', ')} on ${sessionDate(odds.asOf)}${kind === 'settlement' ? ', settlement' : `, ${kind}`}.`,
    lines: [
      ...priced
        .slice(0, 4)
        .map(
          ({ code, month, rate }) => `*${priceText(rate.value)}%* implied by ${code}: average rate of ${named(month)}`,
        ),
      ...(lost.length > 0 ? [`*${lost.join(', ')}*: no price that day`] : []),
    ],
    basis: 'rate = 100 − price, the month’s average of the effective rate; FF is another root of the same contracts',
    asOf: asOfWords(asking, odds.asOf, kind),
    source: sourceWords([futures.source]),
    caveat: kind === 'settlement' ? 'one price a day' : `a ${kind}, which can differ from the settlement`,
    numbers: priced.flatMap(({ price, rate }) => [price, rate]),
    settings: ['100 − price', ...months.map(fedContract)],
    session: odds.asOf,
    command: `/fedodds explain asof ${odds.asOf}`,
  });
}

interface Priced {
  readonly code: string;
  readonly month: Month;
  readonly price: Receipt<number>;
  readonly rate: Receipt<number>;
}

function quoted({ odds, futures }: FedDay, month: Month): Priced | undefined {
  const found = contractPrice(odds.day, month);
  if (!found) return undefined;
  const code = fedContract(month);
  const price: Receipt<number> = {
    id: `fed.price.${code}.${found.date}`,
    value: found.price,
    unit: 'index',
    asOf: found.date,
    basis: found.kind,
    formula: 'price',
    inputs: [{ name: 'price', series: code, date: found.date, value: found.price }],
    sources: [futures.source],
  };
  const rate: Receipt<number> = {
    ...price,
    id: `fed.rate.${code}.${found.date}`,
    value: 100 - found.price,
    unit: 'percent',
    formula: '100 − price',
  };
  return { code, month, price, rate };
}

function priceText(value: number): string {
  return plain(value, 4).replace(/0$/, '');
}

function named(month: Month): string {
  const text = monthText(month);
  return `${MONTH_NAMES[Number(text.slice(5)) - 1]} ${text.slice(0, 4)}`;
}
