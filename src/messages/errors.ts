/** Refusals and failures as a person reads them: what happened, then one thing to do that works. Pure. */
import type { Button } from '@slack/types';
import { assertNever, type CapwatchError } from '../errors.ts';
import { actions, BUTTONS, button, LIMITS, section } from './blocks.ts';
import { escapeText } from './format.ts';
import type { Message } from './message.ts';

const HELP = button('help', 'Help', { label: 'Show what Capwatch understands', value: '/capwatch help' });

function errorMessage(lines: readonly [string, ...string[]], text: string, buttons: readonly Button[]): Message {
  return {
    text: escapeText(text).slice(0, LIMITS.fallback),
    blocks: [section(...lines), ...(buttons.length > 0 ? [actions(...buttons)] : [])],
    charts: [],
    numbers: [],
    asOf: '',
  };
}

/** What a refused request answers; `command` is what the person typed, offered again where trying again can help. */
export function refusalMessage(error: CapwatchError, command: string): Message {
  const { hint, suggestion } = error.details;
  const example = error.details.example ?? exampleFor(error);
  const [saidFirst = '', ...more] = error.userMessage.split('\n');
  const said = [saidFirst, ...more].join(' ');
  const tail =
    example === undefined ? '' : `Example: \`${example.toLowerCase()}\`${hint === undefined ? '' : ` · ${hint}`}`;
  const plain = `${said}${example === undefined ? '' : ` Example: ${example}`}`.replaceAll('`', '');
  const lines = [escapeText(said), ...(tail === '' ? [] : [escapeText(tail)])] as [string, ...string[]];
  return errorMessage(lines, plain, refusalButtons(error, command, suggestion));
}

/** A request that cannot be answered as typed always comes with one that can. */
function exampleFor({ kind }: CapwatchError): string | undefined {
  return kind === 'invalid_input' || kind === 'not_found' ? '/smallcaps ytd asof 2024-01-19' : undefined;
}

function refusalButtons(
  error: CapwatchError,
  command: string,
  suggestion: CapwatchError['details']['suggestion'],
): Button[] {
  switch (error.kind) {
    case 'invalid_input':
    case 'not_found':
      return [...(suggestion ? [suggestionButton(suggestion)] : []), HELP];
    case 'unreachable':
    case 'rate_limited':
    case 'bad_response':
    case 'not_configured':
      return [BUTTONS.retry(command)];
    default:
      return assertNever(error.kind);
  }
}

function suggestionButton({ label, command }: { readonly label: string; readonly command: string }): Button {
  return button('run_suggestion', label.slice(0, LIMITS.buttonText), {
    label: `Run ${spoken(command)}`.slice(0, 75),
    value: command,
  });
}

/** A command as a screen reader should say it. */
function spoken(command: string): string {
  return command.replace('/', 'slash ');
}

/** Golden 09-error-channel: the bot is not in the channel that should get the share. */
export function notInChannelMessage(channel: string, command: string): Message {
  const share = button('share', 'Share again', { label: 'Share this answer to the channel', value: command });
  const name = escapeText(channel);
  return errorMessage(
    [`*Not posted:* Capwatch is not in ${name}.\nType \`/invite @Capwatch\` in that channel, then press Share again.`],
    `Not posted: Capwatch is not in ${channel}. Type /invite @Capwatch there, then press Share again.`,
    [share],
  );
}

/** Golden 09-error-unexpected: nothing was posted or changed, and the reference that the log holds too. */
export function unexpectedMessage(reference: string, command: string): Message {
  return errorMessage(
    [
      '*That failed on our side.* Nothing was posted or changed.',
      `Try again, or give your Capwatch admin the reference \`${reference}\`.`,
    ],
    `That failed on our side; nothing was posted or changed. Reference ${reference}. Try again, or give the reference to your Capwatch admin.`,
    [button('retry', 'Try again', { label: 'Run the same command again', value: command })],
  );
}
