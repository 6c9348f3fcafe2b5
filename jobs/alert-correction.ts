/** A fire whose figures have changed since → what its post must say: old figures beside new ones, and why. It posts nothing. */
import { newYorkTime } from '../src/calendar/day.ts';
import type { AlertContext } from '../src/messages/alert.ts';
import { type CorrectedAlert, type CorrectionCause, restated } from '../src/messages/alert-corrected.ts';
import type { AlertRule } from '../src/metrics/alerts.ts';
import type { AlertData, Reading } from '../src/metrics/alerts-look.ts';
import { alertReading } from '../src/metrics/alerts-reading.ts';
import { ALL_SETTLED, type AlertStep, allSettled, type Fire } from '../src/metrics/alerts-state.ts';
import type { Receipt } from '../src/metrics/receipt.ts';
import type { PriceSeries } from '../src/metrics/series.ts';

interface Correcting {
  readonly rule: AlertRule;
  readonly data: AlertData;
  readonly now: Temporal.Instant;
  readonly call: AlertContext;
}

/** Everything the edit and its note need; undefined when the first figures cannot be made again. */
export function correctionOf(
  step: Extract<AlertStep, { kind: 'corrected' }>,
  { rule, data, now, call }: Correcting,
): CorrectedAlert | undefined {
  const { reading, was, stands, memory } = step;
  const { session } = was;
  const before = reading.fed ? withFigures(reading, was) : alertReading(rule, withCloses(data, was), { session });
  if ('why' in before) return undefined;
  return {
    ...{ rule, reading, before, was, stands, call },
    cause: causeOf(reading, was),
    at: newYorkTime(now).time,
    fires: memory.fires.filter((fire) => fire.session !== session),
  };
}

function causeOf({ prices, fed, figure }: Reading, { session, closes }: Fire): CorrectionCause {
  const settled = fed && closes[ALL_SETTLED] === 0 && allSettled(fed.odds, figure.id);
  if (settled) return { first: 'last trade', after: 'the settlement came later' };
  const publisher = prices?.subject.source.publisher ?? figure.sources[0]?.publisher ?? 'the source';
  return restated(publisher, session);
}

/** The reading of odds with the figures an alert fired with put back. */
function withFigures(reading: Reading, { closes }: Pick<Fire, 'closes'>): Reading {
  const put = <T extends Receipt>(one: T): T => {
    const value = closes[one.id];
    return value === undefined ? one : { ...one, value };
  };
  const figure = put(reading.figure);
  const [level] = reading.details;
  // A move names the level it ended at among its inputs.
  const inputs = figure.inputs.map((input) =>
    input.name === 'odds' && level ? { ...input, value: closes[level.id] ?? input.value } : input,
  );
  return { ...reading, figure: { ...figure, inputs }, details: reading.details.map(put) };
}

/** The data with the closes an alert fired with put back. */
export function withCloses(data: AlertData, { session, closes }: Pick<Fire, 'session' | 'closes'>): AlertData {
  if (!data.prices.ok) return data;
  const put = (series: PriceSeries): PriceSeries => {
    const close = closes[series.symbol];
    if (close === undefined) return series;
    return { ...series, close: series.close.map((value, index) => (series.dates[index] === session ? close : value)) };
  };
  const { subject, benchmark, ...rest } = data.prices.value;
  return { ...data, prices: { ok: true, value: { ...rest, subject: put(subject), benchmark: put(benchmark) } } };
}
