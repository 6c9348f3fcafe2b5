/** An alert that ended with its meeting or its year → how it would go on, and the question to its owner. It posts and stores nothing. */
import { type Day, newYorkTime, yearOf } from '../src/calendar/day.ts';
import { scheduledMeetings } from '../src/calendar/fomc.ts';
import { BUNDLED_MEETINGS } from '../src/calendar/fomc-seed.ts';
import { previousSession } from '../src/calendar/nyse.ts';
import { alertQuestion } from '../src/messages/alert-confirm.ts';
import { alertTitle } from '../src/messages/alert-words.ts';
import { fullDate } from '../src/messages/format.ts';
import { type AlertRule, alertRule } from '../src/metrics/alerts.ts';
import type { AlertData, NoReading, Reading } from '../src/metrics/alerts-look.ts';
import { alertReading } from '../src/metrics/alerts-reading.ts';
import type { Json, Renewal, StoredAlert } from './content.ts';

/** A year-to-date gap goes on with the new year's base, odds of the standard set with the next meeting; others just end. */
export function alertRenewal(alert: StoredAlert, data: AlertData, now: Temporal.Instant): Renewal | undefined {
  const rule = alertRule(alert.rule);
  const next = rule && nextOf(rule, alert, data);
  if (!next) return undefined;
  const { day: today } = newYorkTime(now);
  const terms = { ...alert.terms, until: next.until };
  const reading = readingOf(next, data);
  const again = { number: alert.id.replace(/^al-/, ''), title: alertTitle(rule), ended: next.ended };
  return {
    rule: { ...next.rule } as Json,
    terms,
    question: (draft) =>
      alertQuestion({
        ...{ rule: next.rule, terms, reading, draft, again, today: next.today ?? today },
        ...{ channel: alert.channelName ?? 'its channel', asker: '', inThread: false },
      }),
    snapshot: { v: 1, alert: alert.id, rule: { ...next.rule } as Json, session: data.session, numbers: {}, fires: [] },
  };
}

interface Next {
  readonly rule: AlertRule;
  readonly until: Day;
  /** "with the meeting of 31 Jan 2024", "with 2024". */
  readonly ended: string;
  /** The first day of the new year's alert. */
  readonly today?: Day;
}

function nextOf(rule: AlertRule, { terms }: StoredAlert, { fed }: AlertData): Next | undefined {
  const { until = '', set } = terms;
  if (rule.kind === 'gap' && rule.window === 'ytd' && until.endsWith('-12-31')) {
    const year = yearOf(until);
    return { rule, until: `${year + 1}-12-31`, ended: `with ${year}`, today: `${year + 1}-01-01` };
  }
  if ((rule.kind !== 'odds' && rule.kind !== 'odds-move') || set !== 'standard' || until !== rule.meeting) {
    return undefined;
  }
  const priced = fed.ok ? fed.value.odds.meetings.map(({ meeting }) => meeting) : [];
  const listed = scheduledMeetings(BUNDLED_MEETINGS).map(({ date }) => date);
  const meeting = [...priced, ...listed].find((day) => day > until);
  if (meeting === undefined) return undefined;
  return { rule: { ...rule, meeting }, until: meeting, ended: `with the meeting of ${fullDate(rule.meeting)}` };
}

/** Where the figure stands; a year without a close yet has no year-to-date gap. */
function readingOf({ rule, until }: Next, data: AlertData): Reading | NoReading {
  if (rule.kind === 'gap' && yearOf(data.session) < yearOf(until)) return { why: `${yearOf(until)} has no close yet` };
  return alertReading(rule, data, { session: previousSession(data.session) });
}
