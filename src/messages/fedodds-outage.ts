/** `/fedodds` while its source does not answer: what is missing, since when, the last good odds, the next try. Golden 09-error-source. Pure. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import { actions, button, context, section } from './blocks.ts';
import { chipOf, directionOf, type FedContext } from './fedodds-parts.ts';
import { counted, escapeText, fullDate, probability, sessionDate, shortDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { publishers } from './receipt-line.ts';

/** Instants of the source's failing; the market's own outage fits. */
export interface OutageFacts {
  readonly since: Temporal.Instant;
  readonly tries: number;
  readonly nextTry?: Temporal.Instant;
}

/** The last good odds of a meeting and why there are none of the day asked for. */
export function outageMessage(figures: MeetingFigures, outage: OutageFacts, call: FedContext): Message {
  const { odds } = figures;
  const since = `Futures source not answering since ${timeOn(outage.since, call.asked)}.`;
  const last = oddsWords(figures);
  const [first = '', ...others] = last;
  return {
    text: `${since} Last good odds, ${sessionDate(odds.asOf)}: ${last.join(', ')}.`,
    blocks: [
      section(
        `:warning: *${since}* No odds for ${weekdayDate(call.asked)} yet.`,
        `Last good, ${weekdayDate(odds.asOf)}: ${[first.replace(/\S+$/, '*$&*'), ...others].join(', ')}`,
      ),
      context(escapeText(standing(figures, outage, call))),
      actions(
        button('retry', 'Try again', { label: 'Ask the source again now', value: call.command }),
        button('sources', 'Sources', { label: 'Show the state of all sources', value: '/capwatch sources' }),
      ),
    ],
    charts: [],
    numbers: [figures.cutBy, figures.holdBy, figures.hikeBy],
    asOf: odds.asOf,
  };
}

/** "cut by 20 Mar 47.1%", "hold 52.9%": the direction, hold, and the other direction where it has a chance. */
function oddsWords(figures: MeetingFigures): string[] {
  const direction = directionOf(figures);
  const chances = { cut: figures.cutBy.value, hike: figures.hikeBy.value };
  const other = direction === 'cut' ? 'hike' : 'cut';
  return [
    `${direction} by ${shortDate(figures.meeting, figures.odds.asOf)} ${probability(chances[direction])}`,
    `hold ${probability(figures.holdBy.value)}`,
    ...(chances[other] > 0 ? [`${other} ${probability(chances[other])}`] : []),
  ];
}

function standing({ odds, found }: MeetingFigures, { tries, nextTry }: OutageFacts, call: FedContext): string {
  const stale = `*Stale ${counted(call.staleSessions, 'session')}*`;
  const next = nextTry === undefined ? 'tried again with the next question' : `next try ${timeOn(nextTry, call.asked)}`;
  const tried = `tried ${counted(tries, 'time')}, ${next}; nothing to do on your side`;
  const kind = chipOf(odds, found).toLowerCase();
  return `${stale} ${sessionDate(odds.asOf)} ${kind} · ${publishers([odds.day.futures.source]).join(', ')} · ${tried}`;
}

/** "18:05 ET", with its day where that is not the day asked for. */
function timeOn(instant: Temporal.Instant, asked: Day): string {
  const { day, time } = newYorkTime(instant);
  return day === asked ? `${time} ET` : `${time} ET on ${fullDate(day)}`;
}
