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

/** Words that begin a stretch of days, whoever is asked about. */
const STRETCH =
  /\bsince (?!when|what|you|it|that|we|i\b)\w+|\b(?:charts?|graphs?|plots?|lines?|draw)\b.* from (?!the fed|capwatch|you)\w+|\bago\b/;
/** Words that do in questions about prices. */
const STRETCH_OF_PRICES = /\bbetween .*\d.* and \b|\bduring (?!the)\w+|\bbefore (the )?\w+$/;

/** "Since the election": a stretch of days that is named and not known must not be left out in silence. */
export function unknownDays({ text, slots }: Said, first: Scored | undefined): string | undefined {
  if (first === undefined) return undefined;
  const prices = OF_PRICES.includes(first.kind);
  const { window, period, turning, sinceMeeting, since, asOf } = slots;
  const known = (window ?? period ?? turning ?? sinceMeeting ?? since ?? asOf) !== undefined;
  const named =
    (prices || OF_DAYS.includes(first.kind)) && (STRETCH.test(text) || (prices && STRETCH_OF_PRICES.test(text)));
  if (!named || known) return undefined;
  return `Which days? A date is understood, as in “${prices ? 'gap' : 'march odds'} since 2023-10-27”.`;
}
