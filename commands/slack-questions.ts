/** Questions on Slack: messages in threads, mentions and direct messages are kept first, then answered, each once. */
import type { App } from '@slack/bolt';
import { CapwatchError } from '../src/errors.ts';
import type { Log } from '../src/log.ts';
import { type HeardMessage, heardMessage } from '../src/slack/question-event.ts';
import type { Asked, KeptQuestion } from '../src/store/inbox.ts';
import { answerInThread, type QuestionDesk } from './question-desk.ts';

export interface QuestionIntake {
  /** Keeps a question before Slack is told that it arrived; everything else is nothing. */
  keep(body: unknown): Promise<void>;
  /** Answers a message that `keep` kept, or keeps and answers it. */
  hear(body: unknown): Promise<void>;
  /** Takes up what a stop left unanswered; resolves when all of it is answered. */
  resume(): Promise<void>;
}

/** Slack sends an event again for an hour at most; what is left this long ago is nobody's question any more. */
const FORGET = { hours: 24 };
const STALE = { hours: 1 };
const TRIES = 3;
const AGAIN_MS = 60_000;

/** Routes messages and mentions to the intake. */
export function registerQuestions(bolt: App, intake: QuestionIntake): void {
  bolt.event('message', ({ body }) => intake.hear(body));
  bolt.event('app_mention', ({ body }) => intake.hear(body));
}

/** The way of a message in; questions of one thread are answered in the order they came. */
export function createIntake(desk: QuestionDesk, { botUserId }: { readonly botUserId: string }): QuestionIntake {
  const lanes = new Map<string, Promise<void>>();
  const { team, threads, once } = desk;
  let forgottenAt: Temporal.Instant | undefined;

  /** Once a day, beside the work: nobody waits for it. */
  async function forgetOld(now: Temporal.Instant): Promise<void> {
    if (forgottenAt && Temporal.Instant.compare(now, forgottenAt.add(FORGET)) < 0) return;
    forgottenAt = now;
    await threads.forgetQuestions(team, now.subtract(FORGET));
    await threads.forgetOldPosts(team, now);
    await threads.forgetOldTurns(team, now);
  }

  async function keep(body: unknown): Promise<Asked | undefined> {
    const question = await askedIn(desk, heardMessage(body, { team, botUserId }));
    if (question) await threads.keepQuestion(question, once.clock());
    return question;
  }

  function inLane(lane: string, work: () => Promise<void>): Promise<void> {
    const turn = (lanes.get(lane) ?? Promise.resolve()).then(work);
    lanes.set(lane, turn);
    return turn.finally(() => lanes.get(lane) === turn && lanes.delete(lane));
  }

  function take({ channel, ts, thread_ts = ts }: Pick<Asked, 'channel' | 'ts' | 'thread_ts'>): Promise<void> {
    return inLane(`${channel}/${thread_ts}`, async () => {
      if ((await takeUp(desk, { team, channel, ts })) === 'done') return;
      // Nobody waits for this: a stop in between leaves the question to the next start.
      void once.wait(AGAIN_MS).then(() => take({ channel, ts, thread_ts }));
    });
  }

  return {
    async keep(body) {
      await keep(body);
    },
    async hear(body) {
      const question = await keep(body);
      if (!question) return;
      await take(question);
      await forgetOld(once.clock());
    },
    async resume() {
      await forgetOld(once.clock());
      const open = await threads.listOpenQuestions(team, { alone: true });
      await Promise.all(open.map(take));
    },
  };
}

/** The question in a message; undefined when it asks us nothing. */
async function askedIn(desk: QuestionDesk, heard: HeardMessage | undefined): Promise<Asked | undefined> {
  const via = heard && (await wayIn(desk, heard));
  if (!heard || !via) return undefined;
  const { team, event_id, channel, ts, thread_ts, user, words } = heard;
  return { team, event_id, channel, ts, user, via, words, ...(thread_ts !== undefined && { thread_ts }) };
}

/** How a message reaches us: by our name, in private, or as a reply in a thread of ours. */
async function wayIn({ team, threads }: QuestionDesk, heard: HeardMessage): Promise<Asked['via'] | undefined> {
  const { channel, thread_ts, mentioned, direct, toOthers } = heard;
  if (mentioned) return 'mention';
  if (direct) return 'direct';
  if (toOthers || thread_ts === undefined) return undefined;
  return (await threads.isOurThread({ team, channel, ts: thread_ts })) ? 'reply' : undefined;
}

async function takeUp(desk: QuestionDesk, message: Pick<Asked, 'team' | 'channel' | 'ts'>): Promise<'done' | 'later'> {
  const { threads, once } = desk;
  const now = once.clock();
  const kept = await threads.claimQuestion(message, now);
  if (!kept) return 'done';
  if (Temporal.Instant.compare(kept.receivedAt.add(STALE), now) < 0) {
    once.log.warn('a question was too old to answer', { channel: kept.channel, ts: kept.ts });
    await threads.finishQuestion(kept);
    return 'done';
  }
  const outcome = await answerKept(desk, kept).catch((error: unknown) => afterFailure(error, kept, once.log));
  if (outcome === 'done') await threads.finishQuestion(kept);
  else await threads.returnQuestion(kept, once.clock());
  return outcome;
}

function answerKept(desk: QuestionDesk, kept: KeptQuestion): Promise<'done' | 'later'> {
  const { channel, ts, thread_ts, user, via, words } = kept;
  return answerInThread(desk, {
    ...{ channel, user, words },
    question_ts: ts,
    thread_ts: thread_ts ?? (via === 'direct' || channel.startsWith('D') ? '' : ts),
    key: `answer/${channel}/${ts}`,
    unaddressed: via === 'reply',
  });
}

/** What Slack refused for good is over; what failed on our side is tried again a few times. */
function afterFailure(error: unknown, { channel, ts, attempt }: KeptQuestion, log: Log): 'done' | 'later' {
  const passing = error instanceof CapwatchError && (error.kind === 'unreachable' || error.kind === 'rate_limited');
  const over = attempt >= TRIES || (error instanceof CapwatchError && !passing);
  log.error('a question was not answered', { channel, ts, attempt, error });
  return over ? 'done' : 'later';
}
