/** The answer to `/smallcaps` when a series lacks the asked session: what is missing leads, nothing is guessed. Pure. */
import type { Lag } from '../metrics/alignment.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { SmallCapLag } from '../metrics/small-cap-lag.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import { escapeText, fullDate, level, percent, sessionDate, shortDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { basisWords, receiptLine } from './receipt-line.ts';
import { type AnswerContext, cell, lagTable, legs, notesLine } from './smallcaps.ts';
import { baseWords } from './smallcaps-lines.ts';
import { directionWord, gapSize, gapWords, isLevel, seriesName, subjectWords, windowPhrase } from './words.ts';

/** The message for a comparison on the last common session, `lag.inputs.session`, which is before the asked one. */
export function staleSmallCapMessage(lag: SmallCapLag, { command, notes }: AnswerContext): Message {
  const { subject, benchmark, session, stale } = lag.inputs;
  const sources = [subject.source, benchmark.source];
  const title = headline(lag);
  const lines = [gapLine(lag), recordLine(lag), aloneLine(lag)].filter((line) => line !== undefined);
  return {
    text: escapeText(`${title}. ${pastSentence(lag)} Not a reading of ${sessionDate(lag.inputs.asked)}.`),
    blocks: [
      header(title),
      section(`:warning: ${escapeText(comparedOn(lag))}`),
      section(...lines.map(escapeText)),
      table(lagTable(lag)),
      context(
        escapeText(
          receiptLine({
            session,
            basis: basisWords([subject, benchmark, ...(lag.inputs.third ? [lag.inputs.third] : [])]),
            ...baseOf(lag),
            sources,
            staleSessions: Math.max(...stale.map(({ missing }) => missing.length)),
          }),
        ),
        'Not shown without the missing closes: 1D, streak, records, chart.',
        ...notesLine(notes),
      ),
      actions(BUTTONS.retry(command), BUTTONS.receipts(command)),
    ],
    charts: [],
    numbers: lag.numbers,
    asOf: session,
  };
}

function baseOf(lag: SmallCapLag): { base?: string } {
  const base = baseWords(lag);
  return base === undefined ? {} : { base: base.replace(/ for .*$/, '') };
}

/** "Stale: no Russell 2000 close after Wed 19 Aug"; without a name when both series end there. */
function headline({ inputs }: SmallCapLag): string {
  const name = inputs.stale.length === 1 ? `${nameOf(inputs.stale[0])} ` : '';
  const year = inputs.session.slice(0, 4) === inputs.asked.slice(0, 4) ? '' : ` ${inputs.session.slice(0, 4)}`;
  return `Stale: no ${name}close after ${weekdayDate(inputs.session)}${year}`;
}

function nameOf(lag: Lag | undefined): string {
  return lag ? seriesName(lag.series) : '';
}

/** "Compared on *Wed 19 Aug*, the last session both indexes have. Missing: Russell 2000 for Thu 20 and Fri 21 Aug." */
function comparedOn({ inputs }: SmallCapLag): string {
  const both = [inputs.subject, inputs.benchmark].every(({ kind }) => kind === 'index')
    ? 'both indexes'
    : 'both series';
  const lists = inputs.stale.map(({ missing }) => dayList(missing));
  const missing =
    lists.length > 1 && new Set(lists).size === 1
      ? `both for ${lists[0]}`
      : inputs.stale.map((lag, index) => `${nameOf(lag)} for ${lists[index]}`).join('; ');
  return `Compared on *${weekdayDate(inputs.session)}*, the last session ${both} have. Missing: ${missing}.`;
}

/** "Thu 20 and Fri 21 Aug"; a long run as its ends and its length. */
function dayList(days: readonly string[]): string {
  const [first = '', second, third] = days;
  const last = days.at(-1) ?? first;
  if (second === undefined) return weekdayDate(first);
  if (third === undefined) {
    const sameMonth = first.slice(0, 7) === second.slice(0, 7);
    return `${sameMonth ? weekdayDate(first).replace(/ \w+$/, '') : weekdayDate(first)} and ${weekdayDate(second)}`;
  }
  return `${days.length} sessions, ${weekdayDate(first)} to ${sessionDate(last)}`;
}

/** "*+9.60 pp* year to date to 19 Aug: Russell 2000 +22.20%, S&P 500 +12.60%". */
function gapLine(lag: SmallCapLag): string {
  const { gap, window } = lag.headline;
  if (!isMeasured(gap)) return `*Not computed* ${windowPhrase(window)}: ${gap.absent}`;
  return `*${gapWords(lag.headline.gap)}* ${windowPhrase(window)} to ${shortDate(lag.inputs.session)}: ${legs(lag)}`;
}

function recordLine({ subject, inputs }: SmallCapLag): string | undefined {
  if (!isMeasured(subject.fromRecord)) return undefined;
  const record = subject.fromRecord.inputs[1];
  if (!record) return undefined;
  const where = `${level(record.value)}, ${shortDate(record.date, inputs.session)}`;
  return `*${percent(subject.fromRecord.value)}* ${seriesName(subject.series)} from its record close, to ${shortDate(inputs.session)} (${where})`;
}

/** "*7,674.37* S&P 500 alone, Fri 21 Aug: +12.11% year to date". */
function aloneLine({ alone, inputs }: SmallCapLag): string | undefined {
  if (!alone) return undefined;
  const close = alone.series.close.at(-1);
  const day = alone.series.dates.at(-1);
  if (close === undefined || day === undefined) return undefined;
  const change = cell(alone.change, percent);
  return `*${level(close)}* ${seriesName(alone.series)} alone, ${weekdayDate(day)}: ${change} ${windowPhrase(inputs.window)}`;
}

function pastSentence(lag: SmallCapLag): string {
  const { gap } = lag.headline;
  const { text, plural } = subjectWords(lag.inputs.subject);
  if (!isMeasured(gap)) return `On ${fullDate(lag.inputs.session)} ${gap.absent}.`;
  const grammar = { tense: 'past', plural } as const;
  const verb = isLevel(gap.value)
    ? 'were level'
    : `${directionWord(gap.value, grammar)} by ${gapSize(lag.headline.gap)}`;
  return `On that day ${text.toLowerCase()} ${verb} ${windowPhrase(lag.inputs.window)}: ${legs(lag)}.`;
}
