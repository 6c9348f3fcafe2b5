/** The fund managers' cash rule, by version: its thresholds moved, so signals before and after are two series. Pure. */
import type { Absent } from './receipt.ts';
import { type SurveyVersion, surveyId } from './surveys.ts';

/** Thresholds as the survey's publisher stated them, and the months in which sources quote them. */
export interface CashRule {
  readonly version: string;
  /** First and last month (`YYYY-MM`) for which a source states this version. */
  readonly from: string;
  readonly to?: string;
  /** Cash above: contrarian buy, below: contrarian sell; per cent of assets. */
  readonly buyAbove: number;
  readonly sellBelow: number;
}

/** Between the two versions no source tells which one held. */
const CASH_RULES: readonly CashRule[] = [
  { version: '4.5/3.5', from: '2012-01', to: '2020-12', buyAbove: 4.5, sellBelow: 3.5 },
  { version: '5/4', from: '2023-01', buyAbove: 5, sellBelow: 4 },
];

export interface CashSignal {
  readonly signal: 'buy' | 'sell' | 'neither';
  readonly rule: CashRule;
  readonly reading: SurveyVersion;
  /** The last earlier month with this signal under the same version of the rule. */
  readonly previous?: SurveyVersion;
}

/** The rule stated for a month, or undefined where none is known. */
export function cashRuleOf(period: string): CashRule | undefined {
  return CASH_RULES.find(({ from, to }) => from <= period && (to === undefined || period <= to));
}

/** The signal of the latest reading under the rule of its own month; absent where no rule or no value is known. */
export function cashSignal(readings: readonly SurveyVersion[]): CashSignal | Absent {
  const reading = readings.at(-1);
  if (!reading) return { id: 'survey.cash-rule', absent: 'no cash level is recorded' };
  const id = `${surveyId(reading)}.signal`;
  const rule = cashRuleOf(reading.period);
  if (!rule) return { id, absent: `no source states the cash rule for ${reading.period}` };
  if (reading.value === undefined) return { id, absent: `${reading.period} has no value` };
  const signal = signalOf(reading.value, rule);
  const previous = readings
    .slice(0, -1)
    .findLast(
      ({ period, value }) => value !== undefined && cashRuleOf(period) === rule && signalOf(value, rule) === signal,
    );
  return { signal, rule, reading, ...(previous && { previous }) };
}

function signalOf(value: number, { buyAbove, sellBelow }: CashRule): CashSignal['signal'] {
  if (value > buyAbove) return 'buy';
  return value < sellBelow ? 'sell' : 'neither';
}
