/** The `fedfunds/` part of a data folder as a fed funds market: files read once, cut off after the day asked for. */
import type { Day } from '../../calendar/day.ts';
import type { FomcMeeting } from '../../calendar/fomc.ts';
import { BUNDLED_MEETINGS } from '../../calendar/fomc-seed.ts';
import { CapwatchError } from '../../errors.ts';
import { futuresUpTo } from '../../metrics/fed-futures.ts';
import { type FedCalendar, fedCalendar } from '../../metrics/fed-odds.ts';
import type { TargetRange } from '../../metrics/fed-range.ts';
import { ratesUpTo } from '../../metrics/fed-rates.ts';
import type { FedMarket } from '../fed-market.ts';
import { type CsvTable, fileReader } from './csv.ts';
import {
  type FilesOrigin,
  parseFutures,
  parseMeetings,
  parseRanges,
  parseRates,
  unlessAbsent,
} from './fedfunds-files.ts';

export interface FolderFedOptions {
  /** The folder that holds `fedfunds/ZQ.csv` and its like. */
  readonly dir: string;
  readonly sample: boolean;
  /** When the files count as written, where the files' own time means nothing (the bundled sample). */
  readonly writtenAt?: string;
}

/**
 * Fed funds from a data folder. `fomc_meetings.csv`, where it exists, replaces the bundled dates, so meetings are
 * refreshed without a release; `effr.csv` is optional.
 */
export function createFolderFedMarket({ dir, sample, writtenAt }: FolderFedOptions): FedMarket {
  const prices: FilesOrigin = { publisher: sample ? 'generated sample' : 'CME prices', sample };
  const rates: FilesOrigin = { publisher: sample ? 'generated sample' : 'New York Fed', sample };
  const dated = (table: CsvTable) => (writtenAt === undefined ? table : { ...table, modifiedAt: writtenAt });
  const futures = fileReader({ dir, file: 'fedfunds/ZQ.csv' }, (table) => parseFutures(dated(table), prices));
  const ranges = fileReader({ dir, file: 'fedfunds/target_range.csv' }, parseRanges);
  const meetings = fileReader({ dir, file: 'fedfunds/fomc_meetings.csv' }, parseMeetings);
  const effr = fileReader({ dir, file: 'fedfunds/effr.csv' }, (table) => parseRates(dated(table), 'EFFR', rates));
  const calendarOf = rememberingCalendar();
  return {
    async fedFunds(asOf) {
      const [all, known, listed, daily] = await Promise.all([
        futures(),
        ranges(),
        unlessAbsent(meetings()),
        unlessAbsent(effr()),
      ]);
      const cut = futuresUpTo(all, asOf);
      if (cut.dates.length === 0) throw tooEarly(all.dates[0], asOf);
      const calendar = calendarOf(listed ?? BUNDLED_MEETINGS, known, asOf);
      return { sample, futures: cut, calendar, ...(daily && { effr: ratesUpTo(daily, asOf) }) };
    },
  };
}

/** The calendar as known on a day; the last one is kept, since most questions are about the same days. */
function rememberingCalendar() {
  let last: { meetings: readonly FomcMeeting[]; ranges: readonly TargetRange[]; known: number } | undefined;
  let calendar: FedCalendar | undefined;
  return (meetings: readonly FomcMeeting[], ranges: readonly TargetRange[], asOf: Day): FedCalendar => {
    const known = ranges.filter(({ from }) => from <= asOf);
    const same = last?.meetings === meetings && last.ranges === ranges && last.known === known.length;
    if (!calendar || !same) calendar = fedCalendar(meetings, known);
    last = { meetings, ranges, known: known.length };
    return calendar;
  };
}

function tooEarly(first: string | undefined, asOf: string): CapwatchError {
  return new CapwatchError('not_found', `Fed funds futures start on ${first}; there is none for ${asOf}.`);
}
