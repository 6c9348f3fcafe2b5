/** Commands and buttons on Slack: acknowledge first, answer then, and one wrapper for whatever fails. */
import type { BlockButtonAction, SlashCommand } from '@slack/bolt';
import type { Capwatch } from '../src/capwatch.ts';
import type { Message } from '../src/messages/message.ts';
import { type PublishDeps, publish } from '../src/publish.ts';
import type { SlackApp } from '../src/slack/app.ts';
import { createReply } from '../src/slack/reply.ts';
import { realWait } from '../src/slack/wait.ts';
import { BUTTON_ACTIONS, csvToPerson, type Press, run } from './buttons.ts';
import { answerOrRefusal, failureMessage } from './index.ts';
import { registerTargetViews } from './targets-slack.ts';

/** Routes every slash command and every button of the app to Capwatch. */
export function registerCommands({ bolt, slack }: SlackApp, capwatch: Capwatch): void {
  const publishing: PublishDeps = { slack, draw: capwatch.draw, wait: realWait, log: capwatch.log };
  registerTargetViews({ bolt }, capwatch, publishing);
  bolt.command(/.*/, async ({ ack, payload }) => {
    await ack();
    await answerCommand(payload, capwatch, publishing);
  });
  bolt.action<BlockButtonAction>({ type: 'block_actions' }, async ({ ack, body, payload }) => {
    await ack();
    const press = pressOf(body, capwatch, publishing);
    const act =
      (payload.type === 'button' &&
        Object.hasOwn(BUTTON_ACTIONS, payload.action_id) &&
        BUTTON_ACTIONS[payload.action_id]) ||
      run;
    await guarded(press.line, capwatch, { work: () => act(press), tell: (message) => press.tell(message, 'below') });
  });
}

async function answerCommand(payload: SlashCommand, capwatch: Capwatch, publishing: PublishDeps): Promise<void> {
  const now = capwatch.clock();
  const line = `${payload.command} ${payload.text}`.trim();
  const reply = createReply(publishing.slack, {
    responseUrl: payload.response_url,
    channel: payload.channel_id,
    user: payload.user_id,
    from: 'command',
  });
  const tell = async (message: Message) => {
    await publish(message, { kind: 'reply', reply }, publishing);
  };
  const work = async () => {
    const message = await answerOrRefusal(line, {
      capwatch,
      now,
      asker: { team: payload.team_id, user: payload.user_id },
    });
    await tell(message);
    if (message.sendCsv) await csvToPerson(message, { publishing, line, user: payload.user_id });
  };
  await guarded(line, capwatch, { work, tell });
}

interface Guarded {
  work(): Promise<void>;
  /** How the person hears of a failure. */
  tell(message: Message): Promise<void>;
}

/** The person always hears what happened; only when even that cannot be sent is the log alone told. */
async function guarded(line: string, capwatch: Capwatch, { work, tell }: Guarded): Promise<void> {
  try {
    await work();
  } catch (error) {
    await tell(failureMessage(error, line, capwatch)).catch((cause: unknown) => {
      capwatch.log.error('the person could not be told', { error, cause });
    });
  }
}

/** What a button press says, in our words. */
function pressOf(body: BlockButtonAction, capwatch: Capwatch, publishing: PublishDeps): Press {
  const { user, view, actions } = body;
  const carried = view && metadataOf(view.private_metadata);
  const value = actions.find((action) => action.type === 'button')?.value;
  return {
    call: { capwatch, now: capwatch.clock(), asker: { team: body.team?.id ?? user.team_id ?? '', user: user.id } },
    publishing,
    line: carried?.command ?? value ?? '/capwatch help',
    channel: { id: body.channel?.id ?? user.id, name: `#${body.channel?.name ?? 'this channel'}` },
    user: { id: user.id, name: user.name ?? user.username },
    trigger_id: body.trigger_id,
    ...(view && { view: { id: view.id, page: carried?.page ?? 0 } }),
    tell: teller(body, publishing),
  };
}

/** A modal has no way back of its own; what must be said then goes to the person's messages with Capwatch. */
function teller({ response_url, user, channel, container }: BlockButtonAction, publishing: PublishDeps): Press['tell'] {
  if (!response_url) {
    return async (message) => {
      await publish(message, { kind: 'post', channel: user.id }, publishing);
    };
  }
  const to = { responseUrl: response_url, channel: channel?.id ?? user.id, user: user.id };
  const ephemeral = container.is_ephemeral === true;
  return async (message, where) => {
    const from = ephemeral && where === 'in place' ? 'button' : 'command';
    await publish(message, { kind: 'reply', reply: createReply(publishing.slack, { ...to, from }) }, publishing);
  };
}

/** What our own modals carry; anything else is nothing. */
function metadataOf(text: string): { readonly command: string; readonly page: number } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('command' in value) || !('page' in value)) return undefined;
    return typeof value.command === 'string' && typeof value.page === 'number'
      ? { command: value.command, page: value.page }
      : undefined;
  } catch {
    return undefined;
  }
}
