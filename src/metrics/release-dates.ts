/** When the next economic releases are due: jobless claims by rule, advance GDP by published date. Pure. */
import { addDays, type Day, daysBetween, weekday } from '../calendar/day.ts';
import { closedReason } from '../calendar/nyse.ts';
import { releasesOn } from '../calendar/releases.ts';

/**
 * Days of the advance estimate of GDP, with the quarter it is of.
 * @see https://www.bea.gov/news/schedule
 */
const GDP_ADVANCE: Readonly<Record<Day, string>> = {
  '2023-01-26': 'Q4',
  '2023-04-27': 'Q1',
  '2023-07-27': 'Q2',
  '2023-10-26': 'Q3',
  '2024-01-25': 'Q4',
  '2024-04-25': 'Q1',
  '2024-07-25': 'Q2',
  '2024-10-30': 'Q3',
  '2025-01-30': 'Q4',
  '2025-04-30': 'Q1',
  '2025-07-30': 'Q2',
};

export interface NextRelease {
  /** Out at 8:30 in New York. */
  readonly day: Day;
  readonly claims: boolean;
  /** The quarter whose advance GDP comes that day: "Q4". */
  readonly gdp?: string;
  /** What else comes that day of what the backdrop shows, where it is listed: "unemployment", "retail sales". */
  readonly others?: readonly string[];
}

const THURSDAY = 4;
const QUARTER_DAYS = 100;

/** The first release after `asOf`: claims by rule, advance GDP, jobs and retail sales as listed. */
export function nextRelease(asOf: Day): NextRelease {
  const claims = nextClaims(asOf);
  const span = Array.from({ length: daysBetween(asOf, claims) }, (_, index) => addDays(asOf, index + 1));
  const day = span.find((one) => GDP_ADVANCE[one] !== undefined || othersOn(one).length > 0) ?? claims;
  const [gdp, others] = [GDP_ADVANCE[day], othersOn(day)];
  return { day, claims: day === claims, ...(gdp !== undefined && { gdp }), ...(others.length > 0 && { others }) };
}

/** The next advance estimate of GDP that is listed, at most a quarter ahead; undefined when none is. */
export function nextGdpDay(asOf: Day): Day | undefined {
  return Object.keys(GDP_ADVANCE).find((day) => day > asOf && daysBetween(asOf, day) <= QUARTER_DAYS);
}

const OTHERS: Readonly<Record<string, string>> = { 'jobs report': 'unemployment', 'retail sales': 'retail sales' };

function othersOn(day: Day): string[] {
  return releasesOn(day, []).flatMap((name) => OTHERS[name] ?? []);
}

function nextClaims(asOf: Day): Day {
  const thursday = addDays(asOf, (THURSDAY - weekday(asOf) + 7) % 7);
  const day = closedReason(thursday) === undefined ? thursday : addDays(thursday, -1);
  return day > asOf ? day : nextClaims(addDays(thursday, 1));
}
