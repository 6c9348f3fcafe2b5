/** Question → answer: the only switch over what can be asked. Actions and help belong to the floor above. */
import { assertNever } from '../errors.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { asOfAnswer, defineAnswer, formulaAnswer, sourceAnswer } from './answer-about.ts';
import { adviceAnswer } from './answer-advice.ts';
import { calibrationAnswer } from './answer-calibration.ts';
import { surveyAfterAnswer, surveyAnswer } from './answer-context.ts';
import { crossPostAnswer } from './answer-cross-post.ts';
import { moveRankAnswer, pathAnswer, ratesLinkAnswer } from './answer-fed.ts';
import { highsAnswer } from './answer-highs.ts';
import { afterAnswer, recoveryAnswer } from './answer-history.ts';
import { macroAnswer } from './answer-macro.ts';
import { atByAnswer, inputsAnswer, oddsAnswer, sizeAnswer } from './answer-odds.ts';
import { oddsChallengeAnswer } from './answer-odds-challenge.ts';
import { historyAnswer, oddsWhyAnswer } from './answer-odds-moves.ts';
import { priceChallengeAnswer } from './answer-price-challenge.ts';
import { smallVLargeAnswer } from './answer-small-v-large.ts';
import { baseAnswer, breadthAnswer, gapRankAnswer, lagAnswer } from './answer-smallcaps.ts';
import { streakAnswer } from './answer-streak.ts';
import { consensusAnswer, rankingAnswer, trackRecordAnswer } from './answer-street.ts';
import { horizonAnswer, targetAnswer } from './answer-target.ts';
import type { Asking } from './desk.ts';
import type { Kind } from './question.ts';

export type AnsweredKind = Exclude<Kind, 'alert' | 'add-call' | 'help'>;

/** The answer's draft; undefined when the word asked about has no definition here. @throws CapwatchError as its steps do. */
export function answerDraft(kind: AnsweredKind, asking: Asking): Promise<AnswerDraft | undefined> {
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
    case 'odds':
      return oddsAnswer(asking);
    case 'odds-at-by':
      return atByAnswer(asking);
    case 'fed-path':
      return pathAnswer(asking);
    case 'challenge-odds':
      return oddsChallengeAnswer(asking);
    case 'odds-inputs':
      return inputsAnswer(asking);
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
