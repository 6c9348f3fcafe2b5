/** `/targets changes since DAY`: new calls, and calls that were hit, touched, replaced, withdrawn or ran out. Pure. */
import type { CallChanges } from '../metrics/call-changes.ts';
import type { StatusChange } from '../metrics/call-status.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import { counted, escapeText, fullDate, sessionDate } from './format.ts';
import type { Message } from './message.ts';
import { notesLine } from './smallcaps.ts';
import { CELL, cut, dayCell, nearDate, shortFirm, type TargetsContext, valueWords } from './targets-words.ts';

const MOST_ROWS = 10;

/** The changes of the ledger, newest first. */
export function changesMessage(view: CallChanges, context_: TargetsContext): Message {
  const { changes, count, fresh, moved, since, asOf } = view;
  const rows = changes.slice(0, MOST_ROWS);
  const lead = `${counted(count.value, 'change')} in calls since ${fullDate(since)}`;
  const parts = `${fresh.value} new, ${moved.value} changed status`;
  const hidden = changes.length - rows.length;
  const text = `${lead}: ${parts}. ${rows
    .slice(0, 2)
    .map((change) => `${changeWords(change, asOf)}.`)
    .join(' ')} ${sessionDate(asOf)}.`;
  return {
    text: escapeText(cut(text.replaceAll(/\s+/g, ' '), 280)),
    blocks: [
      ...(changes.length === 0
        ? [section(`*No change* in calls since ${fullDate(since)}.`)]
        : [header(`${lead}: ${parts}`)]),
      ...(changes.length === 0 ? [] : [section(...rows.slice(0, 3).map((change) => boldWords(change, asOf)))]),
      ...(rows.length === 0 ? [] : [table([['Call', 'Day', 'Was', 'Is'], ...rows.map(row)])]),
      context(
        `*Status* ${sessionDate(since)} against ${sessionDate(asOf)} · closes and highs decide hit and touched · call ledger`,
        ...notesLine([...(hidden > 0 ? [`${counted(hidden, 'older change')} not shown.`] : []), ...context_.notes]),
      ),
      actions(BUTTONS.share(context_.command), BUTTONS.receipts(context_.command)),
    ],
    charts: [],
    numbers: [count, fresh, moved, ...view.stated],
    asOf,
  };
}

function row({ before, after }: StatusChange): string[] {
  const { call, status, since } = after;
  const value = valueWords(call.value);
  return [
    `${cut(shortFirm(call.firm), CELL - value.length - 1)} ${value}`,
    dayCell(since),
    before === 'unknown' ? 'new' : before,
    status,
  ];
}

/** "Goldman +15% superseded, 12 Jan". */
function changeWords({ before, after }: StatusChange, asOf: string): string {
  const { call, status, since } = after;
  const now = before === 'unknown' ? `new, ${status}` : status;
  return `${cut(shortFirm(call.firm), 24)} ${valueWords(call.value)} ${now}, ${nearDate(since, asOf)}`;
}

function boldWords(change: StatusChange, asOf: string): string {
  const [what = '', ...rest] = changeWords(change, asOf).split(', ').reverse();
  return escapeText(`*${what}* ${rest.reverse().join(', ')}`);
}
