/** What a person in Slack can start: the table of commands, and the one wrapper that turns failures into answers. */
import { randomInt } from 'node:crypto';
import type { Capwatch } from '../src/capwatch.ts';
import { CapwatchError } from '../src/errors.ts';
import { refusalMessage, unexpectedMessage } from '../src/messages/errors.ts';
import { quotedWord } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { nearest } from '../src/questions/nearest.ts';
import type { AlertParts } from './alerts-slack.ts';
import type { HomeDesk } from './app-home.ts';
import { backdrop } from './backdrop.ts';
import { capwatchItself } from './capwatch.ts';
import type { AlertAsker } from './capwatch-alerts.ts';
import type { QuestionLog } from './capwatch-unanswered.ts';
import { fedOdds } from './fedodds.ts';
import { smallCaps } from './smallcaps.ts';
import { targets } from './targets.ts';
import type { Asker } from './targets-ledger.ts';

/** What every command gets besides its text; `now` is read once, where the request came in. */
export interface Call {
  readonly capwatch: Capwatch;
  readonly now: Temporal.Instant;
  /** Who asks and where, from Slack's own payload; absent on a terminal. */
  readonly asker?: Asker & AlertAsker;
  /** What the clock sends; absent where no clock runs. */
  readonly subscriptions?: HomeDesk;
  readonly alerts?: AlertParts;
  /** What was asked in threads; absent where nobody listens. */
  readonly questions?: QuestionLog;
}

/** Text in, message out; refuses by throwing a CapwatchError. */
type Command = (text: string, call: Call) => Promise<Message>;

export const COMMANDS: Readonly<Record<string, Command>> = {
  '/smallcaps': smallCaps,
  '/fedodds': fedOdds,
  '/targets': targets,
  '/backdrop': backdrop,
  '/capwatch': capwatchItself,
};

/**
 * The answer to a whole command line, `/smallcaps ytd asof 2024-01-19`.
 * @throws CapwatchError `invalid_input` for an unknown command, else what the command throws.
 */
export async function answer(line: string, call: Call): Promise<Message> {
  const [name = '', ...rest] = line.trim().split(/\s+/);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command(rest.join(' '), call);
  const near = nearest(name, Object.keys(COMMANDS));
  throw new CapwatchError(
    'invalid_input',
    `There is no command \`${quotedWord(name)}\`.${near ? ` Did you mean \`${near}\`?` : ''}`,
    {
      example: near ?? '/smallcaps ytd',
    },
  );
}

/** The answer, or the message that says why there is none; never throws for anything a person did. */
export async function answerOrRefusal(line: string, call: Call): Promise<Message> {
  try {
    return await answer(line, call);
  } catch (error) {
    return failureMessage(error, line, call.capwatch);
  }
}

/** What a person reads about a failure; an unexpected one is logged under the reference the person is given. */
export function failureMessage(error: unknown, line: string, { log }: Pick<Capwatch, 'log'>): Message {
  if (error instanceof CapwatchError) {
    if (error.kind !== 'invalid_input' && error.kind !== 'not_found') {
      log.warn('request refused', { kind: error.kind, source: error.details.source, message: error.message });
    }
    return refusalMessage(error, line);
  }
  const reference = newReference();
  log.error('request failed', { reference, error });
  return unexpectedMessage(reference, line);
}

const REFERENCE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight characters without look-alikes: "7F3K-92QD". */
function newReference(): string {
  const letters = Array.from({ length: 8 }, () => REFERENCE_LETTERS[randomInt(REFERENCE_LETTERS.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
