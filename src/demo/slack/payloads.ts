/** Payloads as Slack sends them: slash commands, block actions, view submissions, events. Builds, sends nothing. */
import { type Backstage, newResponseUrl, newTrigger, personFields } from './backstage.ts';
import { messageFields } from './chat-methods.ts';
import { type Choice, type Choices, chosenState, type Placed, stateValues } from './elements.ts';
import type { Fields } from './json.ts';
import { addedFiles } from './modal-files.ts';
import { newEventId } from './socket-mode.ts';
import type { Channel, OpenView, StoredMessage } from './workspace.ts';

const TOKEN = 'local-verification-token';

function teamFields({ workspace }: Backstage): Fields {
  return { id: workspace.team.id, domain: workspace.team.domain };
}

function interaction(stage: Backstage, type: string): Fields {
  return {
    type,
    user: personFields(stage),
    api_app_id: stage.workspace.bot.appId,
    token: TOKEN,
    team: teamFields(stage),
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: newTrigger(stage),
  };
}

/** What `/command words` in `channel` sends to the bot. */
export function slashCommand(
  stage: Backstage,
  channel: Channel,
  line: { command: string; text: string },
): Fields & { response_url: string } {
  const { team, person, bot } = stage.workspace;
  return {
    token: TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: person.id,
    user_name: person.name,
    ...line,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: newResponseUrl(stage, { channel: channel.id }),
    trigger_id: newTrigger(stage),
  };
}

export interface Pressed {
  readonly placed: Placed;
  readonly choice: Choice;
  readonly choices: Choices;
}

function actionFields(stage: Backstage, { placed, choice }: Pressed): Fields {
  const { block_id, action_id, element } = placed;
  return { action_id, block_id, ...chosenState(element, choice), action_ts: stage.workspace.nextTs() };
}

/** What pressing or choosing in a message sends. Slack leaves out `message` when it was ephemeral. */
export function messageAction(
  stage: Backstage,
  { message, channel }: { message: StoredMessage; channel: Channel },
  pressed: Pressed,
): Fields {
  const { ts, thread_ts, ephemeral, blocks = [] } = message;
  const thread = thread_ts === undefined ? {} : { thread_ts };
  return {
    ...interaction(stage, 'block_actions'),
    container: { type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral: ephemeral, ...thread },
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    ...(!ephemeral && { message: messageFields(stage, message) }),
    state: { values: stateValues(blocks, pressed.choices, addedFiles(stage)) },
    response_url: newResponseUrl(stage, { channel: channel.id, original: ts, ...thread }),
    actions: [actionFields(stage, pressed)],
  };
}

/** What pressing or choosing in a modal or on the home tab sends. */
export function viewAction(stage: Backstage, view: OpenView, pressed: Pressed): Fields {
  return {
    ...interaction(stage, 'block_actions'),
    container: { type: 'view', view_id: view.id },
    view: { ...view, state: { values: stateValues(view.blocks, pressed.choices, addedFiles(stage)) } },
    actions: [actionFields(stage, pressed)],
  };
}

export function viewSubmission(stage: Backstage, view: OpenView, choices: Choices): Fields {
  return {
    ...interaction(stage, 'view_submission'),
    view: { ...view, state: { values: stateValues(view.blocks, choices, addedFiles(stage)) } },
    response_urls: [],
  };
}

export function viewClosed(stage: Backstage, view: OpenView): Fields {
  return { ...interaction(stage, 'view_closed'), view, is_cleared: false };
}

/** An Events API body round `event`. */
export function eventBody(stage: Backstage, event: Fields): Fields {
  const { team, bot } = stage.workspace;
  return {
    token: TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: newEventId(),
    event_time: Math.floor(stage.now().epochMilliseconds / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.id, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}
