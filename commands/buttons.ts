/** What the buttons under an answer do. Each carries the command line of its answer, so it works after a restart too. */
import { csvRows } from '../src/messages/csv.ts';
import { notInChannelMessage } from '../src/messages/errors.ts';
import { csvCoverMessage, csvSentMessage } from '../src/messages/files.ts';
import type { Message } from '../src/messages/message.ts';
import { withoutPictures } from '../src/messages/pictures.ts';
import { type PostPlace, receiptsView } from '../src/messages/receipts.ts';
import { sharedMessage } from '../src/messages/shared.ts';
import { type PublishDeps, publish } from '../src/publish.ts';
import { csvText } from '../src/slack/csv.ts';
import { isNotInChannel } from '../src/slack/failure.ts';
import { openView, updateView } from '../src/slack/post.ts';
import { sendFileToUser } from '../src/slack/upload.ts';
import { openSources } from './alert-form.ts';
import { ALERT_ACTIONS, confirmActions } from './alerts-slack.ts';
import { answer, answerOrRefusal, type Call } from './index.ts';
import { addSubscription, editSubscription } from './subscriptions-slack.ts';
import { TARGET_ACTIONS } from './targets-modal.ts';

/** One press of a button, in our words. */
export interface Press {
  readonly call: Call;
  readonly publishing: PublishDeps;
  /** The command line the button, or the modal it stands in, carries. */
  readonly line: string;
  readonly channel: { readonly id: string /** "#desk-us", as a person reads it. */; readonly name: string };
  readonly user: { readonly id: string; readonly name: string };
  readonly trigger_id: string;
  /** The message the button stands in, and when it was pressed, in Slack's time. */
  readonly placed?: { readonly ts: string; readonly thread_ts?: string; readonly pressed_ts: string };
  /** The modal the button stands in, and the post whose numbers it shows. */
  readonly view?: { readonly id: string; readonly page: number; readonly of?: PostPlace };
  /** What a post of ours said, where it is kept; absent where nobody listens. */
  readonly saidAt?: (place: PostPlace) => Promise<Pick<Message, 'numbers' | 'asOf'> | undefined>;
  /** Answers the person alone: below the message with the button, or in its place. */
  tell(message: Message, where: 'below' | 'in place'): Promise<void>;
}

/** Every button by its action id; whatever is not here gets the help. */
export const BUTTON_ACTIONS: Readonly<Record<string, (press: Press) => Promise<void>>> = {
  share,
  receipts: showReceipts,
  receipts_next: turnReceipts,
  receipts_csv: sendCsv,
  csv: sendCsv,
  ...TARGET_ACTIONS,
  methods: (press) => run({ ...press, line: '/capwatch methods' }),
  sources: (press) => (press.view ? openSources(press) : run(press)),
  sub_add: addSubscription,
  sub_edit: editSubscription,
  ...ALERT_ACTIONS,
  ...confirmActions(TARGET_ACTIONS),
};

/** Posts the answer into the channel; where Capwatch is no member, the person is told how to invite it. */
async function share({ call, publishing, line, channel, user, tell }: Press): Promise<void> {
  const message = sharedMessage(await answer(line, call), { user: user.name, command: withoutDay(line) });
  try {
    await publish(message, { kind: 'post', channel: channel.id }, publishing);
  } catch (error) {
    if (!isNotInChannel(error)) throw error;
    await tell(notInChannelMessage(channel.name, line), 'below');
  }
}

async function showReceipts(press: Press): Promise<void> {
  const { publishing, line: command, trigger_id } = press;
  await openView(publishing.slack, trigger_id, receiptsView({ ...(await figuresOf(press)), command, page: 0 }));
}

async function turnReceipts(press: Press): Promise<void> {
  const { publishing, line: command, view } = press;
  if (!view) return;
  const page = receiptsView({ ...(await figuresOf(press)), command, page: view.page + 1 });
  await updateView(publishing.slack, view.id, page);
}

/** The post's own numbers where they are kept, whatever the data say since; else those of its command. */
async function figuresOf({ call, line, placed, channel, view, saidAt }: Press) {
  const of = view ? view.of : placed && { channel: channel.id, ts: placed.ts };
  const said = of && (await saidAt?.(of));
  const { numbers, asOf } = said ?? (await answer(line, call));
  return { numbers, asOf, ...(said && of && { of }) };
}

/** Sends the figures to the person, and says below the answer where they are. */
async function sendCsv(press: Press): Promise<void> {
  const { call, publishing, line, user, view, tell } = press;
  const said = view?.of && (await press.saidAt?.(view.of));
  const message = said ? { ...said, text: '', blocks: [], charts: [] } : await answer(line, call);
  await csvToPerson(message, { publishing, line, user: user.id });
  if (!view) await tell(csvSentMessage(), 'below');
}

/** Puts a file into the person's messages with Capwatch: an ephemeral answer cannot hold one. */
export async function csvToPerson(
  message: Message,
  { publishing, line, user }: { readonly publishing: PublishDeps; readonly line: string; readonly user: string },
): Promise<void> {
  const cover = csvCoverMessage(line, message.asOf);
  await sendFileToUser(publishing.slack, user, {
    filename: `capwatch-${message.asOf}.csv`,
    text: csvText(csvRows(message)),
    cover: { text: cover.text, blocks: withoutPictures(cover) },
  });
}

/** Runs the carried command and puts its answer in the place of the message with the button. */
export async function run({ call, line, tell }: Press): Promise<void> {
  await tell(await answerOrRefusal(line, call), 'in place');
}

/** The command as the person typed it: the day of the answer is in the answer. */
function withoutDay(line: string): string {
  return line.replace(/ asof \S+$/, '');
}
