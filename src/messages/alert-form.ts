/** The form of one alert: a single line, as it is typed after `/capwatch alert when`; and answers shown in a modal. Pure. */
import type { Button, ModalView } from '@slack/types';
import type { AlertRule, OddsMoveRule, OddsRule } from '../metrics/alerts.ts';
import { actions, button, context } from './blocks.ts';
import { bareSigned } from './format.ts';
import type { Message } from './message.ts';
import { withoutPictures } from './pictures.ts';
import { input, plain } from './targets-form.ts';

/** Our name for the form in submissions. */
export const ALERT_FORM = 'alert_form';
/** Block and action of its one input. */
export const ALERT_LINE = 'line';

/** What stands in the form. */
export interface AlertForm {
  readonly line?: string;
  /** Name of the draft that says what the form changes and where it speaks; absent: a new alert for the person alone. */
  readonly ticket?: string;
  /** The alert it takes the place of: "al-7". */
  readonly alert?: string;
  /** Several alerts, a line each. */
  readonly isSet?: boolean;
}

/** The form of a new alert, of one there is, or of several at once. */
export function alertForm({ line, ticket, alert, isSet = false }: AlertForm = {}): ModalView {
  const element = {
    type: 'plain_text_input' as const,
    action_id: ALERT_LINE,
    max_length: isSet ? 1000 : 200,
    ...(isSet && { multiline: true }),
    placeholder: plain('gap ytd past -8'),
    ...(line !== undefined && line !== '' && { initial_value: line.slice(0, isSet ? 1000 : 200) }),
  };
  const hint = 'For example: gap ytd past -8 · drawdown past -10 · march cut odds past 60 · target hit';
  return {
    type: 'modal',
    callback_id: ALERT_FORM,
    private_metadata: JSON.stringify({ ...(ticket !== undefined && { ticket }) }),
    title: plain(isSet ? 'Edit alerts' : alert === undefined ? 'Add alert' : 'Edit alert'),
    submit: plain('Review'),
    close: plain('Cancel'),
    blocks: [
      {
        ...input(ALERT_LINE, isSet ? 'Tell me when, a line for each alert' : 'Tell me when', element),
        hint: plain(hint),
      },
      context('Nothing is set until you confirm the next step.'),
      ...(alert === undefined ? [] : [standingActions(alert)]),
    ],
  };
}

/** What else can be done to an alert there is. */
function standingActions(alert: string) {
  const stop: Button = {
    ...button('alert_stop', 'Stop', { label: 'Stop this alert', value: alert }),
    confirm: {
      style: 'danger',
      title: plain('Stop this alert?'),
      text: plain('It will say nothing more. The history stays.'),
      confirm: plain('Stop alert'),
      deny: plain('Keep it'),
    },
  };
  const snooze = { label: 'Silence this alert for two days', value: alert };
  return actions(button('alert_snooze', 'Snooze 2 days', snooze), stop);
}

/** A message as a modal; with `buttons` its own buttons stay. */
export function messageView(title: string, message: Message, { buttons }: { readonly buttons: boolean }): ModalView {
  const blocks = withoutPictures(message).filter(({ type }) => buttons || type !== 'actions');
  return { type: 'modal', title: plain(title), close: plain('Close'), blocks };
}

/** The words that, typed, give this rule again: "gap ytd below -8.00 rearm -7.50". */
export function typedRule(rule: AlertRule): string {
  switch (rule.kind) {
    case 'gap':
      return `gap ${rule.window} ${rule.side} ${typed(rule.threshold)} rearm ${typed(rule.rearm)}`;
    case 'drawdown':
      return `drawdown ${rule.symbol.toLowerCase()} past ${typed(rule.threshold)} rearm ${typed(rule.rearm)}`;
    case 'record':
      return `record ${rule.symbol.toLowerCase()}`;
    case 'divergence':
      return `divergence past ${typed(-rule.tier)}`;
    case 'odds':
    case 'odds-move':
      return typedOdds(rule);
    case 'recovery':
      return 'recovery';
    case 'calls':
      return rule.what === 'flip' ? 'survey flip' : rule.what === 'any' ? 'target' : `target ${rule.what}`;
  }
}

function typedOdds(rule: OddsRule | OddsMoveRule): string {
  const head = `${rule.meeting} ${rule.word} odds`;
  const tail = `${typed(rule.threshold)}`;
  const rearm = `rearm ${typed(rule.rearm)}`;
  return rule.kind === 'odds'
    ? `${head} ${rule.side} ${tail} ${rearm}`
    : `${head} moves ${tail} in ${rule.sessions} days ${rearm}`;
}

/** A fraction as it is typed, in points or per cent: "-8", "60", "-7.5". */
function typed(fraction: number): string {
  return bareSigned(fraction)
    .replace('−', '-')
    .replace('+', '')
    .replace(/\.?0+$/, '');
}
