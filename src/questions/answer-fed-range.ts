/** Answers which target range is in force, since when, and what the next meeting is priced to do. Words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { outcomes, outcomeWords, rangeText } from '../messages/fedodds-parts.ts';
import { basisPoints, fullDate, plain } from '../messages/format.ts';
import type { TargetRange } from '../metrics/fed-range.ts';
import { rateAt } from '../metrics/fed-rates.ts';
import { meetingFigures } from '../metrics/fed-receipts.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { daggered, oddsLabels } from './answer-odds-labels.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';
import { wordsOf } from './odds-words.ts';
import { readFed } from './read-fed.ts';

/** The range in force, the effective rate inside it, and the next meeting. */
export async function fedRangeAnswer(asking: Asking): Promise<AnswerDraft> {
  const { odds, effr, calendar } = await readFed(asking.desk.fedMarket, asking.session);
  const next = odds.meetings[0] && meetingFigures(odds, odds.meetings[0].meeting);
  if (!next) throw refused('No meeting is priced that day.', '/fedodds next');
  const { range } = odds;
  const rate = effr && rateAt(effr, odds.asOf);
  const before = calendar.ranges.findLast(({ from }) => from < range.from);
  const change = before && changeOf(before, range);
  const inForce = `${rangeText(range.lowerBp, range.upperBp)} bp, ${plain(range.lowerBp / 100, 2)}% to ${plain(range.upperBp / 100, 2)}%,`;
  const effective = rate && /\b(effr|effective)\b/.test(wordsOf(asking)) ? rate : undefined;
  return draft({
    lead: effective ? `${plain(effective.ratePct, 2)}% effective rate (EFFR), ${fullDate(effective.date)},` : inForce,
    rest: `${effective ? `inside ${inForce} ` : ''}in force since ${fullDate(range.from)}.`,
    lines: [
      ...(before && change
        ? [`*${basisPoints(change.value)}* then, from ${rangeText(before.lowerBp, before.upperBp)} bp`]
        : []),
      ...(rate && !effective ? [`*${plain(rate.ratePct, 2)}%* effective rate (EFFR), ${fullDate(rate.date)}`] : []),
      `*${fullDate(next.meeting)}* is the next meeting: ${outcomeWords(outcomes(next).filter(({ chance }) => chance > 0))}`,
    ],
    basis: 'target range of the FOMC; a change takes effect the day after the decision',
    ...oddsLabels(asking, next),
    caveat: `${daggered(next)}the effective rate moves inside the range by a few bp`,
    numbers: receipts(
      next.cutBy,
      next.holdBy,
      next.hikeBy,
      ...bounds(range, odds.asOf),
      change,
      ...(rate ? [effrReceipt(rate)] : []),
    ),
    settings: [range, before].flatMap((one) => (one ? [rangeText(one.lowerBp, one.upperBp)] : [])).concat('1–2 pp'),
    command: `/fedodds ${next.meeting} asof ${odds.asOf}`,
  });
}

function changeOf(before: TargetRange, { from, upperBp }: TargetRange): Receipt<number> {
  const bound = (name: string, date: string, value: number) => ({ name, series: 'target range', date, value });
  return {
    id: 'fed.range.change',
    value: upperBp - before.upperBp,
    unit: 'bp',
    asOf: from,
    basis: 'change of the upper bound',
    formula: 'upper − upper before',
    inputs: [bound('upper', from, upperBp), bound('upper before', before.from, before.upperBp)],
    sources: [],
  };
}

function bounds({ lowerBp, upperBp }: TargetRange, asOf: string): Receipt<number>[] {
  return [
    { part: 'lower', value: lowerBp / 100 },
    { part: 'upper', value: upperBp / 100 },
  ].map(({ part, value }) => ({
    id: `fed.range.${part}`,
    value,
    unit: 'percent',
    asOf,
    basis: 'target range in force',
    formula: `${part} bound`,
    inputs: [{ name: `${part} bound`, series: 'target range', date: asOf, value }],
    sources: [],
  }));
}

function effrReceipt({ date, ratePct }: { readonly date: string; readonly ratePct: number }): Receipt<number> {
  return {
    id: 'fed.effr',
    value: ratePct,
    unit: 'percent',
    asOf: date,
    basis: 'effective federal funds rate',
    formula: 'EFFR',
    inputs: [{ name: 'EFFR', series: 'EFFR', date, value: ratePct }],
    sources: [],
  };
}
