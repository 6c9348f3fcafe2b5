/** Rows and tallies of scored calls: call by call, or firm by firm with N, reached and mean miss. Words and sums only. */
import { bareSigned, percent, plain } from '../messages/format.ts';
import { shortFirm } from '../messages/targets-words.ts';
import type { CallScore } from '../metrics/call-scores.ts';
import { callId, firmKey } from '../metrics/calls.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { worded } from './desk.ts';
import { countOf } from './street.ts';

export interface FirmTally {
  readonly firm: string;
  readonly n: Receipt<number>;
  readonly hits: Receipt<number>;
  readonly mean: Receipt<number> | undefined;
}

export function byFirm(scores: readonly CallScore[], session: string): FirmTally[] {
  return [...Map.groupBy(scores, ({ state }) => firmKey(state.call.firm))].map(([key, own]) => ({
    ...tallyOf(`scores.${key}`, own, session),
    firm: own[0]?.state.call.firm ?? key,
  }));
}

export function tallyOf(id: string, scores: readonly CallScore[], session: string): FirmTally {
  const hits = scores.filter(({ miss }) => miss.value >= 0).length;
  return {
    firm: '',
    n: countOf(`${id}.calls`, { value: scores.length, asOf: session }),
    hits: countOf(`${id}.reached`, { value: hits, asOf: session }),
    mean: meanMiss(id, scores, session),
  };
}

export function callRows(scores: readonly CallScore[]): string[][] {
  return [
    ['Call', 'Miss, pp', 'Naive, pp', 'Said', 'Was'],
    ...scores.map((score) => [
      scoreLabel(score),
      bareSigned(score.miss.value),
      worded(score.naiveMiss, (value) => bareSigned(value)),
      percent(score.said.value),
      percent(score.was.value),
    ]),
  ];
}

export function firmRows(groups: readonly FirmTally[]): string[][] {
  return [
    ['Firm', 'N', 'Reached', 'Mean miss, pp'],
    ...groups.map(({ firm, n, hits, mean }) => [
      shortFirm(firm).slice(0, 16),
      plain(n.value),
      plain(hits.value),
      mean ? bareSigned(mean.value) : '–',
    ]),
  ];
}

export function scoreLabel({ state: { call } }: CallScore): string {
  return `${shortFirm(call.firm).slice(0, 9)} ${call.noteDate.slice(0, 7)}`;
}

function meanMiss(id: string, scores: readonly CallScore[], asOf: string): Receipt<number> | undefined {
  if (scores.length === 0) return undefined;
  const inputs = scores.map(({ miss, state }) => ({
    name: 'misses',
    series: callId(state.call),
    date: miss.asOf,
    value: miss.value,
  }));
  return {
    id: `${id}.mean_miss`,
    value: inputs.reduce((sum, { value }) => sum + value, 0) / inputs.length,
    unit: 'fraction',
    asOf,
    basis: 'outcome − promise',
    formula: 'mean(misses)',
    inputs,
    sources: [],
  };
}
