/** "ping me if the gap goes past 8 points" → the words `/capwatch alert when` takes, thread and today's sign filled in. Sets nothing. */
import { newYorkTime } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import type { Asking } from './desk.ts';
import { postedQuestion, topicOf } from './post-question.ts';
import type { Question, Slots } from './question.ts';
import { slotsIn } from './slots.ts';
import { EXAMPLE, type Wish, type Wishing, wish } from './wish.ts';
import { depthWish, fallRefusal, priceRefusal } from './wish-depth.ts';
import { gapWish } from './wish-gap.ts';
import { moveWish, oddsWish } from './wish-odds.ts';
import { priceLevelIn, type Subject, subjectOf } from './wish-subject.ts';
import { type Level, levelsIn, termsIn, wishText } from './wish-text.ts';

/**
 * One grammar for alerts, typed or asked for.
 * @throws CapwatchError `invalid_input` without a level to watch, with two, or for what no alert watches.
 */
export async function alertWish(asking: Asking, before?: Question): Promise<Wish> {
  const said = wishText(asking.text);
  const terms = termsIn(said);
  const { text } = terms;
  const slots = wishSlots(asking, said);
  const levels = levelsIn(text);
  const topic = topicOf(asking.post);
  const wanted = { text, slots, levels, topic };
  const newest: Asking = { ...asking, session: asking.latest, question: { ...asking.question, slots } };
  const wishing: Wishing = { asking: newest, text, terms, level: levels[0], before };
  const price = priceLevelIn(wanted);
  const named = subjectOf(wanted);
  if (price !== undefined && named !== 'calls') throw await priceRefusal(newest, price);
  const subject = named ?? (await leaning(wishing));
  if (levels.length > 1 && levels.some(({ value }) => value !== levels[0]?.value)) throw twoLevels(levels);
  const wish = await worded(subject, wishing);
  const notes = [...wish.notes, ...elsewhere(asking.text)];
  return { ...wish, notes, words: [wish.words, ...terms.words.map((term) => signed(term, wish.words))].join(' ') };
}

/** The values of the text, read beside signs that other questions have no use for ("june ≥ 60"). */
function wishSlots({ question, text, post, now }: Asking, said: string): Slots {
  const asked = newYorkTime(now).day;
  const { figures: _figures, ...read } = slotsIn({ text: said, typed: text }, { today: post?.asOf || asked, asked });
  const { firm } = question.slots;
  return { ...question.slots, ...read, ...(firm !== undefined && { firm }) };
}

/** A wish to be told in another place. */
function elsewhere(text: string): string[] {
  return /(?<!\S)#[a-z]|\b(dm|e-?mail|sms) (me|us)\b/i.test(text)
    ? ['It is told where it is asked for, as a post; ask in the other channel for one there.']
    : [];
}

/** What "it" is: what was asked before, else what the post speaks of. @throws CapwatchError where both say nothing. */
async function leaning({ asking, level, before }: Wishing): Promise<Subject> {
  const kind = (before ?? postedQuestion(asking.post))?.kind;
  const topic = topicOf(asking.post);
  const divergence = /\bdivergence\b/.test(asking.post?.command ?? '') && before === undefined;
  if (divergence) return level?.unit === 'percent' ? 'drawdown' : 'gap';
  if (kind === 'highs') return 'drawdown';
  if (topic === 'survey') return 'flip';
  if (kind !== undefined && /^(odds|fed|challenge-odds)/.test(kind)) return 'odds';
  if (topic === 'fed') return 'odds';
  const names = asking.question.slots.index !== undefined || /\bsmall/i.test(asking.text);
  if (level?.meant === 'by' && (names || topic === 'smallcaps' || topic === 'morning'))
    throw await fallRefusal(asking, level);
  if (kind === 'lag' || topic === 'smallcaps') return 'gap';
  if (level?.unit === 'points' && topic === 'morning') return 'gap';
  if (BY_CLOCK.test(asking.text))
    throw new CapwatchError('invalid_input', 'Only figures are watched; a reminder by the clock is Slack’s own.', {
      example: '/remind me tomorrow at 9am to look at small caps',
    });
  throw new CapwatchError('invalid_input', 'Say what to watch.', { example: EXAMPLE, hint: EXAMPLES });
}

const BY_CLOCK =
  /\b(tomorrow|tonight|later|at \d{1,2}(:\d\d)? ?(am|pm)?|in \d+ (min(ute)?s?|hours?|hrs?|days?)|on (mon|tues|wednes|thurs|fri)day|next week)\b/i;
const EXAMPLES =
  'or: june cut odds above 60% · small caps 20% below their record · an S&P record · a target is hit · the survey flips';

function worded(subject: Subject, wishing: Wishing): Promise<Wish> {
  switch (subject) {
    case 'gap':
      return gapWish(wishing);
    case 'odds':
      return wishing.level?.meant === 'by' ? moveWish(wishing) : oddsWish(wishing);
    case 'drawdown':
      return Promise.resolve(depthWish(wishing));
    default:
      return Promise.resolve(eventWish(subject, wishing));
  }
}

/** Wishes without a level, or with one of three. */
function eventWish(subject: Exclude<Subject, 'gap' | 'odds' | 'drawdown'>, wishing: Wishing): Wish {
  const { asking, text, level } = wishing;
  const { slots } = asking.question;
  switch (subject) {
    case 'record':
      if (level) return depthWish(wishing);
      return wish(`record ${slots.index === 'GSPC' ? 'gspc' : 'rut'}`);
    case 'divergence':
      if (/\b(clears?|ends?|over|off|gone|resolves?|closes)\b/.test(text)) throw clearing();
      return wish(level ? `divergence ${Math.abs(level.value)}` : 'divergence');
    case 'calls':
      return callWish(text, slots.firm);
    case 'flip':
      return wish('survey flip');
    case 'recovery':
      return wish('recovery');
  }
}

function clearing(): CapwatchError {
  return new CapwatchError(
    'invalid_input',
    'The end of a divergence is no alert of its own: the post that fired is edited and its thread told when it clears.',
    { example: 'ping me if the divergence fires' },
  );
}

/** Which change of calls: of any firm, since one alone cannot be watched. */
function callWish(text: string, firm: string | undefined): Wish {
  const what = /\b(hit|hits|reach(ed|es))\b/.test(text)
    ? 'hit'
    : /\b(expires?|expired|runs? out|due)\b/.test(text)
      ? 'expired'
      : /\b(added|adds?|new|publish\w*|initiat\w+|comes? (in|out))\b/.test(text)
        ? 'added'
        : 'changed';
  const notes = firm === undefined ? [] : ['One firm alone cannot be watched: this fires for every firm of the list.'];
  return { words: `target ${what}`, notes };
}

function twoLevels(levels: readonly Level[]): CapwatchError {
  const shown = levels.map(({ typed }) => typed).slice(0, 3);
  return new CapwatchError(
    'invalid_input',
    `One alert watches one level; I read ${shown.join(' and ')}. Ask for each in a message of its own.`,
    { example: EXAMPLE },
  );
}

/** "rearm 7" beside a level below zero is −7. */
function signed(term: string, words: string): string {
  const negative = /(below|above|past) -/.test(words) && !words.startsWith('20');
  return negative ? term.replace(/^rearm (?=\d)/, 'rearm -') : term;
}
