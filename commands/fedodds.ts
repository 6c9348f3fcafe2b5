/** `/fedodds`: parse → read → measure → write. It posts nothing and catches nothing. */
import { addDays, type Day, monthsBefore, newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import type { FedData, FedMarket } from '../src/market/fed-market.ts';
import type { Market } from '../src/market/market.ts';
import { meetingMessage, nextMeetingMessage } from '../src/messages/fedodds.ts';
import { explainMessage, sensitivityMessage } from '../src/messages/fedodds-explain.ts';
import { fedOddsHelpMessage } from '../src/messages/fedodds-help.ts';
import { historyMessage, shiftMessage, whyMessage } from '../src/messages/fedodds-moves.ts';
import { outageMessage } from '../src/messages/fedodds-outage.ts';
import type { FedContext } from '../src/messages/fedodds-parts.ts';
import { pathMessage } from '../src/messages/fedodds-path.ts';
import { calibrationMessage, ratesMessage } from '../src/messages/fedodds-record.ts';
import { allMeetingsMessage } from '../src/messages/fedodds-table.ts';
import { fullDate } from '../src/messages/format.ts';
import type { Message } from '../src/messages/message.ts';
import { calibration } from '../src/metrics/fed-calibration.ts';
import { futuresDayAt } from '../src/metrics/fed-futures.ts';
import { fedOdds as oddsOf } from '../src/metrics/fed-odds.ts';
import { meetingFigures } from '../src/metrics/fed-receipts.ts';
import { tickEffects } from '../src/metrics/fed-sensitivity.ts';
import {
  chartFrom,
  type FedDay,
  largestDays,
  type MeetingView,
  meetingHistory,
  meetingView,
  pathView,
  ratesView,
  releaseNames,
} from '../src/metrics/fed-views.ts';
import { meetingDay } from '../src/questions/fed-meeting.ts';
import { type FedOddsRequest, type FedView, parseFedOddsRequest } from '../src/questions/fedodds-request.ts';
import { askedFuturesDay, futuresDayNote } from '../src/questions/futures-day.ts';

/** What `/fedodds` needs of Capwatch. */
export interface FedCall {
  readonly now: Temporal.Instant;
  readonly capwatch: { readonly fedMarket: FedMarket; readonly market: Market };
}

/** Months a history goes back when no day is given. */
const HISTORY_MONTHS = 6;

/** The answer to `/fedodds text`. @throws CapwatchError as its steps do. */
export async function fedOdds(text: string, { capwatch, now }: FedCall): Promise<Message> {
  if (text.trim().toLowerCase() === 'help') return fedOddsHelpMessage();
  const request = parseFedOddsRequest(text, newYorkTime(now).day);
  const asked = askedFuturesDay(request.asOf, now);
  const day = await readFedDay(capwatch.fedMarket, asked);
  refuseLaterBase(request, day.odds.asOf);
  const call = contextOf(request, day, asked);
  const message =
    outageAnswer(request, day, call) ??
    (isWhole(request.view)
      ? await wholeAnswer(request, { day, call, market: capwatch.market })
      : meetingAnswer(request, day, call));
  if (message) return request.csv ? { ...message, sendCsv: true } : message;
  throw new CapwatchError(
    'not_found',
    `Fed funds futures of ${fullDate(day.odds.asOf)} do not suffice for that view.`,
    {
      example: '/fedodds table asof 2024-01-22',
    },
  );
}

/** A day's odds with what its market says about itself. */
type ReadDay = FedDay & Pick<FedData, 'outage' | 'pendingDecision'>;

async function readFedDay(market: FedMarket, asked: Day): Promise<ReadDay> {
  const data = await market.fedFunds(asked);
  const futures = futuresDayAt(data.futures, asked);
  const odds = futures && oddsOf(data.calendar, futures);
  if (odds) return { ...data, odds };
  throw new CapwatchError('bad_response', `No target range is known for ${fullDate(asked)}.`, {
    source: 'target_range.csv',
  });
}

function contextOf(request: FedOddsRequest, day: ReadDay, asked: Day): FedContext {
  const { notes: told, staleSessions } = futuresDayNote(asked, day.odds.asOf, request.asOf !== undefined);
  const { pendingDecision: decision } = day;
  const pending =
    decision &&
    `The range after the decision of ${fullDate(decision)} is not published yet; odds count from the range before it.`;
  const notes = pending === undefined ? told : [...told, pending];
  return { command: commandLine(request, asked), asked, notes, staleSessions, calendar: day.calendar };
}

/** The line that makes this answer again on any later day. */
function commandLine({ meeting, view, since }: FedOddsRequest, asked: Day): string {
  const which = meeting === 'next' ? [] : ['day' in meeting ? meeting.day : monthWords(meeting)];
  return ['/fedodds', ...which, ...(view ? [view] : []), 'asof', asked, ...(since ? ['vs', since] : [])].join(' ');
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

function monthWords({ month, date, year }: { month: number; date?: number; year?: number }): string {
  return [date, MONTHS[month - 1], year].filter((part) => part !== undefined).join(' ');
}

function refuseLaterBase({ since }: FedOddsRequest, asOf: Day): void {
  if (since === undefined || since < asOf) return;
  throw new CapwatchError(
    'invalid_input',
    `${fullDate(since)} is not before ${fullDate(asOf)}, the day of these odds.`,
    {
      example: `/fedodds march asof ${asOf} vs ${addDays(asOf, -7)}`,
    },
  );
}

type WholeView = Extract<FedView, 'table' | 'stack' | 'path' | 'calibration' | 'smallcaps'>;

function isWhole(view: FedView | undefined): view is WholeView {
  return view === 'table' || view === 'stack' || view === 'path' || view === 'calibration' || view === 'smallcaps';
}

interface Parts {
  readonly day: FedDay;
  readonly call: FedContext;
  readonly market: Market;
}

/** Views of all meetings at once. */
async function wholeAnswer(
  { view, since }: FedOddsRequest,
  { day, call, market }: Parts,
): Promise<Message | undefined> {
  switch (view) {
    case 'path': {
      const measured = pathView(day, since);
      return measured && pathMessage(measured, call);
    }
    case 'calibration':
      return calibrationMessage(calibration(day), day.odds, call);
    case 'smallcaps': {
      const [subject, benchmark] = await Promise.all([
        market.prices('RUT', day.odds.asOf),
        market.prices('GSPC', day.odds.asOf),
      ]);
      const measured = ratesView(day, subject, benchmark);
      return measured && ratesMessage(measured, call);
    }
    default:
      return allMeetingsMessage(day.odds, call, view === 'stack' ? 'stack' : 'table');
  }
}

/** A meeting's plain answer while the source of prices fails and a settlement is due; nothing while all is well. */
function outageAnswer({ view, meeting: asked }: FedOddsRequest, day: ReadDay, call: FedContext): Message | undefined {
  if (view !== undefined || day.outage === undefined || call.staleSessions === 0) return undefined;
  const figures = meetingFigures(day.odds, meetingDay(asked, day.odds, day.calendar));
  return figures && outageMessage(figures, day.outage, call);
}

/** Views of one meeting. */
function meetingAnswer(request: FedOddsRequest, day: FedDay, call: FedContext): Message | undefined {
  const meeting = meetingDay(request.meeting, day.odds, day.calendar);
  const view = meetingView(day, meeting, request.since);
  return view && writtenView(request, view, { day, call });
}

function writtenView({ view, since }: FedOddsRequest, measured: MeetingView, { day, call }: Omit<Parts, 'market'>) {
  const { figures } = measured;
  const { meeting } = figures;
  switch (view) {
    case 'history': {
      const from = since ?? monthsBefore(day.odds.asOf, HISTORY_MONTHS);
      return historyMessage(measured, meetingHistory(day, meeting, from), call);
    }
    case 'shift':
      return shiftMessage(measured, call);
    case 'why': {
      const largest = largestDays(day, meeting, since);
      return largest && whyMessage({ ...measured, largest, releases: (date) => releaseNames(day, date) }, call);
    }
    case 'sensitivity':
      return sensitivityMessage(figures, tickEffects(day.calendar, figures), call);
    case 'explain':
      return explainMessage(figures, tickEffects(day.calendar, figures), call);
    default:
      if (meeting === day.odds.meetings[0]?.meeting && since === undefined) return nextMeetingMessage(measured, call);
      return meetingMessage(measured, meetingHistory(day, meeting, chartFrom(day, since)), call);
  }
}
