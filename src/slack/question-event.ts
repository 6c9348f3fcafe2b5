/** Reads an Events API body: a person's message that may ask us something, or why it is none. Decides nothing about answers. */

/** A message of a person. */
export interface HeardMessage {
  readonly team: string;
  readonly event_id: string;
  readonly channel: string;
  readonly ts: string;
  /** The thread it is in; absent outside threads. */
  readonly thread_ts?: string;
  readonly user: string;
  /** Whether it names us. */
  readonly mentioned: boolean;
  readonly direct: boolean;
  /** Whether it names somebody else and not us: said to them. */
  readonly toOthers: boolean;
  /** What was typed, as the person sees it, without our name; at most 2000 characters. */
  readonly words: string;
}

/** Who we are. */
export interface Identity {
  readonly team: string;
  readonly botUserId: string;
}

const LONGEST = 2000;
const TS = /^\d{1,12}\.\d{1,8}$/;
const ID = /^[A-Z0-9]{2,30}$/;
/** The rest is Slack's own words, an edit, a deletion, or another app. */
const PEOPLES_SUBTYPES: readonly unknown[] = [undefined, 'thread_broadcast', 'file_share'];
const SLACKBOT = 'USLACKBOT';

/**
 * The message in `body`, or undefined for everything that must not be answered: our own, other bots', edits,
 * deletions, other workspaces', and whatever has another shape.
 */
export function heardMessage(body: unknown, { team, botUserId }: Identity): HeardMessage | undefined {
  const { event, event_id, type, ...rest } = record(body);
  const owner = rest.context_team_id ?? rest.team_id;
  if (type !== 'event_callback' || owner !== team || typeof event_id !== 'string') return undefined;
  const message = record(event);
  if (!isPersons(message, botUserId)) return undefined;
  const { channel, ts, thread_ts, user, text } = message;
  if (!isId(channel) || !isTs(ts) || !isId(user) || typeof text !== 'string') return undefined;
  const mentioned = text.includes(`<@${botUserId}>`) || text.includes(`<@${botUserId}|`);
  const words = typed(text, botUserId);
  if (words === '') return undefined;
  return {
    ...{ team, event_id, channel, ts, user, mentioned, words },
    direct: message.channel_type === 'im' || channel.startsWith('D'),
    toOthers: !mentioned && /<@[A-Z0-9]+[|>]/.test(text),
    ...(isTs(thread_ts) && thread_ts !== ts && { thread_ts }),
  };
}

function isPersons(message: Fields, botUserId: string): boolean {
  const { type, subtype, user, hidden, edited, bot_id, bot_profile } = message;
  if (type !== 'message' && type !== 'app_mention') return false;
  if (!PEOPLES_SUBTYPES.includes(subtype)) return false;
  if (user === botUserId || user === SLACKBOT) return false;
  return [hidden, edited, bot_id, bot_profile].every((mark) => mark === undefined || mark === null || mark === false);
}

/** Slack's markup as the person typed it: names for ids, labels for links, characters for entities. */
function typed(text: string, botUserId: string): string {
  return text
    .slice(0, LONGEST * 2)
    .replaceAll(new RegExp(`<@${botUserId}(\\|[^>]*)?>[:,]?`, 'g'), ' ')
    .replaceAll(/<@[A-Z0-9]+(?:\|([^>]*))?>/g, (_, name?: string) => `@${name ?? 'somebody'}`)
    .replaceAll(/<#[A-Z0-9]+(?:\|([^>]*))?>/g, (_, name?: string) => `#${name ?? 'a-channel'}`)
    .replaceAll(/<![^>]*>/g, ' ')
    .replaceAll(/<([^|>]*)\|([^>]*)>/g, '$2')
    .replaceAll(/<(https?:[^>]*|mailto:[^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
    .slice(0, LONGEST);
}

type Fields = Readonly<Record<string, unknown>>;

function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function isTs(value: unknown): value is string {
  return typeof value === 'string' && TS.test(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
