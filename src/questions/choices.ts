/** What can be asked instead, in words that are understood: for buttons under a question with two meanings or none. Pure. */
import type { Choice } from '../messages/answer.ts';
import type { Topic } from './intent-rule.ts';
import type { Kind, Question } from './question.ts';

const CHOICES: Partial<Record<Kind, Choice>> = {
  lag: { label: 'Gap year to date', question: 'how far behind are small caps ytd' },
  base: { label: 'Base date', question: 'what is the base date' },
  highs: { label: 'Distance from high', question: 'how far off the highs' },
  after: { label: 'What happened next', question: 'what happened next' },
  recovery: { label: 'Recoveries', question: 'fastest recovery from 52 week low to high' },
  streak: { label: 'Streak', question: 'how many days in a row has it lagged' },
  breadth: { label: 'Equal weight', question: 'what about equal weight' },
  'gap-rank': { label: 'How unusual', question: 'how unusual is the gap' },
  odds: { label: 'Odds of the meeting', question: 'what is priced for the next meeting' },
  'odds-at-by': { label: 'At or by', question: 'is that at the meeting or by the meeting' },
  'fed-path': { label: 'Cuts by year end', question: 'how many cuts by year end' },
  'odds-inputs': { label: 'Contracts behind it', question: 'which contract is behind it' },
  'odds-why': { label: 'What moved it', question: 'what moved the odds' },
  'odds-history': { label: 'Odds over time', question: 'chart the odds' },
  calibration: { label: 'Record of the odds', question: 'how reliable are the odds this far out' },
  target: { label: 'A firm’s target', question: 'whats goldmans target in points' },
  horizon: { label: 'Horizon', question: 'when is that call due' },
  ranking: { label: 'Most bullish', question: 'who is most bullish on small caps' },
  'track-record': { label: 'Track record', question: 'track record of the strategists' },
  consensus: { label: 'Consensus', question: 'street consensus for year end' },
  survey: { label: 'Survey', question: 'what does the survey say' },
  macro: { label: 'Jobless claims', question: 'claims trending up' },
  'as-of': { label: 'As of when', question: 'as of when is this' },
  source: { label: 'Source', question: 'source?' },
  formula: { label: 'How it is computed', question: 'show me the formula' },
};

const USUAL: Readonly<Record<Topic, readonly Kind[]>> = {
  smallcaps: ['lag', 'highs', 'after'],
  fed: ['odds', 'odds-why', 'fed-path'],
  targets: ['target', 'ranking', 'track-record'],
  survey: ['survey', 'source', 'as-of'],
  backdrop: ['macro', 'as-of', 'source'],
  morning: ['lag', 'odds', 'as-of'],
  none: ['lag', 'odds', 'ranking'],
};

/** Two or three questions: the kinds that came nearest, then the usual ones under such a post. */
export function choicesFor(nearest: readonly Kind[], topic: Topic): Choice[] {
  const kinds = [...new Set([...nearest, ...USUAL[topic]])];
  return kinds.flatMap((kind) => CHOICES[kind] ?? []).slice(0, 3);
}

/** The two readings of an ambiguous text. */
export function choicesOf(options: readonly Question[]): Choice[] {
  return options.flatMap(({ kind }) => CHOICES[kind] ?? []);
}
