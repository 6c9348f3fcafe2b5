/** The buttons under thread answers: ask what they offer, chart it, or note that the answer missed. Understands nothing. */
import { missNotedMessage } from '../src/messages/unanswered.ts';
import { ASK_BUTTONS } from '../src/questions/post-snapshot.ts';
import type { Press } from './buttons.ts';
import { answerInThread, type QuestionDesk } from './question-desk.ts';

type Act = (press: Press) => Promise<void>;

/** What each button does, by its action id. */
export function questionButtons(desk: QuestionDesk): Readonly<Record<string, Act>> {
  const asks = ASK_BUTTONS.map((action_id): [string, Act] => [action_id, (press) => ask(desk, press, press.line)]);
  return {
    ...Object.fromEntries(asks),
    answer_chart: (press) => ask(desk, press, 'chart it'),
    answer_miss: (press) => noteMiss(desk, press),
  };
}

/** Asks in the thread of the message with the button; pressed again it does nothing, since the answer is there. */
async function ask(desk: QuestionDesk, { placed, channel, user }: Press, words: string): Promise<void> {
  if (!placed) return;
  const { ts, thread_ts, pressed_ts } = placed;
  const direct = channel.id.startsWith('D');
  const after = await desk.threads.findAnsweredTurn({ team: desk.team, channel: channel.id, answer_ts: ts });
  await answerInThread(desk, {
    channel: channel.id,
    question_ts: pressed_ts,
    thread_ts: thread_ts ?? (direct ? '' : ts),
    user: user.id,
    words,
    key: `answer/${channel.id}/${ts}/${words}`,
    unaddressed: false,
    ...(after && { after }),
  });
}

/** One vote a person; the question goes on the list of open ones. */
async function noteMiss(desk: QuestionDesk, { placed, channel, user, call, tell }: Press): Promise<void> {
  if (!placed) return;
  const { team, threads } = desk;
  const place = { team, channel: channel.id };
  const by = { user: user.id, at: call.now };
  const { first } = await threads.recordVote({ ...place, ts: placed.ts, by, verdict: 'missed' });
  const turn = await threads.findAnsweredTurn({ ...place, answer_ts: placed.ts });
  if (turn) await threads.recordUnanswered({ ...turn, answer_ts: placed.ts, why: 'missed' });
  await tell(missNotedMessage(first), 'below');
}

/** What a post of this workspace said, for its Receipts, not of a summary. */
export function saidAt({ team, threads }: QuestionDesk): NonNullable<Press['saidAt']> {
  return async ({ channel, ts }) => {
    const held = await threads.findSnapshot({ team, channel, ts });
    return held && held.numbers.length > 0 && WHOLE.includes(held.kind) ? held : undefined;
  };
}

/** The snapshot of a summary takes in its replies, and in a standing thread the next days: its command knows better. */
const WHOLE: readonly string[] = ['answer', 'shared', 'alert'];
