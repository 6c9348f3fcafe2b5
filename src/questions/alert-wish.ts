/** "ping me if the gap goes past 8 points" → the words `/capwatch alert when` takes, thread and today's sign filled in. Sets nothing. */
import { CapwatchError } from '../errors.ts';
import { directionOf } from '../messages/fedodds-parts.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { comparison } from '../metrics/returns.ts';
import { NAMED_WINDOWS } from '../metrics/windows.ts';
import { type Asking, seriesOf } from './desk.ts';
import { topicOf } from './parse-question.ts';
import type { Figure } from './question.ts';
import { readMeeting } from './read-fed.ts';

/** One grammar for alerts, typed or asked for. @throws CapwatchError `invalid_input` without a level to watch. */
export async function alertWords(asking: Asking): Promise<string> {
  const { slots } = asking.question;
  const text = asking.text.toLowerCase();
  const [figure] = slots.figures;
  const aboutGap = /\b(gap|lag|behind|lead|spread|underperform|outperform)/.test(text);
  const aboutFed =
    slots.month !== undefined || slots.word !== undefined || /\b(odds|fed|fomc|priced|meeting|probabilit)/.test(text);
  if (/\bdivergence\b/.test(text)) return `divergence ${figure?.value ?? ''}`.trim();
  if (/\b(target|call)s?\b.*\b(change|added|hit|expire)/.test(text)) return 'target any';
  if (/\bsurvey\b/.test(text)) return 'survey flip';
  if (!aboutGap && (aboutFed || (topicOf(asking.post) === 'fed' && !slots.fromHigh)))
    return oddsWords(asking, needed(figure));
  const symbol = slots.index === 'GSPC' ? 'gspc' : 'rut';
  if (figure === undefined && /\b(record|new high|all time high|ath)\b/.test(text)) return `record ${symbol}`;
  if (slots.fromHigh || (!aboutGap && /\b(draw ?down|fall|drop)/.test(text)))
    return `drawdown ${symbol} past -${Math.abs(needed(figure).value)}`;
  return gapWords(asking, needed(figure));
}

function needed(figure: Figure | undefined): Figure {
  if (figure) return figure;
  throw new CapwatchError('invalid_input', 'At which level should it fire?', {
    example: 'ping me if the gap goes past 8 points',
  });
}

/** The side of a gap without a sign is the one it stands on today; "narrows" watches the other way. */
async function gapWords(asking: Asking, figure: Figure): Promise<string> {
  const { subject, benchmark } = await seriesOf(asking, 'GSPC');
  const window = NAMED_WINDOWS.find((one) => one === asking.question.slots.window) ?? 'ytd';
  const { gap } = comparison(subject, benchmark, window);
  const ahead = /\b(lead|leads|leading|ahead|outperform\w*)\b/i.test(asking.text);
  const behind = figure.value < 0 || (!ahead && isMeasured(gap) && gap.value < 0);
  const narrows =
    /\b(narrow|shrink|closes (up|in)|back)\w*/i.test(asking.text) ||
    (figure.value > 0 && asking.question.slots.side === 'below');
  const value = behind ? -Math.abs(figure.value) : Math.abs(figure.value);
  return `gap ${window} ${behind !== narrows ? 'below' : 'above'} ${value}`;
}

async function oddsWords(asking: Asking, figure: Figure): Promise<string> {
  const { figures } = await readMeeting(asking);
  const word = asking.question.slots.word ?? directionOf(figures);
  const chance = { cut: figures.cutBy, hold: figures.holdBy, hike: figures.hikeBy }[word].value;
  const level = Math.abs(figure.value);
  const side = asking.question.slots.side ?? (chance > level / 100 ? 'below' : 'above');
  return `${figures.meeting} ${word} odds ${side} ${level}`;
}
