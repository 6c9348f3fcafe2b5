/** When and why the New York Stock Exchange closed or closes on a weekday, by rule and dated fact. Pure; asks no data. */
import { addDays, type Day, weekday } from './day.ts';
import { easterSunday } from './easter.ts';

const MONDAY = 1;
const TUESDAY = 2;
const THURSDAY = 4;
const SATURDAY = 6;
const SUNDAY = 7;

/** A holiday that a Saturday no longer swallowed was kept on the Friday before, from Friday 3 July 1959 on. */
const FRIDAY_FOR_SATURDAY_FROM = '1959-07-03';

/**
 * Closures no rule gives. Source: the exchange's own list of special closings, checked against the sessions of the
 * S&P 500 since 1928. Before 1928 only the closure of 1914 is listed.
 */
const ONE_OFF_CLOSURES: readonly (readonly [from: Day, to: Day, reason: string])[] = [
  ['1914-07-31', '1914-12-11', 'outbreak of the First World War'],
  ['1929-11-01', '1929-11-01', 'clerical backlog'],
  ['1929-11-29', '1929-11-29', 'clerical backlog'],
  ['1933-03-06', '1933-03-14', 'bank holiday'],
  ['1945-08-15', '1945-08-16', 'V-J Day'],
  ['1945-12-24', '1945-12-24', 'Christmas Eve'],
  ['1954-12-24', '1954-12-24', 'Christmas Eve'],
  ['1956-12-24', '1956-12-24', 'Christmas Eve'],
  ['1958-12-26', '1958-12-26', 'day after Christmas'],
  ['1961-05-29', '1961-05-29', 'day before Decoration Day'],
  ['1963-11-25', '1963-11-25', 'funeral of John F. Kennedy'],
  ['1968-02-12', '1968-02-12', "Lincoln's Birthday"],
  ['1968-04-09', '1968-04-09', 'day of mourning for Martin Luther King Jr.'],
  ['1968-07-05', '1968-07-05', 'day after Independence Day'],
  ['1968-11-11', '1968-11-11', 'Veterans Day'],
  ['1969-02-10', '1969-02-10', 'snowstorm'],
  ['1969-03-31', '1969-03-31', 'funeral of Dwight D. Eisenhower'],
  ['1969-07-21', '1969-07-21', 'Moon landing'],
  ['1972-12-28', '1972-12-28', 'funeral of Harry S. Truman'],
  ['1973-01-25', '1973-01-25', 'funeral of Lyndon B. Johnson'],
  ['1977-07-14', '1977-07-14', 'New York blackout'],
  ['1985-09-27', '1985-09-27', 'Hurricane Gloria'],
  ['1994-04-27', '1994-04-27', 'national day of mourning for Richard Nixon'],
  ['2001-09-11', '2001-09-14', 'September 11 attacks'],
  ['2004-06-11', '2004-06-11', 'national day of mourning for Ronald Reagan'],
  ['2007-01-02', '2007-01-02', 'national day of mourning for Gerald Ford'],
  ['2012-10-29', '2012-10-30', 'Hurricane Sandy'],
  ['2018-12-05', '2018-12-05', 'national day of mourning for George H. W. Bush'],
  ['2025-01-09', '2025-01-09', 'national day of mourning for Jimmy Carter'],
];

/** Days a rule would close but the exchange opened: Good Friday three times, and Friday 29 May 1970. */
const OPEN_ALL_THE_SAME: ReadonlySet<Day> = new Set(['1898-04-08', '1906-04-13', '1907-03-29', '1970-05-29']);

/** Wednesdays of the 1968 paperwork crisis on which the exchange opened: their weeks had another closure. */
const OPEN_WEDNESDAYS_1968: ReadonlySet<Day> = new Set([
  '1968-07-03',
  '1968-09-04',
  '1968-11-06',
  '1968-11-13',
  '1968-11-27',
]);

/** Early closes no rule gives, all at 13:00. Source: the exchange's notices to members of those years. */
const ONE_OFF_EARLY_CLOSES: readonly Day[] = ['1997-12-26', '1999-12-31', '2003-12-26'];

interface FixedHoliday {
  readonly name: string;
  /** `MM-DD`. */
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

const FOREVER = 9999;
const FIXED_HOLIDAYS: readonly FixedHoliday[] = [
  { name: "Lincoln's Birthday", date: '02-12', from: 1896, to: 1953 },
  { name: "Washington's Birthday", date: '02-22', from: 0, to: 1970 },
  { name: 'Decoration Day', date: '05-30', from: 0, to: 1970 },
  { name: 'Juneteenth', date: '06-19', from: 2022, to: FOREVER },
  { name: 'Independence Day', date: '07-04', from: 0, to: FOREVER },
  { name: 'Columbus Day', date: '10-12', from: 1909, to: 1953 },
  { name: 'Armistice Day', date: '11-11', from: 1934, to: 1953 },
  { name: 'Christmas Day', date: '12-25', from: 0, to: FOREVER },
];

/** Every weekday closure of `year` with its reason. */
export function closuresOf(year: number): ReadonlyMap<Day, string> {
  const closures = new Map([
    ...newYearsDay(year),
    ...fixedHolidays(year),
    ...mondayHolidays(year),
    ...autumnHolidays(year),
    ...paperworkWednesdays(year),
    ...oneOffs(year),
  ]);
  closures.set(addDays(easterSunday(year), -2), 'Good Friday');
  for (const day of OPEN_ALL_THE_SAME) closures.delete(day);
  return closures;
}

/** Sessions of `year` that end before 16:00, with their closing time (New York); none are known before 1990. */
export function earlyClosesOf(year: number): ReadonlyMap<Day, '13:00' | '14:00'> {
  if (year < 1990) return new Map();
  const usual = year < 1993 ? '14:00' : '13:00';
  const early = new Map<Day, '13:00' | '14:00'>([[`${year}-12-24`, usual]]);
  if (year >= 1992) early.set(addDays(thanksgiving(year), 1), usual);
  if (year >= 1995) for (const day of aroundIndependenceDay(year)) early.set(day, usual);
  for (const day of ONE_OFF_EARLY_CLOSES) if (day.startsWith(`${year}-`)) early.set(day, usual);
  const closed = closuresOf(year);
  for (const day of early.keys()) if (closed.has(day) || weekday(day) >= SATURDAY) early.delete(day);
  return early;
}

/** 3 July when the Fourth falls on Tuesday to Friday; until 2012 a Thursday Fourth shortened the Friday after instead. */
function aroundIndependenceDay(year: number): Day[] {
  const fourth = weekday(`${year}-07-04`);
  if (fourth === THURSDAY && year < 2013) return [`${year}-07-05`];
  return fourth >= TUESDAY && fourth < SATURDAY ? [`${year}-07-03`] : [];
}

/** A Sunday moves to Monday; a Saturday is lost, since its Friday would be the last session of the old year. */
function newYearsDay(year: number): [Day, string][] {
  const day = `${year}-01-01`;
  if (weekday(day) === SATURDAY) return [];
  return [[weekday(day) === SUNDAY ? addDays(day, 1) : day, "New Year's Day"]];
}

function fixedHolidays(year: number): [Day, string][] {
  const kept = FIXED_HOLIDAYS.filter(({ from, to }) => from <= year && year <= to);
  return kept.flatMap(({ name, date }) => {
    const day = observed(`${year}-${date}`);
    return day === undefined ? [] : [[day, name] satisfies [Day, string]];
  });
}

/** The weekday on which a fixed holiday is kept; undefined for a Saturday while Saturdays were sessions. */
function observed(day: Day): Day | undefined {
  if (weekday(day) === SUNDAY) return addDays(day, 1);
  if (weekday(day) !== SATURDAY) return day;
  const friday = addDays(day, -1);
  return friday >= FRIDAY_FOR_SATURDAY_FROM ? friday : undefined;
}

function mondayHolidays(year: number): [Day, string][] {
  const days: [Day, string][] = [];
  if (year >= 1998) days.push([nth(year, '01', MONDAY, 3), 'Martin Luther King Jr. Day']);
  if (year >= 1971) days.push([nth(year, '02', MONDAY, 3), "Presidents' Day"]);
  if (year >= 1971) days.push([addDays(nth(year, '06', MONDAY, 1), -7), 'Memorial Day']);
  if (year >= 1887) days.push([nth(year, '09', MONDAY, 1), 'Labor Day']);
  return days;
}

function autumnHolidays(year: number): [Day, string][] {
  const days: [Day, string][] = [[thanksgiving(year), 'Thanksgiving Day']];
  const election = year <= 1968 || (year <= 1980 && year % 4 === 0);
  if (election) days.push([addDays(nth(year, '11', MONDAY, 1), 1), 'Election Day']);
  return days;
}

/** The fourth Thursday of November since 1942; the last before 1939; the last but one in the three years between. */
function thanksgiving(year: number): Day {
  if (year >= 1942) return nth(year, '11', THURSDAY, 4);
  return addDays(nth(year, '12', THURSDAY, 1), year >= 1939 ? -14 : -7);
}

function paperworkWednesdays(year: number): [Day, string][] {
  if (year !== 1968) return [];
  const wednesdays = Array.from({ length: 28 }, (_, week) => addDays('1968-06-12', 7 * week));
  return wednesdays.filter((day) => !OPEN_WEDNESDAYS_1968.has(day)).map((day) => [day, 'paperwork crisis']);
}

function oneOffs(year: number): [Day, string][] {
  const ofYear = ONE_OFF_CLOSURES.filter(([from]) => from.startsWith(`${year}-`));
  return ofYear.flatMap(([from, to, reason]) => weekdays(from, to).map((day): [Day, string] => [day, reason]));
}

function weekdays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) < SATURDAY) days.push(day);
  return days;
}

/** The `count`-th given weekday of a month (`MM`). */
function nth(year: number, month: string, dayOfWeek: number, count: number): Day {
  const first = `${year}-${month}-01`;
  return addDays(first, ((dayOfWeek - weekday(first) + 7) % 7) + 7 * (count - 1));
}
