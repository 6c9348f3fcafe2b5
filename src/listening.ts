/** Puts the parts that answer threads together: what is kept, what posts said, who answers. Answers nothing itself. */

import type { AnswerQuestion, QuestionDesk } from '../commands/question-desk.ts';
import { type CommandParts, callOf, type Sent } from '../commands/slack.ts';
import { createIntake, type QuestionIntake, registerQuestions } from '../commands/slack-questions.ts';
import type { Capwatch } from './capwatch.ts';
import { createPictureShelf } from './publish-once.ts';
import { rememberIn } from './remember.ts';
import type { SlackApp } from './slack/app.ts';
import { createPacing } from './slack/pacing.ts';
import { messageLink } from './slack/post.ts';
import { realWait, type Wait } from './slack/wait.ts';
import type { Store } from './store/store.ts';

/** What listening needs beside Slack. */
export interface Listening {
  readonly store: Pick<Store, 'threads' | 'clock' | 'findWriters'>;
  readonly answer: AnswerQuestion;
  readonly wait?: Wait;
  /** What a question may change of what goes out by the clock. */
  readonly sent?: Sent;
}

export interface Listener {
  /** For the commands: what their buttons and `/capwatch unanswered` speak of. */
  readonly questions: NonNullable<CommandParts['questions']>;
  readonly intake: QuestionIntake;
}

type HeardApp = Pick<SlackApp, 'bolt' | 'slack' | 'team' | 'botUserId' | 'url'>;

/** Listens to messages from now on; what `keep` of the intake keeps is answered even after a stop. */
export function listen(app: HeardApp, capwatch: Capwatch, listening: Listening): Listener {
  const { store, answer, wait = realWait, sent } = listening;
  const { log, clock, draw } = capwatch;
  const { team, slack, url } = app;
  const remember = rememberIn(store.threads, team);
  const pacing = createPacing({ wait, elapsedMs: () => performance.now() });
  const questionLog = { threads: store.threads, findWriters: store.findWriters };
  const desk: QuestionDesk = {
    ...{ team, threads: store.threads, clock: store.clock, answer },
    once: { store: store.clock, slack, draw, wait, log, clock, pacing, pictures: createPictureShelf(), remember },
    linkTo: (channel, ts) => (url === undefined ? undefined : messageLink(url, { channel, ts })),
    callFor(user, channel) {
      // Slack names neither the person nor the channel in an event, only their ids.
      const name = channel.startsWith('D') ? 'directmessage' : '';
      const asking = { capwatch, questions: { log: questionLog }, ...(sent && { sent }) };
      return callOf(asking, { team, user, userName: user, channel, name, inThread: true });
    },
  };
  const intake = createIntake(desk, { botUserId: app.botUserId });
  registerQuestions(app.bolt, intake);
  return { questions: { desk, log: questionLog }, intake };
}
