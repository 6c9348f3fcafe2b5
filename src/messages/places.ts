/** A channel's name in words: as Slack's mention where only its id is known, and without one where mentions are not read. Pure. */
import { escapeText } from './format.ts';

/** The name kept of a channel that was picked in a form: Slack hands over its id alone. */
export const PICKED_CHANNEL = 'a channel';

const MENTION = /^<[@#][A-Z0-9]+>$/;

/** Where something goes: "#desk-us", "Direct message", or a mention; and the channel's id. */
export interface Place {
  readonly channelName: string;
  readonly channel?: string;
}

/** For mrkdwn: a mention stays as Slack reads it, a picked channel becomes one, any other words are escaped. */
export function placeMarkup({ channelName, channel = '' }: Place): string {
  if (MENTION.test(channelName)) return channelName;
  const isKnown = channelName === PICKED_CHANNEL && /^[CG][A-Z0-9]{2,20}$/.test(channel);
  return isKnown ? `<#${channel}>` : escapeText(channelName);
}

/** For plain text, unescaped: where Slack shows no names for mentions. */
export function placeText(channelName: string): string {
  if (MENTION.test(channelName)) return 'this channel';
  return channelName === PICKED_CHANNEL ? 'the channel you picked' : channelName;
}
