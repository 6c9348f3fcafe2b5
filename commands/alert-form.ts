/** The form of an alert on Slack: opened by a button, checked at its field, then the same question as the typed command's. */
import type { ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import { ALERT_FORM, ALERT_LINE, alertForm, messageView } from '../src/messages/alert-form.ts';
import { doneView } from '../src/messages/targets-form.ts';
import { parseAlertRequest } from '../src/questions/alert-request.ts';
import type { SlackApp } from '../src/slack/app.ts';
import { openView, updateView } from '../src/slack/post.ts';
import type { Press } from './buttons.ts';
import { typedAlert } from './capwatch-alert-topics.ts';
import { type AlertAsker, type AlertDesk, askAlert } from './capwatch-alerts.ts';
import { answerOrRefusal, type Call, failureMessage } from './index.ts';
import { metadataText } from './targets-fields.ts';

/** "Add alert": the empty form. */
export function addAlert({ publishing, trigger_id }: Press): Promise<void> {
  return openView(publishing.slack, trigger_id, alertForm());
}

/** "Edit" of an alert: the form with its line, for its owner or its channel. */
export async function editAlert({ call, publishing, line, trigger_id }: Press): Promise<void> {
  const held = call.asker && call.alerts && (await ownAlert(line, { asker: call.asker, desk: call.alerts }));
  const view = held ? alertForm({ line: typedAlert(held), alert: held.id }) : doneView('No such alert', [GONE]);
  await openView(publishing.slack, trigger_id, view);
}

const GONE = 'This alert has ended, or it is not yours.';

/** The alert, for the person who set it and in the channel it speaks to. */
async function ownAlert(id: string, { asker, desk }: { asker: AlertAsker; desk: Pick<AlertDesk, 'store'> }) {
  const held = await desk.store.findAlert({ team: asker.team, id });
  if (held === undefined || held.status === 'ended') return undefined;
  return held.by === asker.user || held.channel === asker.channel ? held : undefined;
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
    const words = view.state.values[ALERT_LINE]?.[ALERT_LINE]?.value ?? '';
    const problem = problemIn(words, call.now);
    if (problem !== undefined) return ack({ response_action: 'errors', errors: { [ALERT_LINE]: problem } });
    await ack({ response_action: 'update', view: doneView('Reading prices', ['Looking where it stands now.']) });
    const question = async (): Promise<ModalView> => {
      const id = metadataText(view.private_metadata, 'alert');
      const held = id === '' ? undefined : await ownAlert(id, { asker, desk });
      if (id !== '' && held === undefined) return doneView('No such alert', [GONE]);
      const place = held ? { channel: held.channel, channelName: held.channelName } : placeIn(view.private_metadata);
      const asking = { words, now: call.now, asker: { ...asker, ...place }, desk, ...(held && { replaces: held.id }) };
      return messageView('Nothing set yet', await askAlert(asking), { buttons: true });
    };
    const shown = await question().catch((error: unknown) =>
      messageView('Nothing set', failureMessage(error, '/capwatch alert list', call.capwatch), { buttons: false }),
    );
    await updateView(slack, view.id, shown);
  });
}

/** The channel of the draft the form was opened from; nothing where it was opened empty. */
function placeIn(metadata: string): { readonly channel: string; readonly channelName: string } | undefined {
  const [channel, channelName] = [metadataText(metadata, 'channel'), metadataText(metadata, 'channelName')];
  return channel === '' ? undefined : { channel, channelName };
}

/** Why the line cannot be an alert, as plain text for its field. */
function problemIn(words: string, now: Temporal.Instant): string | undefined {
  try {
    parseAlertRequest(words, newYorkTime(now).day);
    return undefined;
  } catch (error) {
    if (!(error instanceof CapwatchError)) throw error;
    return error.userMessage.replaceAll('`', '');
  }
}
