/** Reasons not to answer what one known word suggests: strange words around it, or a stretch of days that nobody knows. Pure. */
import type { Said } from './follow-up.ts';
import type { Scored } from './intent.ts';
import type { Kind } from './question.ts';
import { OF_PRICES } from './question-time.ts';
import { strangeWords } from './strange-words.ts';

/** A score that one word alone reaches. */
const LITTLE = 4.5;
/** Kinds that one known word is enough for: they must not answer a text that is about something else. */
const PLAIN: readonly Kind[] = ['lag', 'odds', 'highs', 'target', 'fed-path', 'source', 'as-of'];

/** Kinds of the odds that are told from a day on. */
const OF_DAYS: readonly Kind[] = ['odds-history', 'odds-why', 'odds', 'fed-path'];

/** Whether too much of the text is about something else. */
export function isMostlyStrange(text: string, { kind, score }: Scored): boolean {
  if (!PLAIN.includes(kind)) return false;
  const { strange, known } = strangeWords(text);
  return strange > known || (strange > 0 && score < LITTLE && strange + 1 >= known);
}

/** "Since the election": a stretch of days that is named and not known must not be left out in silence. */
export function unknownDays({ text, slots }: Said, first: Scored | undefined): string | undefined {
  if (first === undefined || !(OF_PRICES.includes(first.kind) || OF_DAYS.includes(first.kind))) return undefined;
  const { window, period, turning, sinceMeeting, since, asOf } = slots;
  const known = (window ?? period ?? turning ?? sinceMeeting ?? since ?? asOf) !== undefined;
  const named =
    /\bsince (?!when|what|you|it|that|we|i\b|then)\w+|(?:charts?|graphs?|plots?|lines?|draw)\b.* from (?!the fed|capwatch|you)\w+|\bbetween .*\d.* and \b|\bago\b|\bduring (?!the)\w+|\bbefore (the )?\w+$/.test(
      text,
    );
  return named && !known ? 'Which days? A date is understood, as in “gap since 2023-10-27”.' : undefined;
}
