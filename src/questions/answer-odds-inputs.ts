/** What is behind a meeting's odds: contracts, prices, days, whether its own month enters, and the arithmetic. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { basisPoints, fullDate, plain, probability, shortDate } from '../messages/format.ts';
import { fits } from '../metrics/claimed-figure.ts';
import { contractInputs, type MeetingFigures, meetingFigures } from '../metrics/fed-receipts.ts';
import { pathTo } from '../metrics/fed-shifts.ts';
import type { Receipt, ReceiptInput } from '../metrics/receipt.ts';
import { daggered, LAST_TRADES, METHOD, oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts } from './desk.ts';
import { chancesAt, sideAsked } from './odds-chances.ts';
import { wordsOf } from './odds-words.ts';
import { readMeeting } from './read-fed.ts';

const METHOD_ASKED =
  /\b(how (do|does|did|is|are|can|you|to)|get (from|to|there)|work(s|ed)? out|derive\w*|calculat\w*|comput\w*|arithmetic|math|maths|formula|step by step)\b/;

/** Contracts, prices and days behind a meeting's odds; asked how, the arithmetic from price to chance. */
export async function inputsAnswer(asking: Asking): Promise<AnswerDraft> {
  const { figures } = await readMeeting(asking);
  const { odds, meeting, found, stepBp } = figures;
  const own = contractInputs(odds.day, [found.own], '');
  const path = contractInputs(odds.day, pathTo(odds, found), '');
  const month = own.some(({ series }) => series === contractOf(meeting));
  const words = (inputs: readonly ReceiptInput[]) => inputs.map((one) => priceWords(one, odds.asOf)).join(', ');
  const anchors = stepBp.basis.split('; ').at(-1) ?? '';
  const how = METHOD_ASKED.test(wordsOf(asking)) ? arithmetic(asking, figures) : undefined;
  return draft({
    lead: how?.lead ?? `${words(own)} fix the step of ${fullDate(meeting)}.`,
    lines: [
      ...typedLine(asking, figures),
      ...(how
        ? [ratesLine(figures) ?? `*${words(own)}* fix the step of ${fullDate(meeting)}; rate = 100 − price`]
        : []),
      `*${basisPoints(stepBp.value)}* is that step: ${stepBp.formula}`,
      ...(how?.lines ?? []),
      `*${contractOf(meeting)}*, the meeting month’s own contract, ${month ? 'enters' : 'does not enter: the months around it fix the step'}`,
      ...(path.length > own.length ? [`*With the meetings before it*: ${words(path)}`] : []),
    ].slice(0, 5),
    basis: `${METHOD}, ${odds.rule}; price → rate = 100 − price`,
    ...oddsLabels(asking, figures),
    caveat: `${daggered(figures)}anchors: ${anchors}`,
    numbers: receipts(
      ...[stepBp, figures.cutBy, figures.hikeBy, figures.cutAt, figures.hikeAt, figures.expectedBp],
      ...rateReceipts(figures),
      ...(how?.numbers ?? []),
    ),
    settings: [
      ...[LAST_TRADES, stepBp.formula, anchors, '/ 25', '100 − price', '100 less'],
      ...asking.question.slots.figures.map(({ typed }) => typed),
    ],
    command: `/fedodds ${meeting} explain asof ${odds.asOf}`,
  });
}

function priceWords({ series, value, date }: ReceiptInput, asOf: string): string {
  return `${series} ${plain(value, 4).replace(/0$/, '')} (${shortDate(date, asOf)})`;
}

function contractOf(meeting: string): string {
  const code = 'FGHJKMNQUVXZ'[Number(meeting.slice(5, 7)) - 1] ?? '';
  return `ZQ${code}${meeting.slice(2, 4)}`;
}

/** "*5.325%* before the meeting and *5.220%* after it: …", where one free month stands on each side. */
function ratesLine({ stepBp, odds }: MeetingFigures): string | undefined {
  const [before, after, ...more] = stepBp.inputs;
  if (!before || !after || more.length > 0 || !/^25 × \(\(ZQ\w+ − ZQ\w+\) \/ 0\.25\)$/.test(stepBp.formula))
    return undefined;
  const rate = ({ value }: ReceiptInput) => `${plain(100 - value, 4).replace(/0$/, '')}%`;
  return `*${rate(before)}* before and *${rate(after)}* after the meeting: 100 less ${priceWords(before, odds.asOf)} and ${priceWords(after, odds.asOf)}`;
}

function rateReceipts({ stepBp, odds }: MeetingFigures): Receipt<number>[] {
  return stepBp.inputs.map((input) => ({
    ...stepBp,
    id: `fed.rate.${input.series}.${odds.asOf}`,
    value: 100 - input.value,
    unit: 'percent',
    formula: `100 − ${input.name}`,
    inputs: [input],
  }));
}

/** From the step to the chance at the meeting, and with the meetings before it to the chance by it. */
function arithmetic(asking: Asking, figures: MeetingFigures): { lead: string; lines: string[]; numbers: Receipt[] } {
  const { odds, meeting, stepBp } = figures;
  const direction = sideAsked(asking, figures);
  const [at, by] = direction === 'cut' ? [figures.cutAt, figures.cutBy] : [figures.hikeAt, figures.hikeBy];
  const earlier = odds.meetings
    .filter((one) => one.meeting < meeting)
    .flatMap((one) => meetingFigures(odds, one.meeting) ?? []);
  const before = earlier.at(-1);
  const chance = before && (direction === 'cut' ? before.cutBy : before.hikeBy);
  return {
    lead: `Prices → rates → step → chance: ${probability(by.value)} ${direction} by ${fullDate(meeting)}.`,
    lines: [
      `*${probability(at.value)}* = ${plain(Math.abs(stepBp.value), 1)} / 25, the ${direction} at that meeting alone`,
      ...(before && chance
        ? [
            `*${probability(by.value)}* by it: combined with ${probability(chance.value)} by ${shortDate(before.meeting, odds.asOf)}, as independent decisions`,
          ]
        : []),
    ],
    numbers: receipts(chance),
  };
}

/** A chance typed that is none of ours that day must not pass as the one derived. */
function typedLine({ question }: Asking, figures: MeetingFigures): string[] {
  const typed = question.slots.figures.find(({ unit }) => unit === 'percent');
  if (!typed) return [];
  const quoted = { size: typed.value / 100, tolerance: (0.5 * 10 ** -typed.decimals) / 100 };
  const all = chancesAt(figures);
  const [first] = all;
  if (!first || all.some(({ receipt }) => fits(receipt.value, quoted))) return [];
  return [`:warning: “${typed.typed}” is not ours that day: ${first.words} reads ${probability(first.receipt.value)}`];
}
