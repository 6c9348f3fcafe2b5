/** Puts the parts that answer threads together: what is kept, what posts said, who answers. Answers nothing itself. */

import type { AnswerQuestion, QuestionDesk } from '../commands/question-desk.ts';
import type { CommandParts } from '../commands/slack.ts';
import { createIntake, type QuestionIntake, registerQuestions } from '../commands/slack-questions.ts';
import type { Capwatch } from './capwatch.ts';
import { createPictureShelf } from './publish-once.ts';
import { rememberIn } from './remember.ts';
import type { SlackApp } from './slack/app.ts';
import { createPacing } from './slack/pacing.ts';
import { realWait, type Wait } from './slack/wait.ts';
import type { Store } from './store/store.ts';

/** What listening needs beside Slack. */
export interface Listening {
  readonly store: Pick<Store, 'threads' | 'clock' | 'findWriters'>;
  readonly answer: AnswerQuestion;
  readonly wait?: Wait;
}

export interface Listener {
  /** For the commands: what their buttons and `/capwatch unanswered` speak of. */
  readonly questions: NonNullable<CommandParts['questions']>;
  readonly intake: QuestionIntake;
}

type HeardApp = Pick<SlackApp, 'bolt' | 'slack' | 'team' | 'botUserId'>;

/** Listens to messages from now on; what `keep` of the intake keeps is answered even after a stop. */
export function listen(app: HeardApp, capwatch: Capwatch, { store, answer, wait = realWait }: Listening): Listener {
  const { log, clock, draw } = capwatch;
  const { team, slack } = app;
  const remember = rememberIn(store.threads, team);
  const pacing = createPacing({ wait, elapsedMs: () => performance.now() });
  const questionLog = { threads: store.threads, findWriters: store.findWriters };
  const desk: QuestionDesk = {
    ...{ team, threads: store.threads, clock: store.clock, answer },
    once: { store: store.clock, slack, draw, wait, log, clock, pacing, pictures: createPictureShelf(), remember },
    callFor: (user, channel) => ({
      capwatch,
      now: clock(),
      asker: { team, user, channel, channelName: channel.startsWith('D') ? 'Direct message' : 'this channel' },
      questions: questionLog,
    }),
  };
  const intake = createIntake(desk, { botUserId: app.botUserId });
  registerQuestions(app.bolt, intake);
  return { questions: { desk, log: questionLog }, intake };
}
