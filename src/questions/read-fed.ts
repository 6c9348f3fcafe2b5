/** Reads the futures of an answer's day and finds the meeting it speaks of: named, the post's, else the next one. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import type { FedMarket } from '../market/fed-market.ts';
import { fullDate } from '../messages/format.ts';
import { futuresDayAt } from '../metrics/fed-futures.ts';
import { fedOdds } from '../metrics/fed-odds.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import { type FedDay, type MeetingView, meetingView } from '../metrics/fed-views.ts';
import type { Asking } from './desk.ts';
import { meetingDay } from './fed-meeting.ts';
import type { MeetingWord } from './fedodds-request.ts';
import { parseFedOddsRequest } from './fedodds-request.ts';

/** @throws CapwatchError `not_found` without a target range or prices for the day. */
export async function readFed(market: FedMarket, asked: Day): Promise<FedDay> {
  const data = await market.fedFunds(asked);
  const futures = futuresDayAt(data.futures, asked);
  const odds = futures && fedOdds(data.calendar, futures);
  if (odds && odds.meetings.length > 0) return { ...data, odds };
  throw new CapwatchError('not_found', `No odds can be told for ${fullDate(asked)}.`, {
    example: '/fedodds table asof 2024-01-22',
  });
}

export interface FedMeetingView {
  readonly day: FedDay;
  readonly view: MeetingView;
  readonly figures: MeetingFigures;
}

/** The day's odds of the meeting the question is about. @throws CapwatchError as {@link meetingDay} does. */
export async function readMeeting(asking: Asking, since?: Day): Promise<FedMeetingView> {
  const day = await readFed(asking.desk.fedMarket, asking.session);
  const meeting = meetingDay(askedMeeting(asking), day.odds, day.calendar);
  const view = meetingView(day, meeting, since);
  if (view) return { day, view, figures: view.figures };
  throw new CapwatchError('not_found', `The prices of ${fullDate(day.odds.asOf)} do not reach that meeting.`, {
    example: '/fedodds table',
  });
}

/** Named in the question, else the one the post's command or its first fed number speaks of, else the next. */
function askedMeeting({ question, post }: Asking): MeetingWord {
  if (question.slots.meeting !== undefined) return question.slots.meeting;
  if (post?.command.startsWith('/fedodds')) return ofCommand(post.command, post.asOf);
  const id = post?.numbers.find((one) => /^fed\.\d{4}-\d{2}-\d{2}\./.test(one.id))?.id;
  const day = id?.split('.')[1];
  return day === undefined ? 'next' : { day };
}

function ofCommand(command: string, today: Day): MeetingWord {
  try {
    return parseFedOddsRequest(command.replace(/^\/fedodds ?/, ''), today).meeting;
  } catch {
    return 'next';
  }
}
