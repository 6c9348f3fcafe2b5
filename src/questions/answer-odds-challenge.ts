/** Whose odds are right: which of our figures the quoted one is, on which day it was ours, or how near it is. Measures and words it. */
import { daysBetween } from '../calendar/day.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { chipOf, directionOf, rangeText } from '../messages/fedodds-parts.ts';
import { basisPoints, fullDate, plain, points, pointsSize, probability, shortDate } from '../messages/format.ts';
import { fits, type Quoted } from '../metrics/claimed-figure.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import { type TickEffect, tickEffects } from '../metrics/fed-sensitivity.ts';
import type { FedDay } from '../metrics/fed-views.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts } from './desk.ts';
import { type Chance, chanceNamed, chancesAt, changesOf, earlierDay } from './odds-chances.ts';
import { sizesAsked, wordsOf } from './odds-words.ts';
import { CME_PAGE, houseIn, houseLine } from './other-houses.ts';
import type { Figure } from './question.ts';
import { quotedPair } from './quoted-pair.ts';
import { readMeeting } from './read-fed.ts';

/** Another place's figure beside ours: which of ours it is or was, else how near, and the day and kind of price of each. */
export async function oddsChallengeAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures, day, view } = await readMeeting(asking);
  const text = wordsOf(asking);
  const sizes = sizesAsked(asking);
  const { theirs, ours } = quotedPair(text, asking.question.slots.figures, sizes);
  const changes = CHANGED.test(text) ? changesOf(view) : [];
  const all = changes.length > 0 ? changes : chancesAt(figures);
  const own = ours && all.find(({ receipt }) => fits(receipt.value, quotedOf(ours)));
  const meant = (changes.length > 0 ? (own ?? changes[0]) : chanceNamed(asking, figures, sizes)) ?? own ?? all[0];
  const one: Dispute = { asking, figures, day, theirs, ours, meant: meant ?? headline(figures), all, own };
  return theirs && theirs.unit !== 'bp' ? disputed(one, theirs) : undisputed(one);
}

/** "48 points lower" is a change, not a chance. */
const CHANGED =
  /\b(points?|pts?|pp) (lower|higher|down|up|drop|fall|move|shift|less|more)\b|\b(dropped|fell|moved|down|up|shifted|rose|jumped) (by )?\d/;
/** Days within which an older figure of ours explains another one. */
const RECENT = 14;

interface Dispute {
  readonly asking: Asking;
  readonly figures: MeetingFigures;
  readonly day: FedDay;
  readonly theirs: Figure | undefined;
  readonly ours: Figure | undefined;
  /** The figure of ours that theirs is held against. */
  readonly meant: Chance;
  readonly all: readonly Chance[];
  /** The figure of ours that they quote as ours. */
  readonly own: Chance | undefined;
}

function printed({ receipt, isChange }: Chance): string {
  return isChange ? points(receipt.value, 1) : probability(receipt.value);
}

function headline(figures: MeetingFigures): Chance {
  const receipt = directionOf(figures) === 'cut' ? figures.cutBy : figures.hikeBy;
  return {
    words: `${directionOf(figures)} by ${shortDate(figures.meeting, figures.odds.asOf)}`,
    receipt,
    of: () => undefined,
  };
}

function disputed(one: Dispute, theirs: Figure): AnswerDraft {
  const { asking, figures, day, ours, own, meant, all } = one;
  const { odds } = figures;
  const quoted = quotedOf(theirs);
  const chip = chipOf(odds, figures.found).toLowerCase();
  const house = houseIn(wordsOf(asking));
  const equal = fits(meant.receipt.value, quoted);
  const same = equal ? meant : all.find(({ receipt }) => fits(receipt.value, quoted));
  const before = same ? undefined : earlierDay(day, figures, { chance: meant, quoted });
  const recent = before && daysBetween(before.day, odds.asOf) <= RECENT;
  const apart = difference(meant.receipt, theirs);
  const tick = same || before || !house.same ? undefined : tickOf(day, figures);
  return draft({
    lead: verdict(one, { theirs, equal, same, earlier: recent ? before : undefined, apart, tick }),
    rest: `${printed(meant)} here is ${meant.words}, ${chip} of ${fullDate(odds.asOf)}.`,
    lines: [
      ...(ours && !own && !fits(meant.receipt.value, quotedOf(ours))
        ? [`:warning: “${ours.typed}” is not in this post: ${meant.words} reads ${printed(meant)}`]
        : []),
      ...bothLine(figures, meant),
      ...(tick
        ? [
            `*${points(tick.size.value, 1)}* is what one tick (${plain(tick.tick, 4).replace(/0+$/, '')}) lower in ${tick.contract} does: “${theirs.typed}” is ${pointsSize(apart.value, 1)} away`,
          ]
        : []),
      ...(before && !recent
        ? [`*${fullDate(before.day)}* is the last day it was ours: ${probability(before.receipt.value)}`]
        : []),
      ...(same || before ? [] : [meant.isChange ? TRIED.change : TRIED.chance]),
      ...(house.same ? [] : [houseLine(house)]),
      `Quote ${printed(meant)} as ${chip} of ${fullDate(odds.asOf)}; the other figure with its source and time`,
    ],
    ...shared(one, house.name, house.same === true),
    numbers: receipts(...baseNumbers(one), apart, before?.receipt, tick?.size, tick?.input),
  });
}

const TRIED = {
  change: '*Tried*: the change over a day, a week and a month',
  chance: '*Tried*: at and by, every range, a hold, and this chance on each day of three months',
} as const;

interface Found {
  readonly theirs: Figure;
  readonly equal: boolean;
  readonly same: Chance | undefined;
  readonly earlier: ReturnType<typeof earlierDay>;
  readonly apart: Receipt<number>;
  readonly tick: Tick | undefined;
}

function verdict({ figures, meant }: Dispute, { theirs, equal, same, earlier, apart, tick }: Found): string {
  if (equal) return 'Both: the same figure, rounded.';
  if (same) return `Both: “${theirs.typed}” is our figure for ${same.words}.`;
  if (earlier)
    return `Both, on different days: ${meant.words} was ${probability(earlier.receipt.value)} on ${fullDate(earlier.day)}.`;
  const chip = chipOf(figures.odds, figures.found).toLowerCase();
  if (tick && Math.abs(apart.value) <= Math.abs(tick.size.value))
    return `Within one tick: ours is one ${chip} a day, FedWatch moves with live prices.`;
  return `“${theirs.typed}” is no figure of ours: ${pointsSize(apart.value, 1)} from ${meant.words}.`;
}

/** "Why don't you match FedWatch?" without a figure: what differs, and what to quote. */
function undisputed(one: Dispute): AnswerDraft {
  const { asking, figures, meant } = one;
  const { odds } = figures;
  const chip = chipOf(odds, figures.found);
  const house = houseIn(wordsOf(asking));
  return draft({
    lead: `Ours is one ${chip.toLowerCase()} a day, ${house.same ? 'FedWatch moves with live prices' : `${house.name} counts for itself`}:`,
    rest: `${printed(meant)} here is ${meant.words}, ${chip.toLowerCase()} of ${fullDate(odds.asOf)}.`,
    lines: [
      ...bothLine(figures, meant),
      ...(house.same
        ? [
            '*Method* is the same as FedWatch’s, and one decimal is rounded once: a difference is the time, at or by, or last trade against settlement',
          ]
        : [houseLine(house)]),
      '*Name the figure* you see and I say on which day, or of what, it is ours',
      `Quote ${printed(meant)} as ${chip.toLowerCase()} of ${fullDate(odds.asOf)}; theirs with its time`,
    ],
    ...shared(one, house.name, house.same === true),
    numbers: receipts(...baseNumbers(one)),
  });
}

/** At and by of the direction that the disputed figure is about; nothing for a range. */
function bothLine(figures: MeetingFigures, meant: Chance): string[] {
  const direction = meant.direction ?? directionOf(figures);
  const [by, at] = direction === 'cut' ? [figures.cutBy, figures.cutAt] : [figures.hikeBy, figures.hikeAt];
  const date = shortDate(figures.meeting, figures.odds.asOf);
  if (meant.receipt.id.includes('.range.') || meant.receipt.id.includes('.bin_at.'))
    return [
      `*${basisPoints(figures.expectedBp.value)}* expected by ${date}; any ${direction} by then ${probability(by.value)}`,
    ];
  return [
    `*${probability(by.value)}* ${direction} by ${date}, *${probability(at.value)}* at that meeting alone; headlines are by`,
  ];
}

function shared({ asking, figures, theirs, ours }: Dispute, house: string, isCme: boolean) {
  const { odds, ranges, meeting } = figures;
  return {
    basis: `FedWatch method, ${odds.rule}; one decimal, rounded once; by the meeting unless said, from the range in force`,
    ...oddsLabels(asking, figures),
    source: `CME prices for ours; theirs: ${house}`,
    ...(isCme && { link: CME_PAGE }),
    caveat: 'the time of the other figure is not known here; ours is not changed to match',
    settings: [
      ...[theirs, ours].flatMap((figure) => (figure ? [figure.typed] : [])),
      ...[odds.range, ...ranges].map(({ lowerBp, upperBp }) => rangeText(lowerBp, upperBp)),
      ...SIZES.map((size) => `${size}\u00a0bp`),
    ],
    command: `/fedodds ${meeting} explain asof ${odds.asOf}`,
  };
}

const SIZES = [25, 50, 75, 100, 125, 150];

function baseNumbers({ figures, all, meant }: Dispute): Receipt[] {
  return receipts(
    figures.cutBy,
    figures.cutAt,
    figures.hikeBy,
    figures.hikeAt,
    figures.holdBy,
    figures.expectedBp,
    meant.receipt,
    ...all.map(({ receipt }) => receipt),
  );
}

function quotedOf(figure: Figure): Quoted {
  return { size: Math.abs(figure.value) / 100, tolerance: (0.5 * 10 ** -figure.decimals) / 100 };
}

interface Tick {
  readonly size: Receipt<number>;
  readonly input: Receipt<number>;
  readonly contract: string;
  readonly tick: number;
}

/** The contract whose tick moves the odds most. */
function tickOf({ calendar }: FedDay, figures: MeetingFigures): Tick | undefined {
  const direction = directionOf(figures);
  const of = ({ cutBy, hikeBy }: TickEffect) => (direction === 'cut' ? cutBy : hikeBy);
  const [most] = tickEffects(calendar, figures).sort((a, b) => Math.abs(of(b).value) - Math.abs(of(a).value));
  if (!most || of(most).value === 0) return undefined;
  return { size: of(most), input: tickInput(most, figures.odds.asOf), contract: most.contract, tick: most.tick };
}

function difference(own: Receipt<number>, theirs: Figure): Receipt<number> {
  // "48 points lower" is quoted as a size: it is on the side of ours.
  const quoted = (own.value < 0 ? -1 : 1) * (Math.abs(theirs.value) / 100);
  return {
    ...own,
    id: `${own.id}.v_quoted`,
    value: quoted - own.value,
    formula: 'quoted − own',
    inputs: [
      { name: 'quoted', series: 'asker', date: own.asOf, value: quoted },
      { name: 'own', series: own.id, date: own.asOf, value: own.value },
    ],
  };
}

function tickInput({ contract, tick, cutBy }: TickEffect, asOf: string): Receipt<number> {
  return {
    ...cutBy,
    id: `fed.tick.${contract}`,
    value: tick,
    unit: 'percent',
    formula: 'tick',
    inputs: [{ name: 'tick', series: contract, date: asOf, value: tick }],
  };
}
