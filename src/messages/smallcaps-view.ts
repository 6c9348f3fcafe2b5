/** The frame of every small-cap view: order of blocks, sample and stale data, what is refused, buttons. Pure. */
import type { Button } from '@slack/types';
import type { ChartSpec } from '../charts/spec.ts';
import type { Absent, Receipt } from '../metrics/receipt.ts';
import { lastSession } from '../metrics/series.ts';
import type { ViewInputs } from '../metrics/view-inputs.ts';
import { actions, BUTTONS, context, header, LIMITS, section, table } from './blocks.ts';
import { capital, escapeText, sessionDate, weekdayDate } from './format.ts';
import type { Message, MessageBlock } from './message.ts';
import { isSample, receiptLine } from './receipt-line.ts';
import { type AnswerContext, notesLine } from './smallcaps.ts';
import { isProvisional } from './source-notes.ts';
import { seriesName } from './words.ts';

/** What a view says; plain words, escaped here. */
export interface ViewWords {
  readonly inputs: ViewInputs;
  /** Fallback text; "Close, Mon 22 Jan 2024." is added where there is room, unless it names its days itself. */
  readonly text: string;
  readonly namesItsDays?: boolean;
  /** One sentence with its number, ≤ 72 characters. */
  readonly header: string;
  /** Number first, in bold; up to three. */
  readonly lines: readonly string[];
  /** Header row first. */
  readonly rows?: readonly (readonly string[])[];
  readonly prose?: readonly string[];
  readonly chart?: ChartSpec | undefined;
  /** "closes and intraday highs", "price return": what kind of figures. */
  readonly basis: string;
  /** "1988 to today": what they span. */
  readonly base?: string;
  /** True when only the subject's series enters. */
  readonly subjectOnly?: boolean;
  /** Definitions and what is not shown. */
  readonly notes: readonly string[];
  /** A button between Receipts and CSV. */
  readonly extra?: Button;
  readonly numbers: readonly Receipt[];
}

/** The message of a view in the order MESSAGES.md section 1 fixes. */
export function viewMessage(words: ViewWords, { command, notes }: AnswerContext): Message {
  const stale = staleWords(words.inputs);
  const charts = words.chart && !stale ? [words.chart] : [];
  const blocks: MessageBlock[] = [
    header(stale?.header ?? words.header),
    ...(stale ? [section(`:warning: ${escapeText(stale.warning)}`)] : []),
    section(...words.lines.slice(0, 3).map(escapeText)),
    ...(words.rows ? [table(words.rows)] : []),
    ...(words.prose && words.prose.length > 0 ? [section(...words.prose.map(escapeText))] : []),
    ...charts.map(() => ({ type: 'chart', chart: 0 }) as const),
    context(escapeText(sourceLine(words)), ...notesLine([...words.notes, ...notes])),
    actions(...buttons(command, words.extra, stale !== undefined)),
  ];
  return { text: fallback(words, stale), blocks, charts, numbers: words.numbers, asOf: words.inputs.session };
}

function buttons(command: string, extra: Button | undefined, stale: boolean): Button[] {
  const more = extra ? [extra] : [BUTTONS.csv(command)];
  if (stale) return [BUTTONS.retry(command), BUTTONS.receipts(command)];
  return [BUTTONS.share(command), BUTTONS.receipts(command), ...more];
}

function sourcesOf({ inputs, subjectOnly }: Pick<ViewWords, 'inputs' | 'subjectOnly'>) {
  return subjectOnly ? [inputs.subject.source] : [inputs.subject.source, inputs.benchmark.source];
}

function sourceLine(words: ViewWords): string {
  const { subject, benchmark } = words.inputs;
  const shown = words.subjectOnly ? [subject] : [subject, benchmark];
  return receiptLine({
    session: words.inputs.session,
    basis: words.basis,
    ...(words.base !== undefined && { base: words.base }),
    sources: sourcesOf(words),
    staleSessions: Math.max(0, ...(words.inputs.stale ?? []).map(({ missing }) => missing.length)),
    ...(isProvisional(shown, words.inputs.session) && { chip: 'Provisional' as const }),
  });
}

interface StaleWords {
  readonly header: string;
  readonly warning: string;
}

/** What leads when a series lacks the asked session. */
function staleWords({ stale = [], session, asked }: ViewInputs): StaleWords | undefined {
  if (stale.length === 0) return undefined;
  const names = stale.map(({ series }) => seriesName(series)).join(' and ');
  const year = session.slice(0, 4) === asked.slice(0, 4) ? '' : ` ${session.slice(0, 4)}`;
  const last = `${weekdayDate(session)}${year}`;
  const lost = stale.map(
    ({ series, missing }) => `${seriesName(series)} after ${weekdayDate(lastSession(series))} (${missing.length})`,
  );
  return {
    header: `Stale: no ${names} close after ${last}`,
    warning: `Measured on *${last}*, the last session both series have. Missing closes: ${lost.join(', ')}.`,
  };
}

function fallback(words: ViewWords, stale: StaleWords | undefined): string {
  const sample = isSample(sourcesOf(words)) ? 'Sample data: ' : '';
  const lead = stale ? `${stale.header}. On that day: ` : '';
  const text = escapeText(`${sample}${lead}${words.text}`);
  const ending = ` Close, ${sessionDate(words.inputs.session)}.`;
  return words.namesItsDays || text.length + ending.length > LIMITS.fallback ? text : `${text}${ending}`;
}

export interface Refusal {
  readonly inputs: ViewInputs;
  /** What the view would have shown: "Recoveries". */
  readonly what: string;
  readonly refused: Absent;
}

/** The message of a view whose main figure cannot be computed: why, by name, and nothing guessed. */
export function refusedMessage({ inputs, what, refused }: Refusal, answer: AnswerContext): Message {
  const reason = refused.absent;
  return viewMessage(
    {
      inputs,
      text: `${what} not shown: ${reason}.`,
      header: `${what} not shown: ${reason}`.slice(0, LIMITS.headline),
      lines: [`:warning: ${capital(reason)}; the figures that need it are refused.`],
      basis: 'nothing is filled in or interpolated',
      notes: [],
      numbers: [],
    },
    answer,
  );
}
