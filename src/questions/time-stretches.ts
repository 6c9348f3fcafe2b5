/** Stretches of days as desks speak of them → both days in full: "10 to 16 july", "last wed to monday", "1 dec to now". Pure. */
import { addDays, type Day, weekday } from '../calendar/day.ts';
import { MONTH, POINT } from './slots-periods.ts';

const DATE = '([12]?\\d|3[01])(?:st|nd|rd|th)?';
const SHARED = new RegExp(
  `\\b(between |from |over )?(?:the )?${DATE} ?(-|to|and|until|till|through|thru) ?(?:the )?${DATE} (?:of )?${MONTH}\\b( (?:19|20)\\d\\d)?`,
  'g',
);
const SHARED_BEFORE = new RegExp(
  `\\b(between |from |over )?${MONTH} ${DATE} ?(-|to|and|until|till|through|thru) ?(?:the )?${DATE}\\b(?! ?(?:${MONTH}|%|percent|pp|bps?|points?|\\d|odds))`,
  'g',
);

/** "Between 10 and 16 july": the month belongs to both. */
export function sharedMonths(text: string): string {
  return text
    .replaceAll(SHARED, (found: string, ...parts: (string | undefined)[]) => {
      const [lead = '', first = '', join = '', second = '', month = '', year = ''] = parts;
      return spread(found, { lead, first, join, second, month, year });
    })
    .replaceAll(SHARED_BEFORE, (found: string, ...parts: (string | undefined)[]) => {
      const [lead = '', month = '', first = '', join = '', second = ''] = parts;
      return spread(found, { lead, first, join, second, month, year: '' });
    });
}

interface SharedMonth {
  readonly lead: string;
  readonly first: string;
  readonly join: string;
  readonly second: string;
  readonly month: string;
  readonly year: string;
}

function spread(found: string, { lead, first, join, second, month, year }: SharedMonth): string {
  const joined = join !== 'and' || lead !== '';
  if (!joined || Number(first) >= Number(second) || Number(first) === 0) return found;
  return `${lead}${first} ${month}${year} to ${second} ${month}${year}`;
}

const WEEKDAY = '(mon|tue|wed|thu|fri)(?:s|rs|ur|urs|nes)?(?:day)?s?';
const STRETCH = new RegExp(
  `\\b(?:between |from |over )?(?:the )?(?:last )?${WEEKDAY} ?(?:-|to|and|until|till|through|thru) ?(?:last |this )?${WEEKDAY}\\b`,
);
const SINCE = new RegExp(
  `\\b(since|from)(?: the)?(?: last| past)? ${WEEKDAY}(?: close| (?:to|until|till) (?:now|today|date))*\\b(?! (?:low|high|or|close|to|and)\\b)`,
);
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** "From last wed to monday", "since wednesday": weekdays of a stretch are the latest ones up to the post's day. */
export function weekdayStretches(text: string, today: Day): string {
  return text
    .replace(STRETCH, (found: string, from: string, to: string) => {
      if (/ and /.test(found) && !/^(between|from)/.test(found)) return found;
      const end = latest(to, today);
      return `from ${latest(from, addDays(end, -1))} to ${end}`;
    })
    .replace(SINCE, (_: string, lead: string, from: string) => `${lead} ${latest(from, addDays(today, -1))}`);
}

function latest(name: string, day: Day): Day {
  return addDays(day, -((weekday(day) - (WEEKDAYS.indexOf(name) + 1) + 7) % 7));
}

const TO_NOW = new RegExp(
  `\\b(?:from |between )?(?:the )?(${POINT}) ?(?:to|until|till|through|up to|-|and) (?:right )?(?:now|today|date|(?:the )?present|(?:the )?(?:latest|last) close|here)\\b`,
);

/** "From 1 dec to now" starts on 1 December and runs. */
export function toNow(text: string): string {
  return text.replace(TO_NOW, (found: string, from: string) => (/\bsince\b/.test(text) ? found : `since ${from}`));
}
