/** Answers from when to when a call runs: note, horizon, days left, calendar year or not. Measures and words it. */
import { daysBetween } from '../calendar/day.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { capital, counted, fullDate } from '../messages/format.ts';
import { horizonKind, horizonPhrase, shortFirm, valueWords } from '../messages/targets-words.ts';
import { isStanding } from '../metrics/call-status.ts';
import { callId, firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { lastSession } from '../metrics/series.ts';
import { foundOf, settingsOf } from './answer-target.ts';
import { whichCallAnswer } from './answer-which-call.ts';
import { type Asking, asOfWords, draft, receipts } from './desk.ts';
import { links, type Meant, NAMES, noteDay, theCall, who } from './street.ts';
import { CALL_WORDS } from './words-lexicon-calls.ts';
import { normalText } from './words-normal.ts';

/** From which day a horizon counts, and on which it ends. */
export async function horizonAnswer(asking: Asking): Promise<AnswerDraft> {
  const meant = await theCall(asking);
  if (!meant) return whichCallAnswer(asking);
  const { series, state, index } = meant;
  const { call, due } = state;
  const end = horizonDay(call);
  const left = daysReceipt(`${callId(call)}.days_to_horizon`, asking.session, end);
  const past = !isStanding(state, asking.session);
  return draft({
    lead: leadOf(asking, meant, left),
    lines: [
      ...kindLines(meant),
      past
        ? `*No longer standing*: ${state.status}, scored on the close of ${fullDate(due)}`
        : `*${counted(left.value, 'day')}* left; scored on the close of ${fullDate(due)}`,
      `*${who(call)}*: ${valueWords(call.value)} on the ${NAMES[index]} ${horizonPhrase(call)}`,
    ],
    basis: `${horizonKind(call)}; base close ${fullDate(call.baseDate)}${due === end ? '' : '; the horizon is no session, so the last one before it'}`,
    asOf: asOfWords(asking, lastSession(series)),
    ...links(call),
    caveat: call.noteDateApproximate
      ? 'only the month or week of the note is known'
      : 'the day is the publication’s, which may follow the note itself',
    numbers: receipts(left),
    session: lastSession(series),
    settings: [...settingsOf(meant), '1 January', '31 December'],
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
    found: foundOf(meant),
  });
}

const NOTE = /\b(published|note|dated|came out|come out|issued|released|made|written)\b/;
const KIND = /\b(calendar|rolling|year end|full year|end of (the )?year|12 month|dec(ember)?|fixed)\b/;
const END = /\b(expir\w*|run(s)? out|due|end(s)?|deadline|until|left|how long|by when|to what date|over)\b/;

/** The first line answers what was asked: the note's day, the kind of horizon, its end, or from when to when. */
function leadOf({ text }: Asking, { state: { call } }: Meant, left: Receipt<number>): string {
  const words = normalText(text).text;
  const end = horizonDay(call);
  const yearEnd = call.horizon.kind === 'year-end';
  const span = `from the note of ${fullDate(call.noteDate)} to ${fullDate(end)}`;
  const firm = shortFirm(call.firm);
  if (NOTE.test(words) && /\b(when|what (day|date)|how old)\b/.test(words) && !/\b(expir|due|end)/.test(words))
    return `The note is of ${noteDay(call)}.`;
  if (isKindAsked(words))
    return kindWords(words, call.horizon.kind === 'months', `${firm}, ${yearEnd ? `due ${fullDate(end)}` : span}`);
  if (END.test(words))
    return left.value === 0
      ? `${firm} was due ${fullDate(end)}.`
      : `${firm} is due ${fullDate(end)}, in ${counted(left.value, 'day')}.`;
  return yearEnd
    ? `A year-end target: due ${fullDate(end)}.`
    : `From the note of ${fullDate(call.noteDate)} to ${fullDate(end)}.`;
}

/** Whether a yes or no is wanted: rolling or calendar, this year's end or not. */
function isKindAsked(words: string): boolean {
  if (/^(when|what|which|how)\b/.test(words)) return false;
  if (CALL_WORDS.yearendask.test(words)) return true;
  return /^(is|are|was|isnt) |\bor\b/.test(words) && KIND.test(words);
}

/** "Yes, rolling: …", "No, …", or the one of two that holds. */
function kindWords(words: string, rolling: boolean, rest: string): string {
  const asksRolling = /\b(rolling|12 month|12 months)\b/.test(words);
  const kind = rolling ? 'rolling, not the calendar year' : 'a year-end target';
  if (/\bor\b/.test(words)) return `${capital(kind)}: ${rest}.`;
  return `${asksRolling === rolling ? 'Yes' : 'No'}, ${kind}: ${rest}.`;
}

function kindLines({ state: { call } }: Meant): string[] {
  return call.horizon.kind === 'year-end'
    ? [`*A year-end target*: it runs to 31 December whatever the day of the note, here ${noteDay(call)}`]
    : [
        `*Not a year-end target*: it runs from the note of ${fullDate(call.noteDate)}, not from 1 January, and not to 31 December`,
      ];
}

function daysReceipt(id: string, from: string, to: string): Receipt<number> {
  const end = (name: string, date: string) => ({ name, series: 'day', date, value: 0 });
  return {
    id,
    value: Math.max(0, daysBetween(from, to)),
    unit: 'days',
    asOf: from,
    basis: 'calendar days',
    formula: 'days(as-of, horizon)',
    inputs: [end('as-of', from), end('horizon', to)],
    sources: [],
  };
}
