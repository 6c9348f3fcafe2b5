/** Question → answer: the only table of what can be asked. Actions and help belong to the floor above. */
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
  const found = await ANSWERS[kind](asking);
  const priced = kind === 'odds' || kind === 'odds-size' || kind === 'fed-path';
  if (!found || !priced || !asking.question.slots.forecast) return found;
  return { ...found, lead: `No forecast, only what is priced: ${found.lead}` };
}

/** What answers each kind. */
const ANSWERS: Readonly<Record<AnsweredKind, (asking: Asking) => Promise<AnswerDraft | undefined>>> = {
  lag: lagAnswer,
  base: baseAnswer,
  highs: highsAnswer,
  'challenge-price': priceChallengeAnswer,
  after: afterAnswer,
  recovery: recoveryAnswer,
  streak: streakAnswer,
  breadth: breadthAnswer,
  'gap-rank': gapRankAnswer,
  extreme: extremeAnswer,
  records: recordsAnswer,
  'day-prices': dayPricesAnswer,
  needed: neededAnswer,
  ratio: ratioAnswer,
  seasonality: seasonalityAnswer,
  'fed-range': fedRangeAnswer,
  odds: oddsAnswer,
  'odds-at-by': atByAnswer,
  'fed-path': pathAnswer,
  'challenge-odds': oddsChallengeAnswer,
  'odds-inputs': contractsOrInputs,
  'odds-size': sizeAnswer,
  'odds-history': historyAnswer,
  'odds-move-rank': moveRankAnswer,
  calibration: calibrationAnswer,
  'odds-why': oddsWhyAnswer,
  'rates-link': ratesLinkAnswer,
  target: targetAnswer,
  horizon: horizonAnswer,
  ranking: rankingAnswer,
  revisions: revisionsAnswer,
  'track-record': trackRecordAnswer,
  consensus: consensusAnswer,
  'small-v-large': smallVLargeAnswer,
  survey: surveyAnswer,
  'survey-after': surveyAfterAnswer,
  macro: macroAnswer,
  synthesis: crossPostAnswer,
  difference: (asking) => differenceAnswer(asking, (one) => ANSWERS[one.question.kind as AnsweredKind](one)),
  'as-of': asOfAnswer,
  source: sourceAnswer,
  formula: formulaAnswer,
  define: defineAnswer,
  advice: adviceAnswer,
};

/** Contracts named by code are priced; else what is behind the meeting. */
async function contractsOrInputs(asking: Asking): Promise<AnswerDraft> {
  return (await contractAnswer(asking)) ?? inputsAnswer(asking);
}
