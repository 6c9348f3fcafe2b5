/** The answer to `/smallcaps` in words and blocks: MESSAGES.md section 11, goldens 01-smallcaps-*. Pure. */
import { smallCapLagChart } from '../charts/small-cap-lag-chart.ts';
import { isMeasured, type Measured } from '../metrics/receipt.ts';
import type { LagRow, SmallCapLag, Standing } from '../metrics/small-cap-lag.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import { bareSigned, escapeText, level, percent, sessionDate } from './format.ts';
import type { Message, MessageBlock } from './message.ts';
import { basisWords, isSample, receiptLine } from './receipt-line.ts';
import { baseWords, recordLine, unusualLine } from './smallcaps-lines.ts';
import { isProvisional } from './source-notes.ts';
import {
  columnName,
  directionWord,
  gapSize,
  gapWords,
  isLevel,
  isRatio,
  seriesName,
  subjectWords,
  windowLabel,
  windowPhrase,
} from './words.ts';

export interface AnswerContext {
  /** The whole command with its day, `/smallcaps ytd asof 2024-01-22`: what a button runs again. */
  readonly command: string;
  /** Said in the context: a day without session that was asked for, a third series not shown, … */
  readonly notes: readonly string[];
}

/** The message for a comparison whose series all reach the asked session. */
export function smallCapLagMessage(lag: SmallCapLag, { command, notes }: AnswerContext): Message {
  const { subject, benchmark } = lag.inputs;
  const chart = smallCapLagChart(lag.inputs, lag.headline);
  const sources = [subject.source, benchmark.source];
  const lines = [headlineLine(lag), unusualLine(lag), recordLine(lag)].filter((line) => line !== undefined);
  const blocks: MessageBlock[] = [
    header(headlineText(lag)),
    section(...lines.map(escapeText)),
    table(lagTable(lag)),
    ...(chart ? [{ type: 'chart', chart: 0 } as const] : []),
    context(escapeText(sourceLine(lag)), ...notesLine([...notes, ...absentNotes(lag)])),
    actions(BUTTONS.share(command), BUTTONS.receipts(command), BUTTONS.csv(command)),
  ];
  return {
    text: escapeText(`${isSample(sources) ? 'Sample data: ' : ''}${fallbackText(lag)}`),
    blocks,
    charts: chart ? [chart] : [],
    numbers: lag.numbers,
    asOf: lag.inputs.session,
  };
}

/** "Small caps lag by 3.85 pp year to date; S&P 500 at a record close". */
function headlineText(lag: SmallCapLag): string {
  const { subject, benchmark, window } = lag.inputs;
  const { text, plural } = subjectWords(subject);
  const { gap } = lag.headline;
  if (!isMeasured(gap)) return `No ${windowLabel(window)} gap: ${gap.absent}`.slice(0, 72);
  const against = benchmark.symbol === 'GSPC' && subject.symbol === 'RUT' ? '' : ` ${seriesName(benchmark)}`;
  const verb = isLevel(gap.value)
    ? `${plural ? 'are' : 'is'} level with${against || ' the S&P 500'}`
    : `${directionWord(gap.value, { plural })}${against} by ${gapSize(lag.headline.gap)}`;
  const finding = `${text} ${verb} ${windowPhrase(window)}`;
  const record = recordWords(lag);
  return record === undefined || `${finding}; ${record}`.length > 72 ? finding : `${finding}; ${record}`;
}

function recordWords({ subject, benchmark }: SmallCapLag): string | undefined {
  const own = atRecord(subject);
  const other = atRecord(benchmark);
  if (own && other) return 'both at a record close';
  if (own) return `${seriesName(subject.series)} at a record close`;
  return other ? `${seriesName(benchmark.series)} at a record close` : undefined;
}

function atRecord({ record }: Standing): boolean {
  return isMeasured(record) && record.value;
}

/** "*−3.85 pp* year to date: Russell 2000 −2.16%, S&P 500 +1.69%". */
function headlineLine(lag: SmallCapLag): string {
  const { gap, window } = lag.headline;
  if (!isMeasured(gap)) return `*Not computed* ${windowPhrase(window)}: ${gap.absent}`;
  return `*${gapWords(lag.headline.gap)}* ${windowPhrase(window)}: ${legs(lag)}`;
}

/** "Russell 2000 −2.16%, S&P 500 +1.69%". */
export function legs({ headline, inputs }: SmallCapLag): string {
  return [
    `${seriesName(inputs.subject)} ${cell(headline.subject, percent)}`,
    `${seriesName(inputs.benchmark)} ${cell(headline.benchmark, percent)}`,
  ].join(', ');
}

export function cell(figure: Measured | undefined, print: (value: number) => string): string {
  return figure && isMeasured(figure) ? print(figure.value) : '–';
}

/** Rows of the table, header first: the gap before its legs, absent figures as a dash. */
export function lagTable({ inputs, rows }: SmallCapLag): string[][] {
  const columns = [inputs.subject, inputs.benchmark, ...(inputs.third ? [inputs.third] : [])];
  const unit = rows.some(({ gap }) => isRatio(gap)) ? 'Gap' : 'Gap, pp';
  return [
    ['Window', unit, ...columns.map(columnName)],
    ...rows.map((row) => [windowLabel(row.window), gapCell(row, unit), ...legCells(row)]),
  ];
}

function gapCell({ gap }: LagRow, unit: string): string {
  if (unit === 'Gap, pp') return cell(gap, (value) => bareSigned(value));
  return cell(gap, (value) => (isRatio(gap) ? `${percent(value)} ratio` : `${bareSigned(value)} pp`));
}

function legCells({ subject, benchmark, third }: LagRow): string[] {
  return [subject, benchmark, ...(third ? [third] : [])].map((leg) => cell(leg, percent));
}

function sourceLine(lag: SmallCapLag): string {
  const { subject, benchmark, third, session } = lag.inputs;
  const shown = [subject, benchmark, ...(third ? [third] : [])];
  const base = baseWords(lag);
  return receiptLine({
    session,
    basis: basisWords(shown),
    ...(base !== undefined && { base }),
    sources: shown.map(({ source }) => source),
    ...(isProvisional(shown, session) && { chip: 'Provisional' as const }),
  });
}

/** Why a cell of the table shows a dash, each reason once. */
function absentNotes({ rows }: SmallCapLag): string[] {
  const reasons = rows.flatMap(({ gap, third, window }) =>
    [gap, ...(third ? [third] : [])].flatMap((figure) =>
      isMeasured(figure) ? [] : [`${windowLabel(window)} not shown: ${figure.absent}.`],
    ),
  );
  return [...new Set(reasons)].slice(0, 2);
}

export function notesLine(notes: readonly string[]): string[] {
  return notes.length === 0 ? [] : [escapeText(notes.join(' ')).slice(0, 300)];
}

function fallbackText(lag: SmallCapLag): string {
  const { subject, benchmark, session, window } = lag.inputs;
  const { text, plural } = subjectWords(subject);
  const { gap } = lag.headline;
  const against = benchmark.symbol === 'GSPC' ? 'the S&P 500' : seriesName(benchmark);
  const finding = !isMeasured(gap)
    ? `No ${windowLabel(window)} gap: ${gap.absent}`
    : isLevel(gap.value)
      ? `${text} ${plural ? 'are' : 'is'} level with ${against} ${windowPhrase(window)}`
      : `${text} ${directionWord(gap.value, { plural })} ${against} by ${gapSize(lag.headline.gap)} ${windowPhrase(window)}`;
  return `${finding}: ${legs(lag)}. ${standingWords(lag)}. Close, ${sessionDate(session)}.`;
}

function standingWords({ subject, benchmark, unusual }: SmallCapLag): string {
  const words: string[] = [];
  for (const one of [benchmark, subject]) {
    if (atRecord(one))
      words.push(`${seriesName(one.series)} record close ${level(one.series.close.at(-1) ?? Number.NaN)}`);
  }
  if (!atRecord(subject))
    words.push(`${seriesName(subject.series)} ${cell(subject.fromRecord, percent)} from its record`);
  const run = unusual?.kind === 'streak' ? unusual.streak : undefined;
  const streak = run ? `, ${run.side > 0 ? 'ahead' : 'behind'} ${run.current.sessions} sessions in a row` : '';
  return words.join('; ') + streak;
}
