/** The answers to `/fedodds … sensitivity` and `explain`: what one tick does, and how the numbers of the day come about. Pure. */
import { hasPressConference, hasProjections, listedFrom } from '../calendar/fomc.ts';
import type { Anchor } from '../metrics/fed-anchors.ts';
import { contractPrice, fedContract } from '../metrics/fed-futures.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import type { TickEffect } from '../metrics/fed-sensitivity.ts';
import { BUTTONS } from './blocks.ts';
import { monthName } from './fedodds.ts';
import { framed } from './fedodds-frame.ts';
import {
  cautions,
  chance,
  chanceAt,
  chipOf,
  closingWords,
  type Direction,
  directionOf,
  type FedContext,
  nearEnd,
  oddsReceiptLine,
  rangeText,
} from './fedodds-parts.ts';
import {
  bareBasisPoints,
  bareSigned,
  basisPoints,
  capital,
  fullDate,
  points,
  probability,
  shortDate,
} from './format.ts';
import type { Message } from './message.ts';

/** One row a contract: what one tick lower does to the chance and to the expected move. */
export function sensitivityMessage(figures: MeetingFigures, effects: readonly TickEffect[], call: FedContext): Message {
  const { odds, meeting, found } = figures;
  const direction = directionOf(figures);
  const effectOf = (effect: TickEffect) => (direction === 'cut' ? effect.cutBy : effect.hikeBy);
  const largest = [...effects].sort((a, b) => Math.abs(effectOf(b).value) - Math.abs(effectOf(a).value))[0];
  const name = monthName(meeting, odds.asOf);
  const title = largest
    ? `${name} ${direction} odds: a tick in ${largest.contract} is worth ${size(effectOf(largest).value)}`
    : `${name} ${direction} odds rest on contracts already over`;
  const now = chance(figures, direction);
  const lines = [
    `*${probability(now)}* ${direction} by ${shortDate(meeting, odds.asOf)} as priced`,
    ...(largest
      ? [
          `*${probability(now + effectOf(largest).value)}* with ${largest.contract} one tick lower, ${Number((largest.price - largest.tick).toFixed(4))}`,
        ]
      : []),
  ];
  return framed(
    {
      odds,
      title,
      text: `${title}. ${closingWords(odds, found)}`,
      lines,
      grid: tickGrid(effects, direction),
      context: [oddsReceiptLine(odds, found, call.staleSessions), TICKS],
      notes: cautions(nearEnd(odds), call),
      numbers: [
        figures.cutBy,
        figures.hikeBy,
        figures.expectedBp,
        ...effects.flatMap(({ cutBy, hikeBy, expectedBp }) => [cutBy, hikeBy, expectedBp]),
      ],
    },
    call,
  );
}

const TICKS =
  'A tick is 0.005, in the nearest month 0.0025. A price one tick higher does the opposite while the step stays between the same two moves.';

function tickGrid(effects: readonly TickEffect[], direction: Direction): string[][] {
  return [
    ['One tick lower', `${capital(direction)} by, pp`, 'Expected, bp', 'Price', 'Tick'],
    ...effects.map((effect) => [
      effect.contract,
      bareSigned((direction === 'cut' ? effect.cutBy : effect.hikeBy).value, 1),
      bareBasisPoints(effect.expectedBp.value),
      String(effect.price),
      String(effect.tick),
    ]),
  ];
}

function size(fraction: number): string {
  return points(Math.abs(fraction), 1).replace('+', '').replace('\u00a0', ' ');
}

/** At v by, why a chance is exactly 0, settlement v last trade, and which contracts a meeting reads. */
export function explainMessage(figures: MeetingFigures, effects: readonly TickEffect[], call: FedContext): Message {
  const { odds, meeting, found } = figures;
  const direction = directionOf(figures);
  const name = monthName(meeting, odds.asOf);
  const title = `How the ${name} odds come about`;
  const paragraphs = [
    atAndBy(figures, direction),
    exactZeros(figures),
    anchorsText(figures),
    pricesText(figures, effects, direction),
  ];
  const by = `${direction} by ${shortDate(meeting, odds.asOf)} ${probability(chance(figures, direction))}`;
  const at = `at the meeting itself ${probability(chanceAt(figures, direction))}`;
  const { cutBy, cutAt, hikeBy, hikeAt, holdBy, stepBp, expectedBp } = figures;
  return framed(
    {
      odds,
      title,
      text: `${title}: ${by}, ${at}. ${closingWords(odds, found)}`,
      paragraphs,
      context: [oddsReceiptLine(odds, found, call.staleSessions)],
      notes: [
        'Later meetings assume independent decisions.',
        dayCountText(figures),
        meetingText(figures),
        ...cautions(nearEnd(odds), call),
      ],
      buttons: [BUTTONS.share(call.command), BUTTONS.receipts(call.command)],
      numbers: [cutBy, cutAt, hikeBy, hikeAt, holdBy, stepBp, expectedBp, ...effects.map((effect) => effect.cutBy)],
    },
    call,
  );
}

function atAndBy(figures: MeetingFigures, direction: Direction): string {
  const day = shortDate(figures.meeting, figures.odds.asOf);
  const { lowerBp, upperBp } = figures.odds.range;
  const by = probability(chance(figures, direction));
  const at = probability(chanceAt(figures, direction));
  const side = direction === 'cut' ? 'below' : 'above';
  return `*By and at.* ${by} is the chance that the range after ${day} is ${side} today’s ${rangeText(lowerBp, upperBp)}: what FedWatch and the press quote. ${at} is the chance of a ${direction} at that meeting itself; earlier meetings make the difference.`;
}

function exactZeros({ found, meeting, odds }: MeetingFigures): string {
  const step = found.own.moves;
  const day = shortDate(meeting, odds.asOf);
  const lead = `*Exactly 0%.* The step priced at ${day} is ${basisPoints(25 * step)}`;
  const whole = Math.trunc(step);
  if (step === whole)
    return `${lead}, a whole number of moves: the method gives it 100% and everything else exactly 0%.`;
  const near = moveWords(whole);
  const far = moveWords(whole + Math.sign(step));
  const hold =
    whole === 0
      ? ' A step beyond 25 bp would leave hold at exactly 0%.'
      : ' Hold lies outside them: at this meeting it is exactly 0%, which says how the method splits a mean, not that a hold cannot happen.';
  return `${lead}: the method splits it between ${near} and ${far}, and gives every other outcome exactly 0%.${hold}`;
}

function moveWords(moves: number): string {
  if (moves === 0) return 'no move';
  return `${moves < 0 ? '−' : '+'}${Math.abs(25 * moves)} bp`;
}

function anchorsText(figures: MeetingFigures): string {
  const { found, odds, meeting } = figures;
  const own = fedContract(found.own.meeting.month);
  const read = [priceWords(figures, found.own.start), priceWords(figures, found.own.end)];
  const lead = `*Which contracts.* Before: ${anchorWords(found.own.start)} (${read[0]}). After: ${anchorWords(found.own.end)} (${read[1]}).`;
  const { start, end } = found.own;
  if (start.kind !== 'average' || end.kind !== 'average') return lead;
  const month = monthName(meeting, odds.asOf);
  return `${lead} No meeting in either, so their averages are the rates before and after; the ${month} contract ${own} mixes both and does not enter.`;
}

function anchorWords(anchor: Anchor): string {
  if (anchor.kind === 'average') return `${fedContract(anchor.month)}, a month without a meeting`;
  const { month, oldDays, newDays } = anchor.meeting;
  const side = anchor.kind === 'before' ? 'after' : 'before';
  return `${fedContract(month)}, solved for its ${anchor.kind === 'before' ? oldDays : newDays} days from the rate ${side} its meeting`;
}

function priceWords({ odds }: MeetingFigures, anchor: Anchor): string {
  const price = contractPrice(odds.day, anchor.kind === 'average' ? anchor.month : anchor.meeting.month);
  return price ? `${price.price}, ${price.kind} of ${shortDate(price.date)}` : 'no price';
}

function pricesText(figures: MeetingFigures, effects: readonly TickEffect[], direction: Direction): string {
  const worth = effects.map((effect) => Math.abs((direction === 'cut' ? effect.cutBy : effect.hikeBy).value));
  const most = Math.max(0, ...worth);
  const tick = `One tick in one contract is worth up to ${size(most)} here.`;
  return chipOf(figures.odds, figures.found) === 'Settlement'
    ? `*Settlement or last trade.* These are settlements, set at 14:00 in Chicago. ${tick}`
    : `*Settlement or last trade.* These are last trades: no settlement is stored for the day, and a late trade can be a tick or two away. ${tick}`;
}

function dayCountText({ odds, found }: MeetingFigures): string {
  const { oldDays, newDays } = found.own.meeting;
  const side = odds.rule === 'decision-day-new' ? 'new' : 'old';
  return `Rule ${odds.rule}: the decision day counts at the ${side} rate, ${oldDays} days before and ${newDays} after.`;
}

/** "The meeting brings projections and a press conference; CME lists it from 27 Jul 2023." */
function meetingText({ meeting }: MeetingFigures): string {
  const press = hasPressConference(meeting) ? 'a press conference' : 'no press conference';
  const brings = hasProjections(meeting) ? `projections and ${press}` : press;
  const listed = listedFrom(meeting);
  return `The meeting brings ${brings}${listed ? `; CME lists it from ${fullDate(listed)}` : ''}.`;
}
