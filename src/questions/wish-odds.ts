/** A wish about a meeting → its line in the words of `/capwatch alert`: the odds of one outcome, or their move over days. Reads futures. */
import { directionOf } from '../messages/fedodds-parts.ts';
import { readMeeting } from './read-fed.ts';
import { inPercent, openWish, type Wish, type Wishing, wish } from './wish.ts';

/** Odds of a cut, hold or hike by a meeting; the side is the words', else away from where they stand now. */
export async function oddsWish({ asking, level }: Wishing): Promise<Wish> {
  const { figures } = await readMeeting(asking);
  const word = asking.question.slots.word ?? directionOf(figures);
  if (!level) return openWish(`${figures.meeting} ${word} odds`, `ping me if june ${word} odds go above 60%`);
  const chance = { cut: figures.cutBy, hold: figures.holdBy, hike: figures.hikeBy }[word].value;
  const value = inPercent(level);
  const away = chance > value / 100 ? 'below' : 'above';
  const side =
    level.meant === 'past' ? 'above' : level.meant === 'above' || level.meant === 'below' ? level.meant : away;
  return { words: `${figures.meeting} ${word} odds ${side} ${value}`, notes: [] };
}

/** "moves more than 10 points in a week": either way, over so many futures days. */
export async function moveWish({ asking, text, level, terms }: Wishing): Promise<Wish> {
  const { figures } = await readMeeting(asking);
  const word = asking.question.slots.word ?? directionOf(figures);
  if (!level) return openWish(`${figures.meeting} ${word} odds`);
  const size = inPercent(level);
  const chance = 100 * { cut: figures.cutBy, hold: figures.holdBy, hike: figures.hikeBy }[word].value;
  const down = /\b(drops?|falls?|declines?|slides?|loses|down|lower|decreases?)\b/.test(text);
  const up = /\b(rises?|climbs?|jumps?|gains?|up|higher|increases?)\b/.test(text);
  if (
    /\bfrom (here|now|current|todays?)\b|\b(another|a further|an extra)\b|\d (more|further)\b/.test(text) &&
    (down || up)
  ) {
    const then = Math.round(10 * (chance + (down ? -size : size))) / 10;
    return wish(`${figures.meeting} ${word} odds ${down ? 'below' : 'above'} ${then}`);
  }
  const sessions = terms.sessions ?? 1;
  const either = down || up ? ['A move fires either way, up or down.'] : [];
  const days = terms.sessions === undefined ? ['No span was given: it is a move from one day to the next.'] : [];
  return {
    words: `${figures.meeting} ${word} odds moves ${size} in ${sessions} days`,
    notes: [...either, ...days],
  };
}
