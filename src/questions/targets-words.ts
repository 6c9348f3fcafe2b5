/** Splits a typed call into words that keep their case: a link and a quotation are taken as they are. Pure. */
import { CapwatchError } from '../errors.ts';

const LONGEST = 1200;

/**
 * The words of `text` as typed; what stands between quotation marks is one word, Slack's `<link|label>` is the link.
 * @throws CapwatchError `invalid_input` when the text is longer than 1,200 characters.
 */
export function typedWords(text: string, example: string): string[] {
  if (text.length > LONGEST) {
    const said = `That is ${text.length.toLocaleString('en-US')} characters; a call may have ${LONGEST}.`;
    throw new CapwatchError('invalid_input', said, { example });
  }
  const plain = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replaceAll(/[“”„]/gu, '"')
    .replaceAll(/<(https?:\/\/[^\s<>|]+)(?:\|[^<>]*)?>/g, '$1')
    .replaceAll('&amp;', '&');
  return [...plain.matchAll(/"([^"]*)"?|(\S+)/g)].map((match) => (match[1] ?? match[2] ?? '').trim()).filter(Boolean);
}
