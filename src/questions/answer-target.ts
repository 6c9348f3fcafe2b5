/** Answers about one published call: its level, its horizon, its source. Measures and words it. */
import { daysBetween } from '../calendar/day.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, level, percent, plain } from '../messages/format.ts';
import { horizonKind, horizonPhrase, levelWords, valueWords } from '../messages/targets-words.ts';
import { callId, firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { baseCloseOf, callLevel, isDerived, remainingUpside, upsideAtCall } from '../metrics/calls-level.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { at, lastSession } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused, worded } from './desk.ts';
import { links, NAMES, theCall, who } from './street.ts';

/** The level a call comes to, from which base, derived or stated, and what is left. */
export async function targetAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, state } = await theCall(asking);
  const { call } = state;
  const [figure, upside, remaining, base] = [
    callLevel(call, series),
    upsideAtCall(call, series),
    remainingUpside(call, series),
    baseCloseOf(call, series),
  ];
  if (!isMeasured(figure)) throw refused(`${call.firm}: ${figure.absent}.`, '/targets russell');
  const derived = isDerived(call);
  const name = NAMES[series.symbol === 'GSPC' ? 'GSPC' : 'RUT'];
  return draft({
    lead: `${derived ? plain(figure.value) : levelWords(figure.value)} on the ${name}, ${derived ? 'derived' : 'stated'}:`,
    rest:
      derived && isMeasured(upside) && 'value' in base
        ? `the note says ${valueWords(call.value)} ${horizonPhrase(call)}, from ${level(base.value)}.`
        : `${call.firm}, ${horizonPhrase(call)}.`,
    lines: [
      `*${worded(remaining, percent)}* left from the close of ${level(at(series.close, series.close.length - 1))}; ${state.status}, due ${fullDate(horizonDay(call))}`,
      `*${who(call)}*${call.source.quote ? `: “${call.source.quote}”` : ''}`,
    ],
    basis: derived
      ? `base close ${fullDate(call.baseDate)} × (1 + ${valueWords(call.value).replace('+', '')}); the firm published the per cent, not the level`
      : `level as published; base close ${fullDate(call.baseDate)}`,
    asOf: asOfWords(asking, lastSession(series)),
    ...links(call),
    caveat: `${call.basis === 'unknown' ? 'price return assumed, the note does not say; ' : ''}entered by hand from the page named`,
    numbers: receipts(figure, upside, remaining),
    session: lastSession(series),
    settings: [valueWords(call.value), valueWords(call.value).replace('+', ''), call.source.quote ?? '', who(call)],
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
  });
}

/** From which day a horizon counts, and on which it ends. */
export async function horizonAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, state } = await theCall(asking);
  const { call, due } = state;
  const end = horizonDay(call);
  const left = daysReceipt(`${callId(call)}.days_left`, asking.session, end);
  const yearEnd = call.horizon.kind === 'year-end';
  return draft({
    lead: yearEnd
      ? `A year-end target: due ${fullDate(end)}.`
      : `From the note of ${fullDate(call.noteDate)} to ${fullDate(end)}.`,
    lines: [
      yearEnd
        ? `*${fullDate(call.noteDate)}* is the note’s own day`
        : '*Not a year-end target*: it runs from the note, not from 1 January, and not to 31 December',
      `*${counted(left.value, 'day')}* left; scored on the close of ${fullDate(due)}`,
      `*${who(call)}*: ${valueWords(call.value)} on the ${NAMES[series.symbol === 'GSPC' ? 'GSPC' : 'RUT']} ${horizonPhrase(call)}`,
    ],
    basis: `${horizonKind(call)}; base close ${fullDate(call.baseDate)}${due === end ? '' : '; the horizon is no session, so the last one before it'}`,
    asOf: asOfWords(asking, lastSession(series)),
    ...links(call),
    caveat: call.noteDateApproximate
      ? 'only the month or week of the note is known'
      : 'the day is the publication’s, which may follow the note itself',
    numbers: receipts(left),
    session: lastSession(series),
    settings: [valueWords(call.value), who(call), '1 January', '31 December'],
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
  });
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

/** The citation of the call a thread speaks of. */
export async function callSourceAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, state } = await theCall(asking);
  const { call } = state;
  return draft({
    lead: `${call.source.publisher}, ${fullDate(call.noteDate)}: ${who(call)}.`,
    lines: [
      `*${valueWords(call.value)}* on the ${NAMES[series.symbol === 'GSPC' ? 'GSPC' : 'RUT']} ${horizonPhrase(call)}${call.source.quote ? `: “${call.source.quote.slice(0, 150)}”` : ''}`,
    ],
    basis: `call ${call.call}, version ${call.version} in the ledger, entered by hand`,
    asOf: `note of ${fullDate(call.noteDate)}${call.noteDateApproximate ? ', day approximate' : ''}`,
    ...links(call),
    caveat: 'the page quotes the note; the note itself is not held here',
    numbers: [],
    session: asking.session,
    settings: [valueWords(call.value), who(call), `call ${call.call}, version ${call.version}`],
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
  });
}
