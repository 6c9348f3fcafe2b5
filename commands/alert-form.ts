/** The form of alerts on Slack: opened by a button, checked at its field, then the same question as the typed command's. */
import type { ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import { ALERT_FORM, ALERT_LINE, alertForm, messageView } from '../src/messages/alert-form.ts';
import type { Message } from '../src/messages/message.ts';
import { doneView } from '../src/messages/targets-form.ts';
import { parseAlertRequest } from '../src/questions/alert-request.ts';
import type { SlackApp } from '../src/slack/app.ts';
import { openView, updateView } from '../src/slack/post.ts';
import type { KeptAlert } from '../src/store/alert-state.ts';
import { type AlertTicket, linesOf, recordTicket, takeTicket } from './alert-ticket.ts';
import type { Press } from './buttons.ts';
import { askAlertSet } from './capwatch-alert-set.ts';
import { typedAlert } from './capwatch-alert-topics.ts';
import { type AlertAsker, type AlertDesk, type AlertDraft, askAlert } from './capwatch-alerts.ts';
import { answerOrRefusal, type Call, failureMessage } from './index.ts';
import { metadataText } from './targets-fields.ts';

/** "Add alert": the empty form. */
export function addAlert({ publishing, trigger_id }: Press): Promise<void> {
  return openView(publishing.slack, trigger_id, alertForm());
}

/** "Edit" of an alert: the form with its line, for its owner or its channel; one that has ended can be set again. */
export async function editAlert({ call, publishing, line, trigger_id }: Press): Promise<void> {
  const { asker, alerts } = call;
  const held = asker && alerts && (await ownAlert(line, { asker, desk: alerts }));
  const view = held && alerts ? await formOf(held, alerts) : doneView('No such alert', [GONE]);
  await openView(publishing.slack, trigger_id, view);
}

const GONE = 'This alert is not one of yours, or the form was open for over an hour.';

/** The alert, for the person who set it and in the channel it speaks to. */
async function ownAlert(id: string, { asker, desk }: { asker: AlertAsker; desk: Pick<AlertDesk, 'store'> }) {
  const held = await desk.store.findAlert({ team: asker.team, id });
  return held && (held.by === asker.user || held.channel === asker.channel) ? held : undefined;
}

async function formOf(held: KeptAlert, desk: Pick<AlertDesk, 'drafts'>): Promise<ModalView> {
  const { id, channel, channelName, status } = held;
  const replaced = status === 'ended' ? {} : { alert: id };
  const ticket = await recordTicket(desk, { channel, channelName, ...replaced });
  return alertForm({ line: typedAlert(held), ticket, ...replaced });
}

/** Back to the form with a draft's words, before anything is set. */
export async function editDraft(
  { words, ...ticket }: Pick<AlertDraft, 'words' | 'channel' | 'channelName' | 'replaces'>,
  { publishing, trigger_id, view, call }: Press,
): Promise<void> {
  if (!call.alerts) return;
  const { channel, channelName, replaces } = ticket;
  const replaced = replaces === undefined ? {} : { alert: replaces };
  const name = await recordTicket(call.alerts, { channel, channelName, ...replaced });
  const form = alertForm({ line: words, ticket: name, ...replaced });
  if (view) await updateView(publishing.slack, view.id, form);
  else await openView(publishing.slack, trigger_id, form);
}

/** The lines of a set of alerts in one field. */
export async function editSetDraft(
  { lines, channel, channelName }: { readonly lines: readonly string[] } & Pick<AlertTicket, 'channel' | 'channelName'>,
  { publishing, trigger_id, view, call }: Press,
): Promise<void> {
  if (!call.alerts) return;
  const ticket = await recordTicket(call.alerts, { channel, channelName, isSet: true });
  const form = alertForm({ line: lines.join('\n'), ticket, isSet: true });
  if (view) await updateView(publishing.slack, view.id, form);
  else await openView(publishing.slack, trigger_id, form);
}

/** What `/capwatch sources` says, in a modal. */
export async function openSources({ call, publishing, trigger_id }: Press): Promise<void> {
  const message = await answerOrRefusal('/capwatch sources', call);
  await openView(publishing.slack, trigger_id, messageView('Sources', message, { buttons: false }));
}

/** The parts of a submission: whose, and the desk with their own drafts. */
export type AlertCallOf = (person: { readonly team: string; readonly user: string; readonly userName: string }) => {
  readonly asker: AlertAsker;
  readonly desk: AlertDesk;
  readonly call: Pick<Call, 'now' | 'capwatch'>;
};

/** Routes the submission of the form. */
export function registerAlertForm({ bolt, slack, team }: SlackApp, callOf: AlertCallOf): void {
  bolt.view<ViewSubmitAction>(ALERT_FORM, async ({ ack, body, view }) => {
    const { asker, desk, call } = callOf({ team, user: body.user.id, userName: body.user.name });
    const text = view.state.values[ALERT_LINE]?.[ALERT_LINE]?.value ?? '';
    const problem = problemIn(linesOf(text), call.now);
    if (problem !== undefined) return ack({ response_action: 'errors', errors: { [ALERT_LINE]: problem } });
    await ack({ response_action: 'update', view: doneView('Reading prices', ['Looking where it stands now.']) });
    const asking = { text, ticket: metadataText(view.private_metadata, 'ticket'), now: call.now, asker, desk };
    const shown = await question(asking)
      .then((message) => messageView('Nothing set yet', message, { buttons: true }))
      .catch((error: unknown) =>
        messageView('Nothing set', failureMessage(error, '/capwatch alert list', call.capwatch), { buttons: false }),
      );
    await updateView(slack, view.id, shown);
  });
}

interface Submitted {
  readonly text: string;
  /** Name of the ticket the form carries; empty for a new alert. */
  readonly ticket: string;
  readonly now: Temporal.Instant;
  readonly asker: AlertAsker;
  readonly desk: AlertDesk;
}

async function question({ text, ticket: name, now, asker, desk }: Submitted): Promise<Message> {
  const ticket = name === '' ? undefined : await takeTicket(desk, name);
  if (name !== '' && !ticket) throw new CapwatchError('not_found', GONE, { example: '/capwatch alert list' });
  const { channel = asker.channel, channelName = asker.channelName } = ticket ?? {};
  const asking = { now, asker: { ...asker, channel, channelName }, desk };
  if (ticket?.isSet) return askAlertSet(linesOf(text), asking);
  const replaced = ticket?.alert === undefined ? {} : { replaces: ticket.alert };
  return askAlert({ ...asking, words: text, ...replaced });
}

/** Why the lines cannot be alerts, as plain text for their field. */
function problemIn(lines: readonly string[], now: Temporal.Instant): string | undefined {
  for (const [index, words] of (lines.length === 0 ? [''] : lines).entries()) {
    try {
      parseAlertRequest(words, newYorkTime(now).day);
    } catch (error) {
      if (!(error instanceof CapwatchError)) throw error;
      return `${lines.length > 1 ? `Line ${index + 1}: ` : ''}${error.userMessage.replaceAll('`', '')}`;
    }
  }
  return undefined;
}
