/** What answers read with, and what every one of them knows about its question: the post's day, the newest day, the words. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import { lastCompletedSession, sessionOnOrBefore } from '../calendar/nyse.ts';
import { CapwatchError } from '../errors.ts';
import type { FedMarket } from '../market/fed-market.ts';
import type { MacroMarket } from '../market/macro-market.ts';
import type { Market, MarketSymbol } from '../market/market.ts';
import { readSmallCaps, type SmallCapSeries } from '../market/small-caps.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, sessionDate } from '../messages/format.ts';
import { publishers } from '../messages/receipt-line.ts';
import type { CallVersion } from '../metrics/calls.ts';
import { isMeasured, type Measured, type Receipt, type ReceiptSource } from '../metrics/receipt.ts';
import type { SurveySeries, SurveyVersion } from '../metrics/surveys.ts';
import { postedQuestion } from './post-question.ts';
import type { ChannelPost, PostSnapshot, Subject } from './post-snapshot.ts';
import type { Question } from './question.ts';

interface LedgerView {
  readonly calls: readonly CallVersion[];
  readonly surveys: readonly SurveySeries[];
  readonly readings: readonly SurveyVersion[];
}

/** The read step of every answer; the upper floor puts it together. */
export interface AnswerDesk {
  readonly market: Market;
  readonly fedMarket: FedMarket;
  readonly macroMarket?: MacroMarket;
  ledger(): Promise<LedgerView>;
  /** The newest posts of the asker's channel; on a terminal, replays of those about `subject`. */
  posts?(subject: Subject | undefined): Promise<readonly ChannelPost[]>;
}

export interface Asking {
  readonly question: Question;
  readonly text: string;
  readonly desk: AnswerDesk;
  readonly now: Temporal.Instant;
  /** The session the answer speaks of: named in the question, else the post's, else the last completed one. */
  readonly session: Day;
  /** The last completed session. */
  readonly latest: Day;
  readonly post?: PostSnapshot;
}

/** @throws CapwatchError `invalid_input` for a day still to come. */
export function askedSessionOf({ slots }: Question, post: PostSnapshot | undefined, now: Temporal.Instant): Day {
  const latest = lastCompletedSession(now);
  if (slots.asOf === undefined) return post?.asOf || latest;
  if (slots.asOf > newYorkTime(now).day) {
    throw new CapwatchError('invalid_input', `${sessionDate(slots.asOf)} is still to come.`, {
      example: '/smallcaps ytd',
    });
  }
  return sessionOnOrBefore(slots.asOf);
}

/** A draft without the parts that most answers lack. */
export type Draft = Omit<AnswerDraft, 'settings'> & { readonly settings?: readonly string[] };

export function draft(parts: Draft): AnswerDraft {
  return { ...parts, settings: parts.settings ?? [] };
}

/** The two series of a small-cap answer, aligned: against the benchmark named, else the post's own, else the S&P 500. */
export function seriesOf(asking: Asking, benchmark = benchmarkAsked(asking)): Promise<SmallCapSeries> {
  return readSmallCaps(asking.desk.market, benchmark, asking.session);
}

function benchmarkAsked({ question, post }: Asking): MarketSymbol {
  return question.slots.benchmark ?? postedQuestion(post)?.slots.benchmark ?? 'GSPC';
}

/** "Mon 22 Jan 2024 close, as in this post; nothing newer". */
export function asOfWords({ post, latest, question }: Asking, session: Day, kind = 'close'): string {
  const here = post !== undefined && post.asOf === session && question.slots.asOf === undefined;
  const newer = latest > session ? `newest session ${fullDate(latest)}` : 'nothing newer';
  return `${sessionDate(session)} ${kind}${here ? ', as in this post' : ''}; ${newer}`;
}

/** "Yahoo Finance", "Yahoo Finance, two daily series". */
export function sourceWords(sources: readonly ReceiptSource[]): string {
  return publishers(sources).join(', ');
}

/** The measured ones, each once. */
export function receipts(...figures: readonly (Measured<number | boolean> | undefined)[]): Receipt[] {
  const found = figures.filter((figure): figure is Receipt => figure !== undefined && isMeasured(figure));
  return [...new Map(found.map((one) => [one.id + one.asOf, one])).values()];
}

/** The figure's words, or a dash and nothing invented. */
export function worded(figure: Measured | undefined, words: (value: number) => string): string {
  return figure && isMeasured(figure) ? words(figure.value) : '–';
}

/** An answer without numbers because the data do not hold them. */
export function refused(said: string, example: string): CapwatchError {
  return new CapwatchError('not_found', said, { example });
}
