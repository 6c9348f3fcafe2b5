/** The modals of `/targets` on Slack: answered within its three seconds, slower work afterwards, failures always told. */
import type { ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Capwatch } from '../src/capwatch.ts';
import type { Message } from '../src/messages/message.ts';
import { withoutPictures } from '../src/messages/pictures.ts';
import { plain } from '../src/messages/targets-form.ts';
import type { PublishDeps } from '../src/publish.ts';
import type { SlackApp } from '../src/slack/app.ts';
import { updateView } from '../src/slack/post.ts';
import { failureMessage } from './index.ts';
import type { SubmissionAnswer } from './targets-fields.ts';
import type { Asker } from './targets-ledger.ts';
import { VIEW_SUBMISSIONS } from './targets-modal.ts';

/** Routes the submissions of the modals that `commands/targets-modal.ts` opens. */
export function registerTargetViews(
  { bolt }: Pick<SlackApp, 'bolt'>,
  capwatch: Capwatch,
  publishing: PublishDeps,
): void {
  bolt.view<ViewSubmitAction>(/^target_/, async ({ ack, body, view }) => {
    const asker: Asker = { team: view.team_id ?? body.team?.id ?? '', user: body.user.id };
    const submit = Object.hasOwn(VIEW_SUBMISSIONS, view.callback_id) ? VIEW_SUBMISSIONS[view.callback_id] : undefined;
    if (!submit) return ack();
    const submission = {
      call: { capwatch, now: capwatch.clock(), asker },
      publishing,
      metadata: view.private_metadata,
      values: view.state.values,
    };
    const failed = (error: unknown) => failureView(failureMessage(error, '/targets', capwatch));
    const answer = await submit(submission).catch((error: unknown): SubmissionAnswer => {
      return { ack: { response_action: 'update', view: failed(error) } };
    });
    await ack(answer.ack);
    if (answer.after) await updateView(publishing.slack, view.id, await answer.after().catch(failed));
  });
}

/** What went wrong, in the place of the form; buttons of a message have no place there. */
function failureView(message: Message): ModalView {
  const blocks = withoutPictures(message).filter(({ type }) => type !== 'actions');
  return { type: 'modal', title: plain('Nothing written'), close: plain('Close'), blocks };
}
