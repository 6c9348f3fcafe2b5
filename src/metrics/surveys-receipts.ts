/** Receipts of what a survey answer prints beside its latest value: earlier readings, sample sizes, months not recorded, the rule. Pure. */
import type { Receipt, ReceiptInput, Unit } from './receipt.ts';
import { type FirstSince, readingSource, type SurveySeries, type SurveyVersion, surveyId } from './surveys.ts';
import type { CashSignal } from './surveys-cash-rule.ts';

/** Value, respondents and assets of every reading that has them: ids `survey.<name>.<series>.<month>`, `….respondents`, `….assets_bn`. */
export function readingReceipts(series: SurveySeries, readings: readonly SurveyVersion[]): Receipt<number>[] {
  return readings.flatMap((reading) => {
    const { value, respondents, assetsBn } = reading;
    return [
      ...(value === undefined ? [] : [stated(reading, { part: '', name: series.unit, value, unit: 'percent' })]),
      ...(respondents === undefined
        ? []
        : [stated(reading, { part: '.respondents', name: 'respondents', value: respondents, unit: 'count' })]),
      ...(assetsBn === undefined
        ? []
        : [stated(reading, { part: '.assets_bn', name: 'assets in USD bn', value: assetsBn, unit: 'count' })]),
    ];
  });
}

interface Stated {
  readonly part: string;
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
}

function stated(reading: SurveyVersion, { part, name, value, unit }: Stated): Receipt<number> {
  const id = `${surveyId(reading)}.${reading.period}`;
  return {
    id: `${id}${part}`,
    value,
    unit,
    asOf: reading.published,
    basis: 'as published',
    formula: name,
    inputs: [{ name, series: surveyId(reading), date: reading.published, value }],
    sources: [readingSource(reading)],
  };
}

/** Months nobody recorded between the two readings a "first since" claim rests on, id `….missing_months`. */
export function missingMonthsReceipt({ id, latest, missing }: FirstSince): Receipt<number> {
  return {
    id: `${id}.missing_months`,
    value: missing.length,
    unit: 'count',
    asOf: latest.published,
    basis: 'months without a recorded reading',
    formula: missing.length === 0 ? '0' : 'count(missing month)',
    inputs: missing.map((month) => ({
      name: 'missing month',
      series: surveyId(latest),
      date: `${month}-01`,
      value: 0,
    })),
    sources: [readingSource(latest)],
  };
}

/** Whether the cash level is beyond the thresholds of its own month's rule: ids `….buy` and `….sell`. */
export function cashRuleReceipts({ rule, reading }: CashSignal): Receipt<boolean>[] {
  const { value } = reading;
  if (value === undefined) return [];
  const input = (name: string, level: number): ReceiptInput => {
    return { name, series: surveyId(reading), date: reading.published, value: level };
  };
  const shared = {
    unit: 'flag',
    asOf: reading.published,
    basis: `cash rule ${rule.version}, in force since ${rule.from}`,
    sources: [readingSource(reading)],
  } as const;
  const cash = input('cash', value);
  return [
    {
      ...shared,
      id: `${surveyId(reading)}.buy`,
      value: value > rule.buyAbove,
      formula: 'cash > upper threshold',
      inputs: [cash, input('upper threshold', rule.buyAbove)],
    },
    {
      ...shared,
      id: `${surveyId(reading)}.sell`,
      value: rule.sellBelow > value,
      formula: 'lower threshold > cash',
      inputs: [cash, input('lower threshold', rule.sellBelow)],
    },
  ];
}
