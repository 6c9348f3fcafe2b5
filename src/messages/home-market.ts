/** The market for the home tab: its lines and its sources, from the figures of the morning summary. Pure. */

import type { MorningView, Section } from '../metrics/morning.ts';
import type { FedItem } from '../metrics/morning-fed.ts';
import { isAtRecord, type RecordItem, type RecordStanding } from '../metrics/morning-prices.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { lastSession } from '../metrics/series.ts';
import type { HomeMarket } from './app-home.ts';
import { chipOf } from './fedodds-parts.ts';
import { escapeText, percent, points, probability, weekdayDate } from './format.ts';
import { meetingWords, outcomeTerm, yieldWords } from './morning-words.ts';

/** What the home tab shows of `view`; a source without data has its line among the sources, not among the figures. */
export function homeMarket(view: MorningView): HomeMarket {
  const { facts, gap, record, fed, twoYear } = view;
  const dead = [facts.prices, facts.fed].filter((section) => !section.ok).length;
  const lines = [
    ...(gap && isMeasured(gap.now.gap) ? [`*${points(gap.now.gap.value)}* small-cap gap year to date`] : []),
    ...(record ? [recordLine(record)] : []),
    ...(fed ? [fedLine(fed)] : []),
    ...(twoYear ? [`*${yieldWords(twoYear.level.value)}* two-year Treasury yield`] : []),
  ];
  return {
    session: facts.session,
    lines: lines.length === 0 ? [':warning: No figures for this session yet.'] : lines,
    freshness: `*Close* 16:00 ET · ${dead === 0 ? 'all sources answering' : ':warning: not every source answers'}`,
    sources: sourceLines(view),
  };
}

/** "*−18.81%* Russell 2000 from its record; S&amp;P 500 at its own". */
function recordLine({ subject, benchmark }: RecordItem): string {
  const other = isAtRecord(benchmark) ? 'at its own' : `${below(benchmark)} from its own`;
  const first = isAtRecord(subject) ? '*0.00%*' : `*${below(subject)}*`;
  return escapeText(`${first} ${subject.series.name} from its record; ${benchmark.series.name} ${other}`);
}

function below({ fromRecord }: RecordStanding): string {
  return isMeasured(fromRecord) ? percent(fromRecord.value) : '–';
}

/** "*56.8%* hold by 20 Mar; cut 43.2%": the likeliest first. */
function fedLine(item: FedItem): string {
  const [first, ...rest] = item.outcomes
    .filter(({ now }) => now.value > 0)
    .toSorted((a, b) => b.now.value - a.now.value);
  if (!first) return 'No odds for the next meeting';
  const others = rest.map((one) => `${outcomeTerm(one)} ${probability(one.now.value)}`).join(', ');
  return `*${probability(first.now.value)}* ${outcomeTerm(first)} ${meetingWords(item)}${others === '' ? '' : `; ${others}`}`;
}

function sourceLines({ facts, fed, twoYear }: MorningView): string[] {
  return [
    sourceLine('Index closes', facts.prices, ({ subject }) => `${weekdayDate(lastSession(subject))} 16:00 ET`),
    sourceLine('Futures', facts.fed, ({ odds }) => {
      const chip = chipOf(odds, fed && odds.meetings.find(({ meeting }) => meeting === fed.view.figures.meeting));
      return `${weekdayDate(odds.asOf)} ${chip.toLowerCase()}`;
    }),
    sourceLine('Treasury yields', facts.twoYear, () =>
      twoYear ? weekdayDate(twoYear.level.asOf) : 'not published yet',
    ),
  ];
}

function sourceLine<T>(name: string, section: Section<T>, words: (value: T) => string): string {
  return escapeText(`${section.ok ? '' : ':warning: '}${name}  ${section.ok ? words(section.value) : section.why}`);
}
