/** The views of `/smallcaps`: which measures, which writes. */
import { CapwatchError } from '../src/errors.ts';
import type { Message } from '../src/messages/message.ts';
import type { AnswerContext } from '../src/messages/smallcaps.ts';
import { afterMessage } from '../src/messages/smallcaps-after.ts';
import { divergenceMessage } from '../src/messages/smallcaps-divergence.ts';
import { highsMessage } from '../src/messages/smallcaps-highs.ts';
import { ratioMessage } from '../src/messages/smallcaps-ratio.ts';
import { recoveryMessage } from '../src/messages/smallcaps-recovery.ts';
import { recoveryAllMessage } from '../src/messages/smallcaps-recovery-all.ts';
import { seasonalityMessage } from '../src/messages/smallcaps-seasonality.ts';
import { streakMessage } from '../src/messages/smallcaps-streak.ts';
import { afterView } from '../src/metrics/after-view.ts';
import { divergenceView } from '../src/metrics/divergence-view.ts';
import { EVENT_RULES, type EventRule, ruleId } from '../src/metrics/events.ts';
import { highsView } from '../src/metrics/highs-view.ts';
import { ratioView } from '../src/metrics/ratio-view.ts';
import { recoveryView } from '../src/metrics/recovery-view.ts';
import { seasonalityView } from '../src/metrics/seasonality-view.ts';
import { streakView } from '../src/metrics/streak-view.ts';
import type { ViewInputs } from '../src/metrics/view-inputs.ts';
import type { View } from '../src/questions/smallcaps-request.ts';

/** What a view needs beside its series; `words` are those typed after its name. */
export interface ViewContext extends AnswerContext {
  readonly words: readonly string[];
}

const VIEWS: Readonly<Record<View, (inputs: ViewInputs, context: ViewContext) => Message>> = {
  highs: (inputs, context) => highsMessage(highsView(inputs), context),
  recovery: (inputs, context) => {
    const message = context.words.includes('all') ? recoveryAllMessage : recoveryMessage;
    return message(recoveryView(inputs), context);
  },
  ratio: (inputs, context) =>
    ratioMessage(ratioView(inputs), { ...context, chart: context.words.includes('panel') ? 'panel' : 'ratio' }),
  divergence: (inputs, context) => divergenceMessage(divergenceView(inputs), context),
  after: (inputs, context) => afterMessage(afterView(inputs, askedRule(context.words)), context),
  streak: (inputs, context) => streakMessage(streakView(inputs), context),
  seasonality: (inputs, context) => seasonalityMessage(seasonalityView(inputs), context),
};

/** The answer of `view`. @throws CapwatchError `invalid_input` for an event rule that is not on the list. */
export function viewAnswer(view: View, inputs: ViewInputs, context: ViewContext): Message {
  return VIEWS[view](inputs, context);
}

/** `record 10`, `gain 50 20`, `gap-5`: the first rule of the list whose name begins so; nothing typed chooses by the day. */
function askedRule(words: readonly string[]): EventRule | undefined {
  if (words.length === 0) return undefined;
  const typed = words
    .join('-')
    .replaceAll('%', '')
    .replace(/^record-(?!lag)/, 'record-lag-');
  const rule =
    EVENT_RULES.find((one) => ruleId(one) === typed) ?? EVENT_RULES.find((one) => ruleId(one).startsWith(typed));
  if (rule) return rule;
  throw new CapwatchError('invalid_input', 'That rule is not on the fixed list, which keeps thresholds honest.', {
    example: '/smallcaps after record 10',
    hint: `rules: ${EVENT_RULES.map(ruleId).join(' ')}`,
  });
}
