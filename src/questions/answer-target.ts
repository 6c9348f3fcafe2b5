/** Answers about one published call: its level, what is left of it, its source. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { capital, fullDate, level, percent, plain, signedNumber } from '../messages/format.ts';
import { horizonPhrase, levelWords, valueWords } from '../messages/targets-words.ts';
import { type CallScore, scored } from '../metrics/call-scores.ts';
import { isStanding } from '../metrics/call-status.ts';
import { callId, firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { baseCloseOf, callLevel, isDerived, remainingUpside, upsideAtCall } from '../metrics/calls-level.ts';
import { isMeasured, type Measured, type Receipt } from '../metrics/receipt.ts';
import { at, lastSession } from '../metrics/series.ts';
import { rankingAnswer } from './answer-ranking.ts';
import { firmCallsAnswer, whichCallAnswer, whichSourceAnswer } from './answer-which-call.ts';
import { type Asking, asOfWords, draft, receipts, refused } from './desk.ts';
import { callWords, links, type Meant, NAMES, noteDay, theCall, who } from './street.ts';
import { CALL_WORDS } from './words-lexicon-calls.ts';
import { normalText } from './words-normal.ts';

const LEFT = /\b(left|remain\w*|to go|upside|downside|how far|away|distance|from here|above|below|off|reach\w*)\b/;

const COVERAGE =
  /\b(firms?|strategists?|banks?|houses|analysts?|who) (do|are|have) (you|we|u|there|in)\b|\b(covered|tracked|in the ledger)\b/;
const EARLIER =
  /\b(before( that| this)?|previous(ly)?|earlier|prior|used to|history|old (calls?|targets?)|all (of )?(the |his |her |their |its |\w+s )?(calls|targets)|list|every call|how many calls|each( call| one)?|still (open|active|standing)|which (are|is|one)|newest|latest|changed|revis\w+)\b/;

/** The level a call comes to, from which base, derived or stated, and what is left; several firms are listed. */
export async function targetAnswer(asking: Asking): Promise<AnswerDraft> {
  if (asking.question.slots.firms !== undefined) return rankingAnswer(asking);
  if (COVERAGE.test(normalText(asking.text).text)) return whichCallAnswer(asking);
  const meant = await theCall(asking);
  if (!meant) {
    requireStated(asking);
    return whichCallAnswer(asking);
  }
  if (EARLIER.test(normalText(asking.text).text) && asking.question.slots.figures.length === 0)
    return firmCallsAnswer(asking, meant);
  return callAnswer(asking, meant);
}

/** @throws CapwatchError `not_found` where the level of a return is asked for that not one call alone states. */
function requireStated({ question, text, session }: Asking): void {
  const stated = question.slots.figures.filter(({ unit }) => unit === 'percent').map(({ typed }) => typed);
  if (stated.length === 0 || !CALL_WORDS.levelask.test(normalText(text).text)) return;
  throw refused(
    `No call known by ${fullDate(session)} states ${stated.join(' or ')} alone: none does, or several firms do. Name the firm.`,
    '/targets russell',
  );
}

interface Figures {
  readonly figure: Receipt;
  readonly upside: Measured;
  readonly remaining: Measured;
  readonly distance: Receipt<number> | undefined;
  /** How a call that no longer stands came out. */
  readonly outcome: CallScore | undefined;
}

function figuresOf({ series, state }: Meant, standing: boolean): Figures {
  const { call } = state;
  const figure = callLevel(call, series);
  if (!isMeasured(figure)) throw refused(`${call.firm}: ${figure.absent}.`, '/targets russell');
  const [upside, remaining] = [upsideAtCall(call, series), remainingUpside(call, series)];
  const distance = isMeasured(remaining) ? pointsLeft(callId(call), figure, remaining) : undefined;
  const outcome = standing ? undefined : scored(state, series);
  return { figure, upside, remaining, distance, outcome: outcome && 'miss' in outcome ? outcome : undefined };
}

function callAnswer(asking: Asking, meant: Meant): AnswerDraft {
  const { series, state } = meant;
  const { call } = state;
  const standing = isStanding(state, asking.session);
  const { figure, upside, remaining, distance, outcome } = figuresOf(meant, standing);
  const derived = isDerived(call);
  const said = derived ? plain(Number(figure.value)) : levelWords(Number(figure.value));
  const left =
    standing && isMeasured(remaining) && distance
      ? `${percent(remaining.value)}, ${signedNumber(distance.value, 0)} points`
      : undefined;
  const leads = left !== undefined && LEFT.test(normalText(asking.text).text);
  return draft({
    lead: leadOf(meant, { said, left: leads ? left : undefined, standing }),
    rest: `${derived || !standing ? '' : `${call.firm}, `}${originWords(meant)}.`,
    lines: [
      standing
        ? standingLine(meant, leads ? undefined : (left ?? '–'))
        : pastLine(outcome, state.status, horizonDay(call)),
      `*${who(call)}*, note of ${noteDay(call)}${call.source.quote ? `: “${call.source.quote}”` : ''}`,
      ...othersLine(meant),
    ],
    basis: derived
      ? `base close ${fullDate(call.baseDate)} × (1 + ${valueWords(call.value).replace('+', '')}); the firm published the per cent, not the level`
      : `level as published; base close ${fullDate(call.baseDate)}`,
    asOf: asOfWords(asking, lastSession(series)),
    ...links(call),
    caveat: `${call.basis === 'unknown' ? 'price return assumed, the note does not say; ' : ''}entered by hand from the page named`,
    numbers: receipts(figure, upside, remaining, distance, outcome?.was, outcome?.miss),
    session: lastSession(series),
    settings: settingsOf(meant),
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
    found: foundOf(meant),
  });
}

/** "the note says +15% in 12 months, from 1,950.96" of a derived level, "by the end of 2024" of a stated one. */
function originWords({ series, state: { call } }: Meant): string {
  const base = baseCloseOf(call, series);
  return isDerived(call) && 'value' in base
    ? `the note says ${valueWords(call.value)} ${horizonPhrase(call)}, from ${level(base.value)}`
    : horizonPhrase(call);
}

/** What is left and until when; the close alone where the first line has the distance. */
function standingLine({ series, state }: Meant, left: string | undefined): string {
  const close = level(at(series.close, series.close.length - 1));
  const first = left === undefined ? `*${close}* is the close` : `*${left}* left from the close of ${close}`;
  return `${first}; ${state.status}, due ${fullDate(horizonDay(state.call))}`;
}

interface Lead {
  readonly said: string;
  /** What is left, where that was asked for. */
  readonly left: string | undefined;
  readonly standing: boolean;
}

function leadOf({ state: { call }, index, others }: Meant, { said, left, standing }: Lead): string {
  const derived = isDerived(call);
  const level_ = `${said} on the ${NAMES[index]}`;
  if (!standing && others.length > 0) return `No longer standing: ${level_}, ${derived ? 'derived' : 'stated'}:`;
  if (!standing) return `No standing call of ${call.firm}; the last was ${level_}, ${derived ? 'derived' : 'stated'}:`;
  if (left !== undefined) return `${left} left to ${level_}${derived ? ', derived' : ''}:`;
  return `${level_}, ${derived ? 'derived' : 'stated'}:`;
}

/** What the next question of the thread may call "his", "it" or "that one". */
export function foundOf({ state: { call }, index }: Pick<Meant, 'state' | 'index'>) {
  return { firm: firmKey(call.firm), call: call.call, index };
}

/** Words with digits that the ledger states: the figures of this call and of the firm's others. */
export function settingsOf({ state: { call }, others }: Meant): string[] {
  const stated = valueWords(call.value);
  return [
    stated,
    stated.replace('+', ''),
    call.source.quote ?? '',
    who(call),
    ...others.map((other) => valueWords(other.call.value)),
  ];
}

/** The firm's other standing calls, so that nobody takes one for all of them. */
function othersLine({ others }: Meant): string[] {
  return others.length === 0 ? [] : [`*Also* of this firm: ${others.slice(0, 3).map(callWords).join('; ')}`];
}

function pastLine(score: CallScore | undefined, status: string, due: string): string {
  if (!score) return `*${capital(status)}*, due ${fullDate(due)}`;
  return `*${percent(score.was.value)}* came of ${percent(score.said.value)} said, by ${fullDate(score.was.asOf)}; ${status}`;
}

/** Level less the as-of close, in index points; id `….points_left`. */
function pointsLeft(id: string, figure: Measured, remaining: Receipt): Receipt<number> | undefined {
  const close = remaining.inputs.find(({ name }) => name === 'close(as-of)');
  if (!isMeasured(figure) || !close || typeof figure.value !== 'number') return undefined;
  return {
    id: `${id}.points_left`,
    value: figure.value - close.value,
    unit: 'index',
    asOf: remaining.asOf,
    basis: remaining.basis,
    formula: `${figure.formula} − close(as-of)`,
    inputs: remaining.inputs,
    sources: remaining.sources,
  };
}

/** The citation of the call a thread speaks of; where none is named, of the newest ones, each with its page. */
export async function callSourceAnswer(asking: Asking): Promise<AnswerDraft> {
  const meant = await theCall(asking);
  if (!meant) return whichSourceAnswer(asking);
  const { call } = meant.state;
  return draft({
    lead: `${call.source.publisher}, note of ${noteDay(call)}: ${who(call)}.`,
    lines: [
      `*${valueWords(call.value)}* on the ${NAMES[meant.index]} ${horizonPhrase(call)}${call.source.quote ? `: “${call.source.quote.slice(0, 150)}”` : ''}`,
    ],
    basis: `call ${call.call}, version ${call.version} in the ledger, entered by hand`,
    asOf: `note of ${fullDate(call.noteDate)}${call.noteDateApproximate ? ', day approximate' : ''}`,
    ...links(call),
    caveat: 'the page quotes the note; the note itself is not held here',
    numbers: [],
    session: asking.session,
    settings: [...settingsOf(meant), `call ${call.call}, version ${call.version}`],
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
    found: foundOf(meant),
  });
}
