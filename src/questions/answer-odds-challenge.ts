import type { AnswerDraft } from '../messages/answer.ts';
import { chipOf, directionOf, rangeText } from '../messages/fedodds-parts.ts';
import { fullDate, plain, points, pointsSize, probability, shortDate } from '../messages/format.ts';
import { fits, type Quoted } from '../metrics/claimed-figure.ts';
import { tickEffects } from '../metrics/fed-sensitivity.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import type { Figure } from './question.ts';
import { readMeeting } from './read-fed.ts';

const CME_PAGE = 'https://www.cmegroup.com/markets/interest-rates/cme-fedwatch-tool.html';

/** Another page's figure beside ours: which of ours it is, else how near, and the day and kind of price of each. */
export async function oddsChallengeAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day } = await readMeeting(asking);
  const { odds, meeting, ranges } = figures;
  const [theirs, ours] = challengePair(asking.text, asking.question.slots.figures);
  if (!theirs) throw refused('Which figure do you see?', '/fedodds march');
  const direction = directionOf(figures);
  const [by, at] = direction === 'cut' ? [figures.cutBy, figures.cutAt] : [figures.hikeBy, figures.hikeAt];
  const date = shortDate(meeting, odds.asOf);
  const named: Named[] = [
    { words: `${direction} by ${date}`, receipt: by },
    { words: `${direction} at ${date} alone`, receipt: at },
    ...ranges.map(({ lowerBp, upperBp, receipt }) => ({
      words: `the range ${rangeText(lowerBp, upperBp)} after ${date}`,
      receipt,
    })),
    { words: `hold by ${date}`, receipt: figures.holdBy },
  ];
  const own = ours ? named.find(({ receipt }) => fits(receipt.value, quotedOf(ours))) : undefined;
  const same = named.find(({ receipt }) => fits(receipt.value, quotedOf(theirs)));
  const mine = own ?? { words: `${direction} by ${date}`, receipt: by };
  const ticks = tickEffects(day.calendar, figures);
  const [tick] = [...ticks].sort((a, b) => effect(b, direction) - effect(a, direction));
  const tickSize = tick && (direction === 'cut' ? tick.cutBy : tick.hikeBy);
  const apart = difference(mine.receipt, theirs);
  return draft({
    lead: same
      ? `Both: “${theirs.typed}” is our figure for ${same.words}.`
      : `Both can be right: ours is a ${chipOf(odds, figures.found).toLowerCase()}, the page can be live.`,
    rest: `${probability(mine.receipt.value)} here is ${mine.words}, ${chipOf(odds, figures.found).toLowerCase()} of ${fullDate(odds.asOf)}.`,
    lines: [
      ...(ours && !own
        ? [
            `:warning: “${ours.typed}” is not in this post: ours read ${probability(by.value)} by and ${probability(at.value)} at ${date}`,
          ]
        : []),
      `*${probability(by.value)}* ${direction} by ${date}, *${probability(at.value)}* at that meeting alone; the page’s headline is by`,
      ...(tick && tickSize && !same
        ? [
            `*${points(tickSize.value, 1)}* is what one tick (${plain(tick.tick, 4).replace(/0+$/, '')}) lower in ${tick.contract} does: “${theirs.typed}” is ${pointsSize(apart.value, 1)} away`,
          ]
        : []),
      `Quote ${probability(by.value)} as ${chipOf(odds, figures.found).toLowerCase()} of ${fullDate(odds.asOf)}; the page’s own figure with its time`,
    ],
    basis: `FedWatch method, ${odds.rule}; one decimal, rounded once; FedWatch moves with live prices in the session`,
    ...oddsLabels(asking, figures),
    source: `CME prices for ours; theirs: CME FedWatch`,
    link: CME_PAGE,
    caveat: 'the time of the other figure is not known here; ours is not changed to match',
    numbers: receipts(
      by,
      at,
      figures.holdBy,
      tickSize,
      apart,
      ...ranges.map(({ receipt }) => receipt),
      ...(tick ? [tickInput(tick, odds.asOf)] : []),
    ),
    settings: [
      theirs.typed,
      ...(ours ? [ours.typed] : []),
      ...[odds.range, ...ranges].map(({ lowerBp, upperBp }) => rangeText(lowerBp, upperBp)),
    ],
    command: `/fedodds ${meeting} explain asof ${odds.asOf}`,
  });
}

interface Named {
  readonly words: string;
  readonly receipt: Receipt<number>;
}

function challengePair(text: string, figures: readonly Figure[]): readonly [Figure | undefined, Figure | undefined] {
  const [first, second] = figures;
  const before = first === undefined ? '' : text.slice(0, text.indexOf(first.typed.replace(/\s.*/, '')));
  return second && /\b(you|your|yours|capwatch)\b[^\d]{0,20}$/i.test(before) ? [second, first] : [first, second];
}

function quotedOf({ value, decimals }: Figure): Quoted {
  return { size: Math.abs(value) / 100, tolerance: (0.5 * 10 ** -decimals) / 100 };
}

function effect({ cutBy, hikeBy }: ReturnType<typeof tickEffects>[number], direction: 'cut' | 'hike'): number {
  return Math.abs(direction === 'cut' ? cutBy.value : hikeBy.value);
}

function difference(own: Receipt<number>, theirs: Figure): Receipt<number> {
  return {
    ...own,
    id: `${own.id}.v_quoted`,
    value: theirs.value / 100 - own.value,
    formula: 'quoted − own',
    inputs: [
      { name: 'quoted', series: 'asker', date: own.asOf, value: theirs.value / 100 },
      { name: 'own', series: own.id, date: own.asOf, value: own.value },
    ],
  };
}

function tickInput({ contract, tick, cutBy }: ReturnType<typeof tickEffects>[number], asOf: string): Receipt<number> {
  return {
    ...cutBy,
    id: `fed.tick.${contract}`,
    value: tick,
    unit: 'percent',
    formula: 'tick',
    inputs: [{ name: 'tick', series: contract, date: asOf, value: tick }],
  };
}
