/** What an alert found, by kind: its headline, its sentence, its three lines. Pure. */
import type { AlertRule, DivergenceRule } from '../metrics/alerts.ts';
import type { Reading } from '../metrics/alerts-look.ts';
import type { Fire } from '../metrics/alerts-state.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { comparison } from '../metrics/returns.ts';
import type { PriceSeries } from '../metrics/series.ts';
import { callsFinding, detail, firstSince, recordFinding, recoveryFinding } from './alert-finding-events.ts';
import { figureWords, lineWords, watchedName } from './alert-words.ts';
import { monthName } from './fedodds.ts';
import { counted, fullDate, level, ordinal, percent, points, probability, shortDate, weekdayDate } from './format.ts';
import { ordinalWord } from './morning-lines.ts';
import { leadOrLag, windowPhrase } from './words.ts';

export interface Finding {
  /** ≤ 72 characters, its number in it. */
  readonly header: string;
  /** After "Alert: ", without the day at the end. */
  readonly text: string;
  readonly lines: readonly string[];
}

/** What the alert found; `fires` are the earlier ones, oldest first. */
export function findingOf(rule: AlertRule, reading: Reading, fires: readonly Fire[]): Finding {
  const plain = plainFinding(rule, reading, fires);
  const past = againLine(rule, reading, fires);
  if (past === undefined) return plain;
  const kept = rule.kind === 'calls' ? plain.lines : plain.lines.slice(0, 2);
  return { ...plain, lines: [...kept, past] };
}

function plainFinding(rule: AlertRule, reading: Reading, fires: readonly Fire[]): Finding {
  switch (rule.kind) {
    case 'divergence':
      return divergenceFinding(rule, reading, fires);
    case 'gap':
      return gapFinding(rule, reading);
    case 'drawdown':
      return drawdownFinding(rule, reading);
    case 'record':
      return recordFinding(rule, reading);
    case 'odds':
    case 'odds-move':
      return oddsFinding(rule, reading);
    case 'recovery':
      return recoveryFinding(reading);
    case 'calls':
      return callsFinding(reading);
  }
}

/** "*2nd time* this month: fired Fri 19 Jan (−20.40%), cleared Mon 22 Jan". */
function againLine(rule: AlertRule, { asOf }: Reading, fires: readonly Fire[]): string | undefined {
  const last = fires.at(-1);
  if (!last) return undefined;
  const month = fires.filter(({ session }) => session.slice(0, 7) === asOf.slice(0, 7)).length;
  const count = month > 0 ? `*${ordinal(month + 1)} time* this month` : `*${ordinal(fires.length + 1)} time*`;
  const cleared = last.cleared === undefined ? '' : `, cleared ${weekdayDate(last.cleared)}`;
  const value =
    rule.kind === 'recovery' || rule.kind === 'calls' || rule.kind === 'record'
      ? ''
      : ` (${figureWords(rule, last.value)})`;
  return `${count}: fired ${weekdayDate(last.session)}${value}${cleared}`;
}

/** ", second time this month". */
function againWords({ asOf }: Reading, fires: readonly Fire[]): string {
  const month = fires.filter(({ session }) => session.slice(0, 7) === asOf.slice(0, 7)).length;
  return month > 0 ? `${ordinalWord(month + 1)} time this month` : `${ordinalWord(fires.length + 1)} time`;
}

function divergenceFinding(_rule: DivergenceRule, reading: Reading, fires: readonly Fire[]): Finding {
  const { figure } = reading;
  const from = percent(figure.value);
  const [own, record] = figure.inputs;
  const age = Number(detail(reading, 'GSPC.record.close.age')?.value ?? 0);
  const high = detail(reading, 'GSPC.record.close.age')?.inputs[0];
  const sessions = counted(age, 'session');
  const where = `Russell 2000, ${level(own?.value ?? Number.NaN)}, from ${level(record?.value ?? Number.NaN)}`;
  if (fires.length > 0) {
    return {
      header: `Divergence on again: Russell 2000 ${from} from its record`,
      text: `divergence on again, ${againWords(reading, fires)}. Russell 2000 ${from} from its record, S&P 500 record close ${age === 0 ? 'today' : `${sessions} ago`}.`,
      lines: [`*${from}* ${where} (${fullDate(record?.date ?? '')})`, recordAgeLine(age, high)],
    };
  }
  const back = detail(reading, '.back_to.');
  const ownAge = Number(detail(reading, 'RUT.record.close.age')?.value ?? 0);
  const lines = [
    age === 0 ? recordLine(reading) : recordAgeLine(age, high),
    `*${from}* ${where} (${fullDate(record?.date ?? '')}, ${counted(ownAge, 'session')} ago)`,
    `*${percent(Number(back?.value))}* from here back to its record`,
  ];
  if (age > 0) {
    return {
      header: `Divergence on: Russell 2000 ${from} from its record`,
      text: `Russell 2000 ${from} from its record, S&P 500 record close ${sessions} ago. Divergence on,`,
      lines,
    };
  }
  return {
    header: `Divergence on: S&P 500 at a record, Russell 2000 ${from} from its own`,
    text: `S&P 500 record close ${level(high?.value ?? Number.NaN)}${firstSince(reading)}; Russell 2000 ${from} from its own record. Divergence on,`,
    lines,
  };
}

/** "*2 sessions* since the last S&P 500 record close, 4,927.93 on 29 Jan". */
function recordAgeLine(age: number, high: Receipt['inputs'][number] | undefined): string {
  if (age === 0) return `*${level(high?.value ?? Number.NaN)}* S&P 500 record close today`;
  return `*${counted(age, 'session')}* since the last S&P 500 record close, ${level(high?.value ?? Number.NaN)} on ${shortDate(high?.date ?? '')}`;
}

/** "*4,839.81* S&P 500 record close, first since 3 Jan 2022 (513 sessions)". */
function recordLine(reading: Reading): string {
  const high = detail(reading, 'GSPC.record.close.age')?.inputs[0];
  const since = detail(reading, 'GSPC.record.close.sessions_since');
  const waited = since && Number(since.value) > 1 ? ` (${counted(Number(since.value), 'session')})` : '';
  return `*${level(high?.value ?? Number.NaN)}* S&P 500 record close${firstSince(reading)}${waited}`;
}

function gapFinding(rule: Extract<AlertRule, { kind: 'gap' }>, reading: Reading): Finding {
  const phrase = windowPhrase(rule.window);
  const words = leadOrLag(reading.figure);
  const [own, other] = reading.details.map(({ value }) => percent(Number(value)));
  const before = gapBefore(rule, reading.prices);
  const legs = `Russell 2000 ${own ?? '–'}, S&P 500 ${other ?? '–'}`;
  return {
    header: `Small caps ${words} ${phrase}, past ${points(rule.threshold)}`,
    text: `small caps ${words} ${phrase}, past ${points(rule.threshold)}: ${legs}.`,
    lines: [
      `*${points(reading.figure.value)}* ${phrase}: ${legs}`,
      `*${points(rule.threshold)}* the line of this alert${before === undefined ? '' : `; the session before ${before}`}`,
    ],
  };
}

function gapBefore({ window }: Extract<AlertRule, { kind: 'gap' }>, prices: Reading['prices']): string | undefined {
  if (!prices) return undefined;
  const cut = (series: PriceSeries): PriceSeries => ({
    ...series,
    dates: series.dates.slice(0, -1),
    close: series.close.subarray(0, -1),
  });
  const { gap } = comparison(cut(prices.subject), cut(prices.benchmark), window);
  return isMeasured(gap) ? points(gap.value) : undefined;
}

function drawdownFinding(rule: Extract<AlertRule, { kind: 'drawdown' }>, { figure }: Reading): Finding {
  const name = watchedName(rule.symbol);
  const [own, record] = figure.inputs;
  const from = percent(figure.value);
  return {
    header: `${name} ${from} from its record, past ${lineWords(rule)}`,
    text: `${name} ${from} from its record close, past ${lineWords(rule)}.`,
    lines: [
      `*${from}* ${name}, ${level(own?.value ?? Number.NaN)}, from ${level(record?.value ?? Number.NaN)} (${fullDate(record?.date ?? '')})`,
      `*${lineWords(rule)}* the line of this alert`,
    ],
  };
}

function oddsFinding(
  rule: Extract<AlertRule, { kind: 'odds' | 'odds-move' }>,
  { figure, details, fed }: Reading,
): Finding {
  const month = monthName(rule.meeting, figure.asOf);
  const day = shortDate(rule.meeting, figure.asOf);
  const others = details
    .filter(({ id }) => id.endsWith('_by') && !id.endsWith(`.${rule.word}_by`))
    .filter(({ value, id }) => Number(value) > 0 || id.endsWith('.hold_by'))
    .map(({ id, value }) => `${id.split('.').at(-1)?.replace('_by', '')} ${probability(Number(value))}`)
    .join(', ');
  const range = fed ? `; range in force ${fed.odds.range.lowerBp}–${fed.odds.range.upperBp} bp` : '';
  if (rule.kind === 'odds') {
    const now = probability(figure.value);
    return {
      header: `${month} ${rule.word} odds ${now}, ${rule.side} ${probability(rule.threshold)}`,
      text: `${month} ${rule.word} odds ${now}, ${rule.side} ${probability(rule.threshold)}; ${others}.`,
      lines: [
        `*${now}* ${rule.word} by ${day}; ${others}`,
        `*${probability(rule.threshold)}* the line of this alert${range}`,
      ],
    };
  }
  const now = probability(figure.inputs[0]?.value ?? Number.NaN);
  const then = probability(figure.inputs[1]?.value ?? Number.NaN);
  const moved = points(figure.value, 1);
  return {
    header: `${month} ${rule.word} odds ${now}, ${moved} in ${counted(rule.sessions, 'day')}`,
    text: `${month} ${rule.word} odds ${now}, from ${then}: ${moved} in ${counted(rule.sessions, 'futures day')}; ${others}.`,
    lines: [
      `*${moved}* in ${counted(rule.sessions, 'futures day')}: from ${then} on ${shortDate(figure.inputs[1]?.date ?? '')} to ${now}`,
      `*${now}* ${rule.word} by ${day}; ${others}`,
    ],
  };
}
