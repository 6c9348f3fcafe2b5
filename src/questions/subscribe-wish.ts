/** "post the weekly wrap here every friday at 5pm london" → the line of `/capwatch subscribe` that does it. Subscribes nothing. Pure. */
import { CapwatchError } from '../errors.ts';
import { parseSubscribeRequest, zoneOf } from './subscribe-request.ts';
import { normalText } from './words-normal.ts';

/** The whole command: kind, time and zone as typed, else the usual ones. */
export function subscribeLine(raw: string): string {
  const text = normalText(raw).text;
  if (
    /^(please |pls |can you |could you |hey |ok )*(unsubscribe|opt out|stop|cancel|end|turn off|switch off|disable|kill|remove|no more)\b/.test(
      text,
    )
  )
    return /\balerts?\b/.test(text) ? '/capwatch unsubscribe alerts' : '/capwatch unsubscribe';
  if (/\b(all |the |standard )?alerts\b/.test(text) && !/\bevery\b/.test(text)) return '/capwatch subscribe alerts';
  const kind = /\b(weekly|wrap|every week|each week|fridays?)\b/.test(text)
    ? 'weekly'
    : /\b(fed|fomc)\b/.test(text)
      ? 'fed'
      : 'morning';
  const time = /\b(?:at |by |around )?(\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|\d{1,2}:\d\d)\b/
    .exec(text)?.[1]
    ?.replace(' ', '');
  const bare = time === undefined ? /\bat (\d{1,2})\b/.exec(text)?.[1] : undefined;
  const zone = zoneIn(text);
  const hour = time ?? bare ?? (kind === 'weekly' ? '17:00' : '07:00');
  const line = `${kind} at ${hour}${zone === undefined ? '' : ` ${zone}`}`;
  return `/capwatch subscribe ${isReadable(line) ? line : `${kind} at 07:00`}`;
}

function isReadable(line: string): boolean {
  try {
    parseSubscribeRequest(line);
    return true;
  } catch (error) {
    if (error instanceof CapwatchError) return false;
    throw error;
  }
}

/** The words of a zone ("london", "new york"); short everyday words are none. */
function zoneIn(text: string): string | undefined {
  const words = text.split(' ');
  const phrases = words.flatMap((word, index) => [`${word} ${words[index + 1] ?? ''}`.trim(), word]);
  return phrases.find(
    (phrase) => /^(et|est|ny|nyc|uk|cet|utc|gmt)$|^[a-z]{4,}( [a-z]{3,})?$/.test(phrase) && zoneOf(phrase),
  );
}
