/** Web API methods about the workspace itself: who is calling, a socket address, channels, people. */
import type { Backstage } from './backstage.ts';
import { type Method, messageFields, namedChannel } from './chat-methods.ts';
import { newSecret } from './ids.ts';
import { type Fields, text } from './json.ts';
import { refusal } from './refusal.ts';
import { type Channel, messagesIn } from './workspace.ts';

function authTest({ workspace, baseUrl }: Backstage): Fields {
  const { team, bot } = workspace;
  const who = { user: 'capwatch', user_id: bot.id, bot_id: bot.botId, app_id: bot.appId };
  return { url: `${baseUrl}/`, team: team.name, team_id: team.id, ...who, is_enterprise_install: false };
}

function openConnection(stage: Backstage): Fields {
  const ticket = newSecret();
  stage.socketTickets.add(ticket);
  return { url: `${stage.baseUrl.replace(/^http/, 'ws')}/socket-mode?ticket=${ticket}` };
}

function channelFields({ id, name, kind, topic, botIsMember }: Channel): Fields {
  const im = kind === 'im';
  return { id, ...(!im && { name }), is_channel: !im, is_im: im, is_member: botIsMember, topic: { value: topic } };
}

function channelInfo(stage: Backstage, args: Fields): Fields {
  return { channel: channelFields(namedChannel(stage, args)) };
}

function history(stage: Backstage, args: Fields): Fields {
  const channel = namedChannel(stage, args);
  if (!channel.botIsMember) throw refusal('not_in_channel');
  const seen = messagesIn(stage.workspace, channel.id).filter(
    ({ ephemeral, thread_ts, ts }) => !ephemeral && (thread_ts ?? ts) === ts,
  );
  return { messages: seen.map((message) => messageFields(stage, message)).reverse(), has_more: false };
}

function replies(stage: Backstage, args: Fields): Fields {
  const channel = namedChannel(stage, args);
  if (!channel.botIsMember) throw refusal('not_in_channel');
  const root = text(args.ts);
  const seen = messagesIn(stage.workspace, channel.id).filter(
    ({ ephemeral, thread_ts, ts }) => !ephemeral && (thread_ts ?? ts) === root,
  );
  if (seen.length === 0) throw refusal('thread_not_found');
  return { messages: seen.map((message) => messageFields(stage, message)), has_more: false };
}

function members(stage: Backstage, args: Fields): Fields {
  const { botIsMember } = namedChannel(stage, args);
  const { person, bot } = stage.workspace;
  return { members: [person.id, ...(botIsMember ? [bot.id] : [])], response_metadata: { next_cursor: '' } };
}

function openDirectMessage(stage: Backstage, args: Fields): Fields {
  if (args.users !== stage.workspace.person.id) throw refusal('user_not_found');
  return { channel: { id: 'D0CAPWATCH0' } };
}

function userInfo({ workspace }: Backstage, args: Fields): Fields {
  const { person, bot, team } = workspace;
  const tz = { tz: 'America/New_York', tz_label: 'Eastern Time' };
  if (args.user === person.id) {
    return {
      user: { id: person.id, team_id: team.id, name: person.name, real_name: person.realName, is_bot: false, ...tz },
    };
  }
  if (args.user === bot.id) {
    return { user: { id: bot.id, team_id: team.id, name: 'capwatch', real_name: bot.name, is_bot: true, ...tz } };
  }
  throw refusal('user_not_found');
}

export const OTHER_METHODS = {
  'api.test': () => ({}),
  'auth.test': authTest,
  'apps.connections.open': openConnection,
  'conversations.info': channelInfo,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.members': members,
  'conversations.open': openDirectMessage,
  'users.info': userInfo,
} satisfies Record<string, Method>;
