/** `/smallcaps after`: the event study of the rule asked for, or of the rule that is true today. Pure. */
import { type Episodes, type EventStudy, episodes, eventStudy } from './event-study.ts';
import { EVENT_RULES, type EventRule, type RuleHistory, ruleHistory } from './events.ts';
import type { Outcomes } from './outcomes.ts';
import { type Pair, pairOf, pairRefusal } from './pair.ts';
import type { Absent, Receipt } from './receipt.ts';
import type { ViewInputs } from './view-inputs.ts';

/** Why this rule is shown: it was asked for, it is true today, or it was the last one to be true. */
export type RuleChoice = 'asked' | 'today' | 'last';

export interface AfterView {
  readonly inputs: ViewInputs;
  readonly pair: Pair;
  readonly choice: RuleChoice;
  /** Other rules of the list that are true today. */
  readonly alsoTrue: readonly EventRule[];
  readonly study: EventStudy | Absent;
  readonly history: RuleHistory;
  readonly numbers: readonly Receipt[];
}

/** Every figure of the study of `rule`, or of the rule that holds today, else of the one that held last. */
export function afterView(inputs: ViewInputs, rule?: EventRule): AfterView {
  const pair = pairOf(inputs.subject, inputs.benchmark);
  const chosen = rule
    ? { rule, choice: 'asked' as const, history: ruleHistory(pair, rule), alsoTrue: [] }
    : defaultRule(pair);
  const { choice, history, alsoTrue } = chosen;
  const refused = pairRefusal(pair, `${inputs.subject.symbol}.after`);
  if (refused) return { inputs, pair, choice, alsoTrue, study: refused, history, numbers: [] };
  const study = eventStudy(pair, chosen.rule, history);
  return { inputs, pair, choice, alsoTrue, study, history, numbers: numbersOf(study) };
}

interface Chosen {
  readonly rule: EventRule;
  readonly choice: RuleChoice;
  readonly history: RuleHistory;
}

interface Candidate extends Chosen {
  readonly episodes: Episodes;
}

/** Fewer past episodes than this say too little: a wider threshold of the list is preferred. */
const ENOUGH = 10;

/**
 * Of the rules that are true today the first of the list with at least ten past episodes, else the one with the most;
 * when none is true, the one that was true last. Outcomes play no part in the choice.
 */
function defaultRule(pair: Pair): Chosen & { readonly alsoTrue: readonly EventRule[] } {
  const all: Candidate[] = EVENT_RULES.map((rule) => {
    const history = ruleHistory(pair, rule);
    return { rule, history, choice: history.held.at(-1) ? 'today' : 'last', episodes: episodes(pair, history) };
  });
  const today = all.filter(({ choice }) => choice === 'today');
  const size = (one: Candidate) => one.episodes.past.length;
  const enough = today.find((one) => size(one) >= ENOUGH) ?? today.toSorted((a, b) => size(b) - size(a))[0];
  const held = (one: Candidate) => one.episodes.lastHeld ?? '';
  const chosen = enough ?? all.reduce((latest, one) => (held(one) > held(latest) ? one : latest));
  return { ...chosen, alsoTrue: today.filter((one) => one !== chosen).map(({ rule }) => rule) };
}

function numbersOf({ horizons }: EventStudy): Receipt[] {
  // The horizon of the header first, since receipts are read from the top.
  const ordered = horizons.toSorted((a, b) => Number(b.horizon.id === '3m') - Number(a.horizon.id === '3m'));
  const parts = ordered.flatMap(({ subject, benchmark, gap }) => [subject, benchmark, gap]);
  const outcomes = parts.flatMap(({ events, anyDay }) => [events, anyDay]);
  return outcomes.filter((one): one is Outcomes => one !== undefined).flatMap((one) => Object.values(one));
}
