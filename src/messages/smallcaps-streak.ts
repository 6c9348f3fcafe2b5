/** `/smallcaps streak` in words and blocks: sessions in a row on one side, among all such runs. Pure. */
import { monthsBefore } from '../calendar/day.ts';
import type { Claim } from '../metrics/claims.ts';
import { isMeasured } from '../metrics/receipt.ts';
import type { Run, Streak } from '../metrics/streak.ts';
import type { StreakView } from '../metrics/streak-view.ts';
import { claimWords } from './claim-words.ts';
import { counted, fullDate, ordinal, plain, points, probability, shortDate } from './format.ts';
import type { Message } from './message.ts';
import type { AnswerContext } from './smallcaps.ts';
import { streakLine } from './smallcaps-lines.ts';
import { refusedMessage, viewMessage } from './smallcaps-view.ts';
import { seriesName } from './words.ts';

/** Below this length "longest since" is no news, and beyond this rank neither is the place. */
const NEWS = 3;
const RANKED = 20;

/** The streak the last session belongs to. */
export function streakMessage(view: StreakView, answer: AnswerContext): Message {
  const { inputs, streak } = view;
  if (!streak) {
    const refused = view.refused ?? { id: 'streak', absent: 'no gap for the last session' };
    return refusedMessage({ inputs, what: 'Streak', refused }, answer);
  }
  return viewMessage(
    {
      inputs,
      text: fallback(view, streak),
      header: headline(view, streak),
      lines: linesOf(view, streak),
      ...(view.longest.length > 0 && { rows: rowsOf(view) }),
      basis: 'daily gap of close-to-close returns, unrounded',
      base: `since ${fullDate(streak.dataFrom)}`,
      notes: [
        'An exact tie ends a streak.',
        ...(view.claim && isNews(view.claim, streak) ? [claimWords(view.claim)] : []),
        ...('absent' in view.rank && streak.side !== 0 ? [`Ranking not shown: ${view.rank.absent}.`] : []),
      ],
      numbers: view.numbers,
    },
    answer,
  );
}

function side({ side: sign }: Streak): string {
  return sign > 0 ? 'ahead of' : 'behind';
}

/** "Longest since" belongs in a header when it holds on half of what was tried and the last one is over a year ago. */
function isNews(claim: Claim | undefined, { current }: Streak): boolean {
  if (!claim?.headline || current.sessions < NEWS) return false;
  return claim.since === undefined || claim.since < monthsBefore(current.to, 12);
}

function headline({ inputs, claim }: StreakView, streak: Streak): string {
  const [own, other] = [seriesName(inputs.subject), seriesName(inputs.benchmark)];
  if (streak.side === 0) return `${own} level with ${other} on the day: no streak, 0 sessions`;
  const { sessions } = streak.current;
  const lead = `${own} ${streak.side > 0 ? 'ahead' : 'behind'} ${counted(sessions, 'session')} in a row`;
  if (!isNews(claim, streak)) return lead;
  const since = claim?.since === undefined ? 'longest in the data' : `longest since ${claim.since.slice(0, 4)}`;
  return `${lead}, ${since}`.length > 72 ? lead : `${lead}, ${since}`;
}

function linesOf(view: StreakView, streak: Streak): string[] {
  const { inputs, rank, count, gained } = view;
  if (streak.side === 0) return [`*0 sessions*: both moved the same on ${fullDate(inputs.session)}`];
  const line = streakLine(streak, seriesName(inputs.benchmark));
  const lines = [streak.current.sessions < NEWS ? line.replace(/; longest.*$/, '') : line];
  if (isMeasured(gained))
    lines.push(
      `*${points(gained.value)}* sum of the daily gaps since ${shortDate(streak.current.from, inputs.session)}`,
    );
  if (isMeasured(rank) && isMeasured(count)) {
    const share = `*${probability(streak.share.value)}* of sessions ended a run ${side(streak)} it of this length or more`;
    lines.push(
      rank.value > RANKED
        ? share
        : `*${ordinal(rank.value)} of ${plain(count.value)}* runs ${side(streak)} it, longest first`,
    );
  }
  return lines;
}

function rowsOf({ longest, streak }: StreakView): string[][] {
  const row = ({ from, to, sessions }: Run) => [
    String(sessions),
    tableDay(from),
    to === streak?.current.to ? 'now' : tableDay(to),
  ];
  return [['Sessions', 'From', 'To'], ...longest.map(row)];
}

function tableDay(day: string): string {
  return `${shortDate(day)} ${day.slice(2, 4)}`;
}

function fallback(view: StreakView, streak: Streak): string {
  const { rank, count, gained } = view;
  const place =
    isMeasured(rank) && isMeasured(count) && rank.value <= RANKED
      ? ` ${ordinal(rank.value)} longest of ${plain(count.value)} such runs since ${streak.dataFrom.slice(0, 4)}.`
      : '';
  const sum = isMeasured(gained) ? ` Daily gaps sum to ${points(gained.value)}.` : '';
  const since = streak.side === 0 ? '' : `, since ${shortDate(streak.current.from, view.inputs.session)}`;
  return `${headline(view, streak)} against ${seriesName(view.inputs.benchmark).replace(/^S&P/, 'the S&P')}${since}.${place}${sum}`;
}
