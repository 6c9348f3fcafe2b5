/** Splits what a person typed into plain lower-case words, safely: any Unicode in, never more than a line out. Pure. */
import { CapwatchError } from '../errors.ts';

const LONGEST = 300;

/** A cursor over the words of a command. */
export interface Words {
  done(): boolean;
  /** The next word; '' when there is none. */
  next(): string;
  /** The next `count` words joined by a space; undefined when there are fewer. */
  peek(count: number): string | undefined;
  /** The word `offset` ahead, not consumed. */
  peekOne(offset: number): string | undefined;
  /** Takes the longest run of one to three words that `read` makes something of; undefined, and nothing taken, when there is none. */
  take<T>(read: (phrase: string) => T | undefined): T | undefined;
}

/**
 * The words of `text`: compatibility forms folded (full-width letters), invisible and control characters dropped, typed
 * minus signs made hyphens, "as of" and "as-of" made `asof`.
 * @throws CapwatchError `invalid_input` when the text is longer than 300 characters.
 */
export function readWords(text: string, example: string): Words {
  if (text.length > LONGEST) {
    throw new CapwatchError(
      'invalid_input',
      `That is ${text.length.toLocaleString('en-US')} characters; I read up to ${LONGEST}.`,
      { example },
    );
  }
  const words = normalised(text).split(' ').filter(Boolean);
  let position = 0;
  const peek = (count: number) =>
    position + count <= words.length ? words.slice(position, position + count).join(' ') : undefined;
  return {
    done: () => position >= words.length,
    next: () => words[position++] ?? '',
    peek,
    peekOne: (offset) => words[position + offset],
    take(read) {
      for (const count of [3, 2, 1]) {
        const phrase = peek(count);
        const found = phrase === undefined ? undefined : read(phrase);
        if (found === undefined) continue;
        position += count;
        return found;
      }
      return undefined;
    },
  };
}

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replaceAll(/[\u2212\u2013\u2014]/gu, '-')
    .toLowerCase()
    .replaceAll(/\bas[ -]of\b/gu, 'asof')
    .replaceAll(/\b(versus|v\.?|vs\.)(?= )/gu, 'vs')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
