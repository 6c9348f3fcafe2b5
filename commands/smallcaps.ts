/** `/smallcaps`: parse → read → measure → write. It posts nothing and catches nothing. */
import { type Day, newYorkTime, yearOf } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import { readSmallCaps, type SmallCapSeries } from '../src/market/small-caps.ts';
import { smallCapsHelpMessage } from '../src/messages/help.ts';
import type { Message } from '../src/messages/message.ts';
import { type AnswerContext, smallCapLagMessage } from '../src/messages/smallcaps.ts';
import { staleSmallCapMessage } from '../src/messages/smallcaps-stale.ts';
import { sourceNotes } from '../src/messages/source-notes.ts';
import { monthExtreme } from '../src/metrics/highs.ts';
import { smallCapLag } from '../src/metrics/small-cap-lag.ts';
import { type Window, windowId } from '../src/metrics/windows.ts';
import { askedSession } from '../src/questions/as-of.ts';
import { parseSmallCapsRequest, type SmallCapsRequest } from '../src/questions/smallcaps-request.ts';
import type { Call } from './index.ts';
import { glance } from './smallcaps-intraday.ts';
import { viewAnswer } from './smallcaps-views.ts';

const EXAMPLE = '/smallcaps ytd';

/** The answer to `/smallcaps text`. @throws CapwatchError as its steps do. */
export async function smallCaps(text: string, { capwatch, now }: Call): Promise<Message> {
  if (text.trim().toLowerCase() === 'help') return smallCapsHelpMessage();
  const request = parseSmallCapsRequest(text, newYorkTime(now).day);
  const { session: asked, notes } = askedSession(request.asOf, now, EXAMPLE);
  const series = await readSmallCaps(capwatch.market, request.benchmark, asked);
  const window = resolvedWindow(request.window, series);
  const told = sourceNotes([...series.fresh, ...(series.third ? [series.third] : [])]);
  const running =
    request.asOf === undefined && !request.view ? await glance(capwatch.market, series.fresh, now) : undefined;
  const context = {
    command: commandLine(request, window, asked),
    notes: [...(running?.notes ?? []), ...notes, ...told],
  };
  const message = request.view
    ? viewAnswer(request.view, series, { ...context, words: request.viewWords })
    : lagAnswer(series, window, context);
  const whole = running ? { ...message, numbers: [...message.numbers, ...running.numbers] } : message;
  return request.csv ? { ...whole, sendCsv: true } : whole;
}

function lagAnswer(series: SmallCapSeries, window: Window, context: AnswerContext): Message {
  const lag = smallCapLag({ ...series, window }, series.fresh);
  return series.stale.length > 0 ? staleSmallCapMessage(lag, context) : smallCapLagMessage(lag, context);
}

/** "since october low" becomes the day of that low; other windows are what they are. */
function resolvedWindow(window: SmallCapsRequest['window'], { subject, session }: SmallCapSeries): Window {
  if (typeof window === 'string' || 'since' in window) return window;
  const month = String(window.month).padStart(2, '0');
  const thisYear = yearOf(session);
  const year = window.year ?? (`${thisYear}-${month}` < session.slice(0, 7) ? thisYear : thisYear - 1);
  const day = monthExtreme(subject, `${year}-${month}`, window.extreme);
  if (day !== undefined) return { since: day };
  throw new CapwatchError('invalid_input', `There are no ${subject.name} closes in ${year}-${month}.`, {
    example: '/smallcaps since 2023-10-27',
  });
}

/** The line that makes this answer again on any later day. */
function commandLine({ benchmark, view, viewWords }: SmallCapsRequest, window: Window, asked: Day): string {
  const against = benchmark === 'GSPC' ? '' : ` vs ${benchmark.toLowerCase()}`;
  const what = view ? [view, ...viewWords].join(' ') : windowId(window).replace('since.', 'since ');
  return `/smallcaps ${what}${against} asof ${asked}`;
}
