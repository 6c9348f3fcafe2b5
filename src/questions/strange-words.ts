/** Words of a text that belong neither to the field nor to everyday speech: many of them mean that it was not understood. Pure. */
import { residue } from './residue.ts';
import { COMMON, FIELD, SHORT_FIELD } from './words-known.ts';
import { SHORT_LEXICON_WORDS } from './words-lexicon.ts';

const KNOWN = new Set([...SHORT_LEXICON_WORDS, ...FIELD, ...SHORT_FIELD, ...COMMON]);
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/$/, ''],
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/ly$/, ''],
  [/er$/, ''],
];

/** How many of the words that say something are strange, and how many are known. */
export function strangeWords(text: string): { readonly strange: number; readonly known: number } {
  const said = residue(text)
    .split(' ')
    .filter((word) => word.length >= 3 && /^\p{L}+$/u.test(word));
  const strange = said.filter(
    (word) => !ENDINGS.some(([ending, base]) => KNOWN.has(word.replace(ending, base))),
  ).length;
  const all = text.split(' ').filter((word) => word.length >= 3 && /^\p{L}+$/u.test(word)).length;
  return { strange, known: all - strange };
}
