/** `/smallcaps recovery all`: the whole list behind the ranking, fastest first. Pure. */
import { yearOf } from '../calendar/day.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { Recovery } from '../metrics/recoveries.ts';
import type { RecoveryView } from '../metrics/recovery-view.ts';
import { counted, ordinal, shortDate } from './format.ts';
import type { Message } from './message.ts';
import type { AnswerContext } from './smallcaps.ts';
import { RECOVERY_HEAD, recoveryMessage, recoveryRow } from './smallcaps-recovery.ts';
import { sinceYear } from './smallcaps-recovery-words.ts';
import { viewMessage } from './smallcaps-view.ts';
import { seriesName } from './words.ts';

/** Every completed recovery on closes; with fewer than two the ordinary view says all there is. */
export function recoveryAllMessage(view: RecoveryView, answer: AnswerContext): Message {
  const { inputs, close, table } = view;
  const all = table.map(({ recovery }) => recovery);
  const [fastest, slowest] = [all[0], all.at(-1)];
  if (!fastest || !slowest || all.length < 2) return recoveryMessage(view, answer);
  const name = seriesName(inputs.subject);
  const ends = `fastest ${counted(fastest.days, 'day')} (${years(fastest)}), slowest ${slowest.days} (${years(slowest)})`;
  return viewMessage(
    {
      inputs,
      text: `All ${all.length} ${name} recoveries from 52-week low to 52-week high on closes since ${sinceYear(close)}: ${ends}.`,
      header: `All ${all.length} ${name} recoveries, 52-week low to 52-week high`,
      lines: [
        `*${all.length}* completed since ${sinceYear(close)}: ${ends}`,
        ...wholeYearLine(view),
        ...intradayLine(view),
      ],
      rows: [RECOVERY_HEAD, ...all.map(recoveryRow)],
      basis: '52 weeks = 1 calendar year (365 days), closes',
      base: `${sinceYear(close)} to today`,
      subjectOnly: true,
      notes: [],
      numbers: view.numbers,
    },
    answer,
  );
}

/** "*12* of them have 52 weeks of data behind the low as well: 53 days are 1st of 12 too". */
function wholeYearLine({ close }: RecoveryView): string[] {
  const { countWholeYear, count, last } = close;
  if (!isMeasured(countWholeYear) || !isMeasured(count) || countWholeYear.value === count.value) return [];
  const words = `*${countWholeYear.value}* of them have 52 weeks of data behind the low too`;
  if (!last?.recovery.wholeYear || !isMeasured(last.rankWholeYear)) return [words];
  const place = `${ordinal(last.rankWholeYear.value)} of ${countWholeYear.value}`;
  return [`${words}; the last, ${counted(last.recovery.days, 'day')}, is ${place}`];
}

function intradayLine({ intraday }: RecoveryView): string[] {
  if ('absent' in intraday || !intraday.last || !isMeasured(intraday.last.rank)) return [];
  const { recovery, rank } = intraday.last;
  const { completed } = intraday.history;
  const place = `${ordinal(rank.value)} of ${completed.length}`;
  return [
    `*${counted(recovery.days, 'day')}* intraday for the last, ${place}, low ${shortDate(recovery.low.day, recovery.high.day)}`,
  ];
}

function years({ low, high }: Recovery): string {
  const [from, to] = [yearOf(low.day), yearOf(high.day)];
  return from === to ? `${from}` : `${from} to ${to}`;
}
