/** The morning without news: three lines, a receipt line, no header, picture or buttons; and the line of a closed day. Pure. */
import type { Day } from '../calendar/day.ts';
import { closedReason } from '../calendar/nyse.ts';
import type { MorningView } from '../metrics/morning.ts';
import type { GapItem } from '../metrics/morning-prices.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { context, section } from './blocks.ts';
import { LAST_TRADES } from './fedodds-parts.ts';
import { escapeText, points, sessionDate, weekdayDate } from './format.ts';
import type { Message } from './message.ts';
import { leadLines, legWords } from './morning-lines.ts';
import { isSampleView, leadReceiptLine } from './morning-receipt-line.ts';
import { quietFedSentence } from './morning-sentences.ts';
import { dayName, weekdayLong } from './morning-words.ts';
import { leadOrLag } from './words.ts';

/** Three lines: that nothing happened, and where the two things everybody asks for stand. `thread` says what follows there. */
export function quietMessage(view: MorningView, thread = ''): Message {
  const { session } = view.facts;
  const shown: MorningView = {
    ...view,
    lines: view.lines
      .filter(({ kind }) => kind === 'fed' || kind === 'gap')
      .toSorted((a) => (a.kind === 'gap' ? -1 : 1)),
  };
  const day = weekdayLong(session);
  const gap = view.gap ? gapSentence(view.gap) : '';
  const fed = view.fed ? quietFedSentence(view.fed) : '';
  const said = [`Quiet ${day}: nothing crossed a threshold.`, gap, fed].filter((one) => one !== '').join(' ');
  const sample = isSampleView(view) ? 'Sample data: ' : '';
  const notes = [...(view.fed?.lastTrades ? [LAST_TRADES] : []), ...(thread === '' ? [] : [thread])];
  return {
    text: escapeText(`${sample}${said} ${sessionDate(session)} close.`),
    blocks: [
      section(...[`*Quiet ${day}:* nothing crossed a threshold.`, ...leadLines(shown)].map(escapeText)),
      context(...[leadReceiptLine(shown), ...notes].map(escapeText)),
    ],
    charts: [],
    numbers: view.numbers,
    asOf: session,
  };
}

/** "Small caps lag by 9.19 pp year to date (Russell 2000 +5.09%, S&P 500 +14.27%), from −9.21 pp." */
function gapSentence({ now, before }: GapItem): string {
  if (!isMeasured(now.gap)) return `No small-cap gap: ${now.gap.absent}.`;
  const was = before && isMeasured(before) ? points(before.value) : undefined;
  const from = was === undefined ? '' : was === points(now.gap.value) ? ', unchanged' : `, from ${was}`;
  return `Small caps ${leadOrLag(now.gap)} year to date (${legWords(now)})${from}.`;
}

/** A day without session: the one line, told once. `gap` is the last session's. */
export interface ClosedDay {
  readonly day: Day;
  readonly session: Day;
  readonly gap?: GapItem;
  /** The next summary's day, and its time as the subscriber set it: "07:00 ET". */
  readonly next: { readonly day: Day; readonly time: string };
}

/** "*NYSE closed today*, Mon 15 Jan (Martin Luther King Jr. Day). Next summary Tue 16 Jan 07:00 ET, on Friday’s session …". */
export function closedMessage({ day, session, gap, next }: ClosedDay): Message {
  const reason = closedReason(day) ?? 'no session';
  const whose = `${dayName(session, day)}’s`;
  const figure = gap && isMeasured(gap.now.gap) ? gap.now.gap : undefined;
  const when = `Next summary ${weekdayDate(next.day)} ${next.time}, on ${whose} session`;
  const told = figure ? `: year to date ${points(figure.value)}` : '';
  const said = figure ? ` ${whose} close: small caps ${leadOrLag(figure)} year to date.` : '';
  const sample = figure?.sources.some((source) => source.sample) ? '*SAMPLE DATA* ' : '';
  return {
    text: escapeText(
      `${sample === '' ? '' : 'Sample data: '}NYSE closed today, ${sessionDate(day)} (${reason}). ${when}.${said}`,
    ),
    blocks: [section(escapeText(`${sample}*NYSE closed today*, ${weekdayDate(day)} (${reason}). ${when}${told}.`))],
    charts: [],
    numbers: figure && gap ? [figure, ...[gap.now.subject, gap.now.benchmark].filter(isMeasured)] : [],
    asOf: session,
  };
}
