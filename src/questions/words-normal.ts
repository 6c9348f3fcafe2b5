/** A question as people type it → plain lower-case words with the misspelt ones of our field put right. Pure. */
import { nearest } from './nearest.ts';
import { LEXICON_WORDS } from './words-lexicon.ts';

const LONGEST = 300;

/** Words of the field that a misspelling may be put right to. */
const FIELD = `small caps smallcaps russell large behind lagging lagged trailing underperform underperforming outperform
outperforming leading ahead spread relative divergence benchmark baseline reference closing drawdown record highs december
january february march april june july august september october november recovery fastest quickest streak consecutive
straight happened afterwards historically usually meeting priced pricing probability chance futures fedwatch cumulative
marginal contract contracts symbol settlement settlements expected percentile unusual accurate accuracy calibrated
calibration reliable reliability goldman sachs fundstrat target targets strategist strategists consensus average median
bullish bearish optimistic horizon expire expires survey managers source article citation claims jobless permits retail
unemployment yields contradict conflict inconsistent consistent reconcile recommend overweight underweight definition
formula calculate calculated chart equal weight technology nasdaq yahoo bloomberg session sessions points basis
performance returns forward track notify quarter yesterday friday monday thursday tuesday wednesday intraday`
  .split(/\s+/)
  .filter((word) => word !== '');
/** Their plurals and tenses, which a pattern spells as a stem and an ending. */
const KNOWN = new Set([...FIELD, ...LEXICON_WORDS, ...LEXICON_WORDS.map((word) => `${word}s`)]);

/** Everyday words that look like ours and are not. */
const COMMON = new Set(
  `about after again also alone already another anyone asking away back because been before being below best better
between both bring called came change changed check clear close closed coming could count current days does doing done
down draw each else even ever every exactly fall far fast feel first found from gets give given goes going gone good
happen happens hard have having help here high hold home how hows idea into issue just keep know last later latest least
less like line live long look lost lower made main make many matter mean means might month months more most move moved
much must name near need never next night note number numbers only open other over part past people pick plan play plus
post price prices print quick quite range rate rates read real really reason report right room safe said same says seem
seems seen sell shall share shares short should show shows side since size some sorry start started still stop street
such sure take tell than thanks that thats their them then there these they thing think this those though three time
times today together told tomorrow took total trade trend trending true trust turn twelve under until update used using
value very wait want wants watch week weeks well went were what whats when where which while whole whos wide will with
within without wonder word work works world worse worst would wrong year years your yours tracks link links cites cite
large larger largest smaller caps cape shape shares stare stage straits expect expert marsh`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

export interface NormalText {
  /** Lower case, apostrophes gone, one space between words; numbers, %, & and / kept. */
  readonly text: string;
  /** As typed, folded, case kept: for names. */
  readonly typed: string;
}

/** At most 300 characters are read; the rest of a pasted page asks nothing. */
export function normalText(raw: string): NormalText {
  const typed = raw
    .normalize('NFKC')
    .replaceAll(/<@[^>]*>/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replaceAll(/[\u2212\u2013\u2014]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
  const plain = typed
    .toLowerCase()
    .replaceAll(/[’'`´]/g, '')
    .replaceAll(/(\d),(?=\d{3}\b)/g, '$1')
    .replaceAll(/[^\p{L}\p{N}%&/.+:-]+/gu, ' ')
    .replaceAll(/[.:](?=\s|$)/g, ' ')
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return { typed, text: plain.split(' ').map(corrected).join(' ') };
}

/** One edit for words of five to seven letters, two for longer ones; short words and numbers stay as they are. */
function corrected(word: string): string {
  if (word.length < 5 || /[^a-z]/.test(word) || KNOWN.has(word) || COMMON.has(word)) return word;
  const near = nearest(word, FIELD);
  if (near === undefined || near[0] !== word[0]) return word;
  // A plural or a tense of a word we know is no misspelling.
  if (word.startsWith(near) || near.startsWith(word)) return word;
  return word.length <= 7 && Math.abs(near.length - word.length) > 1 ? word : near;
}
