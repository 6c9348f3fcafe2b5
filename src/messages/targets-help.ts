/** `/targets help`, and what stands where a form or a file is needed. Pure. */
import { actions, BUTTONS, button, context, section } from './blocks.ts';
import { counted, escapeText, fullDate } from './format.ts';
import type { Message } from './message.ts';
import { ADD_BUTTON } from './targets-buttons.ts';
import { said } from './targets-written.ts';

/** The whole grammar on one page. */
export function targetsHelpMessage(): Message {
  return said('/targets [INDEX] [FIRM] [asof DATE]. Example: /targets russell asof 2024-01-22.', [
    section('*`/targets [INDEX] [FIRM] [asof DATE]`*, strategist calls: level, what is left, days, status'),
    section(
      '`/targets russell`  every open call · `/targets spx goldman`  one firm',
      '`/targets spx consensus` · `/targets russell score` · `/targets changes since 2024-01-01`',
      '`/targets who fundstrat`  all calls with their numbers · `/targets survey`  fund manager surveys',
      '`/targets add jefferies r2k 2400 year-end 2026 source https://…`  asks before it writes',
      '`/targets edit 12 target 2500` · `/targets withdraw 12` · `/targets log` · `/targets writers`',
      '`/targets import` · `/targets export`  CSV in and out · `/targets survey add cash 2026-08 4.1 published 2026-08-18 source https://…`',
    ),
    context('Indexes: Russell 2000 (russell, r2k), S&amp;P 500 (spx). Horizons: year-end 2026, 12m, 6m, h2, 2026-06.'),
    actions(ADD_BUTTON),
  ]);
}

/** `/targets add` without a call: the form, or the line to type. */
export function addHintMessage(example: string, writable: boolean): Message {
  const words = writable
    ? '*Add a target* with the form, or in one line:'
    : '*This ledger can only be read here;* where it can be written, a call is added in one line:';
  return said(`${words} ${example}`, [
    section(words, `\`${escapeText(example)}\``),
    context('Nothing is written before you confirm it.'),
    ...(writable ? [actions(ADD_BUTTON)] : []),
  ]);
}

/** `/targets import`: a file or pasted rows, both in a form. */
export function importHintMessage(writable: boolean): Message {
  const columns = '`firm`, `as_of`, `target` or `expected_return_pct`, `horizon` or `target_year`, `source_url`';
  const open = button('target_import', 'Import calls', {
    label: 'Open the form to import a CSV file',
    value: '/targets import',
  });
  return said('Import calls from a CSV file: upload or paste it in the form.', [
    section(
      '*Import calls* from a CSV file, up to 10,000 rows: upload it or paste it in the form.',
      `Columns: ${columns}; more are read where they are there.`,
    ),
    context(
      'Every row that cannot be read is named with its line and reason · nothing is written before you confirm it',
    ),
    ...(writable ? [actions(open)] : [context('This ledger can only be read here.')]),
  ]);
}

/** `/targets edit 12` without a change: the call as it stands and the form. */
export function editHintMessage(call: number, lines: readonly string[], writable: boolean): Message {
  const edit = button('target_edit', 'Edit', {
    label: `Open call ${call} in the form`,
    value: `/targets edit ${call}`,
  });
  const withdraw = `\`/targets withdraw ${call}\``;
  return said(escapeText(`Call ${call}. ${lines.join('. ')}.`), [
    section(`*Call ${call}* as it stands`),
    section(...lines.map(escapeText)),
    context(`In one line: \`/targets edit ${call} target 2500\` · take it back: ${withdraw}`),
    ...(writable ? [actions(edit)] : []),
  ]);
}

interface ExportFacts {
  readonly calls: number;
  readonly rows: readonly (readonly string[])[];
  readonly asOf: string;
  /** What was typed, with its day. */
  readonly command: string;
}

/** `/targets export`: the file goes to the person's messages with Capwatch. */
export function exportMessage({ calls, rows, asOf, command }: ExportFacts): Message {
  const words = `${counted(calls, 'call')} of the ledger as known on ${fullDate(asOf)}`;
  return {
    ...said(`${words}, as CSV.`, [
      section(`*${escapeText(words)}*, as a CSV file in your messages with Capwatch.`),
      context('Newest version of each call, every field, full precision · `/targets import` reads it back'),
      actions(BUTTONS.csv(command)),
    ]),
    asOf,
    rows,
    sendCsv: true,
  };
}
