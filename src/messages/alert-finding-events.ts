/** What an alert found about something that happened on one session: a record, a recovery, changes in the ledger. Pure. */
import type { AlertRule } from '../metrics/alerts.ts';
import type { Reading } from '../metrics/alerts-look.ts';
import type { Receipt } from '../metrics/receipt.ts';
import type { Finding } from './alert-finding.ts';
import { watchedName } from './alert-words.ts';
import { counted, fullDate, level, percent } from './format.ts';
import { sinceDay } from './morning-lines.ts';

/** The first of the reading's other figures whose id has `part`. */
export function detail(reading: Reading, part: string): Receipt | undefined {
  return reading.details.find(({ id }) => id.includes(part));
}

/** ", first since 3 Jan 2022"; nothing when the session before was a record too. */
export function firstSince(reading: Reading): string {
  const since = detail(reading, '.record.close.sessions_since');
  const day = since?.inputs[0]?.date;
  return since && day !== undefined && Number(since.value) > 1 ? `, first since ${sinceDay(day, reading.asOf)}` : '';
}

/** "S&P 500 record close 4,839.81, first since 3 Jan 2022". */
export function recordFinding(rule: Extract<AlertRule, { kind: 'record' }>, reading: Reading): Finding {
  const name = watchedName(rule.symbol);
  const words = `record close ${level(reading.figure.value)}${firstSince(reading)}`;
  const since = detail(reading, '.sessions_since');
  return {
    header: `${name} ${words}`,
    text: `${name} ${words}.`,
    lines: [
      `*${level(reading.figure.value)}* ${name} record close${firstSince(reading)}`,
      ...(since
        ? [
            `*${counted(Number(since.value), 'session')}* since the record before, ${level(since.inputs[0]?.value ?? Number.NaN)}`,
          ]
        : []),
    ],
  };
}

/** "Russell 2000: 52-week low to 52-week high in 53 days". */
export function recoveryFinding({ figure, details }: Reading): Finding {
  const [low, high] = figure.inputs;
  const days = counted(figure.value, 'day');
  const sessions = counted(Number(details[0]?.value ?? 0), 'session');
  const gain = percent(Number(details[1]?.value ?? Number.NaN));
  return {
    header: `Russell 2000: 52-week low to 52-week high in ${days}`,
    text: `Russell 2000 went from a 52-week low to a 52-week high in ${days}, ${sessions}; ${gain}.`,
    lines: [
      `*${days}*, ${sessions}, from ${fullDate(low?.date ?? '')} to ${fullDate(high?.date ?? '')}, on closes`,
      `*${gain}* from ${level(low?.value ?? Number.NaN)} to ${level(high?.value ?? Number.NaN)}`,
    ],
  };
}

const MOST_CHANGES = 8;
/** A headline reads in one glance; Slack itself takes more. */
const HEADLINE = 72;

/** "Goldman +15% new, 12 Jan"; of several changes their count, a line each. */
export function callsFinding({ figure, lines = [] }: Reading): Finding {
  const [first = ''] = lines;
  const count = `${counted(figure.value, 'change')} in calls and surveys`;
  const all = lines.map((line) => line.replaceAll('*', '')).join('; ');
  const more = lines.length - MOST_CHANGES;
  return {
    header: figure.value === 1 ? headline(first) : count,
    text: figure.value === 1 ? `${all}.` : `${count}: ${all}.`,
    lines: [...lines.slice(0, MOST_CHANGES), ...(more > 0 ? [`and ${counted(more, 'more', 'more')}`] : [])],
  };
}

/** The line as a header: whole, or its bold part, or as many words as fit. */
function headline(line: string): string {
  const whole = line.replaceAll('*', '');
  const bold = /\*([^*]+)\*/.exec(line)?.[1] ?? whole;
  const fitting = [whole, bold].find(({ length }) => length <= HEADLINE);
  return fitting ?? bold.slice(0, HEADLINE).replace(/[\s,;:]+\S*$/, '');
}
