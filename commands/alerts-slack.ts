/** The buttons of alerts on Slack: snooze, stop, why, and the confirmation of a draft. Each answers the presser alone. */
import { CapwatchError } from '../src/errors.ts';
import { messageView } from '../src/messages/alert-form.ts';
import type { Message } from '../src/messages/message.ts';
import { discardedMessage } from '../src/messages/subscriptions.ts';
import { updateView } from '../src/slack/post.ts';
import { addAlert, editAlert, editDraft, editSetDraft } from './alert-form.ts';
import { showHome } from './app-home.ts';
import type { Press } from './buttons.ts';
import { alertSetDraft, confirmAlertSet } from './capwatch-alert-set.ts';
import { type AlertDesk, alertDraft, confirmAlert } from './capwatch-alerts.ts';
import { answerOrRefusal } from './index.ts';

/** Alerts as a request has them: the asker's drafts can be looked at before they are taken. */
export interface AlertParts extends AlertDesk {
  readonly drafts: AlertDesk['drafts'] & { find(name: string): Promise<string | undefined> };
}

type Act = (press: Press) => Promise<void>;

/** Buttons that carry an alert's id. */
export const ALERT_ACTIONS: Readonly<Record<string, Act>> = {
  alert_snooze: (press) => say(press, `/capwatch alert snooze ${press.line} 2d`),
  alert_stop: (press) => say(press, `/capwatch alert stop ${press.line}`),
  alert_edit: editAlert,
  alert_add: addAlert,
};

/** Below the post with the button; in a modal in its place. */
async function say(press: Press, line: string): Promise<void> {
  const message = await answerOrRefusal(line, press.call);
  if (press.view) await shown(press, message);
  else await press.tell(message, 'below');
}

/** `act` for a draft of an alert, `otherwise` for any other draft. */
function forAlerts(act: (press: Press) => Promise<Message>, otherwise: Act | undefined): Act {
  return async (press) => {
    const content = await press.call.alerts?.drafts.find(press.line);
    if (content === undefined || !isAlert(content)) return otherwise?.(press);
    await shown(press, await act(press));
  };
}

/** The three buttons under a draft; what is no alert's goes to `others`. */
export function confirmActions(others: Readonly<Record<string, Act>>): Readonly<Record<string, Act>> {
  return {
    confirm_write: forAlerts(written, others.confirm_write),
    confirm_edit: editedOr(others.confirm_edit),
    confirm_cancel: forAlerts(cancelled, others.confirm_cancel),
  };
}

function isAlert(content: string): boolean {
  return content.startsWith('{') && (alertDraft(content) ?? alertSetDraft(content)) !== undefined;
}

async function written({ call, line }: Press): Promise<Message> {
  const { now, asker, alerts: desk } = call;
  if (!asker || !desk) throw new CapwatchError('not_configured', 'Alerts belong to a channel: type this in Slack.');
  const content = await desk.drafts.find(line);
  const isSet = content !== undefined && alertSetDraft(content) !== undefined;
  return (isSet ? confirmAlertSet : confirmAlert)(line, { now, asker, desk });
}

async function cancelled({ call, line }: Press): Promise<Message> {
  await call.alerts?.drafts.take(line);
  return discardedMessage('/capwatch alert when gap ytd past -8');
}

/** Back to the form with the draft's words; what is no alert's goes to `otherwise`. */
function editedOr(otherwise: Act | undefined): Act {
  return async (press) => {
    const content = await press.call.alerts?.drafts.find(press.line);
    const json = content?.startsWith('{') ? content : undefined;
    const draft = json === undefined ? undefined : alertDraft(json);
    const set = json === undefined ? undefined : alertSetDraft(json);
    if (draft) await editDraft(draft, press);
    else if (set) await editSetDraft(set, press);
    else await otherwise?.(press);
  };
}

/** In the place of the question: the modal it stood in, with the home tab behind it, or the message. */
async function shown(press: Press, message: Message): Promise<void> {
  const { publishing, view, tell, call } = press;
  if (!view) return tell(message, 'in place');
  await updateView(publishing.slack, view.id, messageView('Alert', message, { buttons: false }));
  const { subscriptions: desk, asker, now, capwatch } = call;
  if (!desk || !asker) return;
  await showHome({ slack: publishing.slack, desk, team: asker.team, user: asker.user, now }).catch((error: unknown) =>
    capwatch.log.warn('home tab not shown', { error }),
  );
}
