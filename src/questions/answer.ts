/** Question → answer: the only switch over what can be asked. Actions and help belong to the floor above. */
import { assertNever } from '../errors.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { asOfAnswer, defineAnswer, formulaAnswer, sourceAnswer } from './answer-about.ts';
import { adviceAnswer } from './answer-advice.ts';
import { afterAnswer } from './answer-after.ts';
import { breadthAnswer, gapRankAnswer } from './answer-breadth.ts';
import { calibrationAnswer } from './answer-calibration.ts';
import { consensusAnswer } from './answer-consensus.ts';
import { contractAnswer } from './answer-contract.ts';
import { crossPostAnswer } from './answer-cross-post.ts';
import { dayPricesAnswer } from './answer-day-prices.ts';
import { differenceAnswer } from './answer-difference.ts';
import { extremeAnswer } from './answer-extreme.ts';
import { moveRankAnswer, ratesLinkAnswer } from './answer-fed.ts';
import { pathAnswer } from './answer-fed-path.ts';
import { fedRangeAnswer } from './answer-fed-range.ts';
import { highsAnswer } from './answer-highs.ts';
import { horizonAnswer } from './answer-horizon.ts';
import { baseAnswer, lagAnswer } from './answer-lag.ts';
import { macroAnswer } from './answer-macro.ts';
import { neededAnswer } from './answer-needed.ts';
import { oddsAnswer } from './answer-odds.ts';
import { atByAnswer } from './answer-odds-at-by.ts';
import { oddsChallengeAnswer } from './answer-odds-challenge.ts';
import { inputsAnswer } from './answer-odds-inputs.ts';
import { historyAnswer, oddsWhyAnswer } from './answer-odds-moves.ts';
import { sizeAnswer } from './answer-odds-size.ts';
import { recordsAnswer } from './answer-own-records.ts';
import { priceChallengeAnswer } from './answer-price-challenge.ts';
import { rankingAnswer } from './answer-ranking.ts';
import { ratioAnswer, seasonalityAnswer } from './answer-ratio.ts';
import { trackRecordAnswer } from './answer-record.ts';
import { recoveryAnswer } from './answer-recovery.ts';
import { revisionsAnswer } from './answer-revisions.ts';
import { smallVLargeAnswer } from './answer-small-v-large.ts';
import { streakAnswer } from './answer-streak.ts';
import { surveyAnswer } from './answer-survey.ts';
import { surveyAfterAnswer } from './answer-survey-after.ts';
import { targetAnswer } from './answer-target.ts';
import type { Asking } from './desk.ts';
import type { ActionKind, Kind } from './question.ts';

export type AnsweredKind = Exclude<Kind, ActionKind | 'csv' | 'help'>;

/** The answer's draft; undefined when the word asked about has no definition here. @throws CapwatchError as its steps do. */
export async function answerDraft(kind: AnsweredKind, asking: Asking): Promise<AnswerDraft | undefined> {
  const found = await draftOf(kind, asking);
  const priced = kind === 'odds' || kind === 'odds-size' || kind === 'fed-path';
  if (!found || !priced || !asking.question.slots.forecast) return found;
  return { ...found, lead: `No forecast, only what is priced: ${found.lead}` };
}

function draftOf(kind: AnsweredKind, asking: Asking): Promise<AnswerDraft | undefined> {
  switch (kind) {
    case 'lag':
      return lagAnswer(asking);
    case 'base':
      return baseAnswer(asking);
    case 'highs':
      return highsAnswer(asking);
    case 'challenge-price':
      return priceChallengeAnswer(asking);
    case 'after':
      return afterAnswer(asking);
    case 'recovery':
      return recoveryAnswer(asking);
    case 'streak':
      return streakAnswer(asking);
    case 'breadth':
      return breadthAnswer(asking);
    case 'gap-rank':
      return gapRankAnswer(asking);
    case 'extreme':
      return extremeAnswer(asking);
    case 'records':
      return recordsAnswer(asking);
    case 'day-prices':
      return dayPricesAnswer(asking);
    case 'needed':
      return neededAnswer(asking);
    case 'ratio':
      return ratioAnswer(asking);
    case 'seasonality':
      return seasonalityAnswer(asking);
    case 'fed-range':
      return fedRangeAnswer(asking);
    case 'odds':
      return oddsAnswer(asking);
    case 'odds-at-by':
      return atByAnswer(asking);
    case 'fed-path':
      return pathAnswer(asking);
    case 'challenge-odds':
      return oddsChallengeAnswer(asking);
    case 'odds-inputs':
      return contractsOrInputs(asking);
    case 'odds-size':
      return sizeAnswer(asking);
    case 'odds-history':
      return historyAnswer(asking);
    case 'odds-move-rank':
      return moveRankAnswer(asking);
    case 'calibration':
      return calibrationAnswer(asking);
    case 'odds-why':
      return oddsWhyAnswer(asking);
    case 'rates-link':
      return ratesLinkAnswer(asking);
    case 'target':
      return targetAnswer(asking);
    case 'horizon':
      return horizonAnswer(asking);
    case 'ranking':
      return rankingAnswer(asking);
    case 'revisions':
      return revisionsAnswer(asking);
    case 'track-record':
      return trackRecordAnswer(asking);
    case 'consensus':
      return consensusAnswer(asking);
    case 'small-v-large':
      return smallVLargeAnswer(asking);
    case 'survey':
      return surveyAnswer(asking);
    case 'survey-after':
      return surveyAfterAnswer(asking);
    case 'macro':
      return macroAnswer(asking);
    case 'synthesis':
      return crossPostAnswer(asking);
    case 'difference':
      return differenceAnswer(asking, (one) => draftOf(one.question.kind as AnsweredKind, one));
    case 'as-of':
      return asOfAnswer(asking);
    case 'source':
      return sourceAnswer(asking);
    case 'formula':
      return formulaAnswer(asking);
    case 'define':
      return defineAnswer(asking);
    case 'advice':
      return adviceAnswer(asking);
    default:
      return assertNever(kind);
  }
}

/** Contracts named by code are priced; else what is behind the meeting. */
async function contractsOrInputs(asking: Asking): Promise<AnswerDraft> {
  return (await contractAnswer(asking)) ?? inputsAnswer(asking);
}
