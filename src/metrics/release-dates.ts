/** When the next economic releases are due: jobless claims by rule, advance GDP by published date. Pure. */
import { addDays, type Day, weekday } from '../calendar/day.ts';
import { closedReason } from '../calendar/nyse.ts';

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
}

const THURSDAY = 4;

/** The first release after `asOf`: claims on Thursdays, on Wednesday when Thursday is a holiday, and advance GDP. */
export function nextRelease(asOf: Day): NextRelease {
  const claims = nextClaims(asOf);
  const day = Object.keys(GDP_ADVANCE).find((one) => one > asOf && one < claims) ?? claims;
  const gdp = GDP_ADVANCE[day];
  return { day, claims: day === claims, ...(gdp !== undefined && { gdp }) };
}

function nextClaims(asOf: Day): Day {
  const thursday = addDays(asOf, (THURSDAY - weekday(asOf) + 7) % 7);
  const day = closedReason(thursday) === undefined ? thursday : addDays(thursday, -1);
  return day > asOf ? day : nextClaims(addDays(thursday, 1));
}
