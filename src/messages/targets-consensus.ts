/** `/targets INDEX consensus`: what the firms that cover an index say together, and who is left out, counted. Pure. */
import type { TargetsSpec } from '../charts/spec.ts';
import { leftOutCounts } from '../metrics/call-counts.ts';
import type { Consensus, ConsensusView, LeftOut } from '../metrics/consensus.ts';
import { FEWEST_FIRMS, STALE_AFTER_DAYS } from '../metrics/consensus.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { at, lastSession, type PriceSeries } from '../metrics/series.ts';
import { actions, BUTTONS, context, header, section, table } from './blocks.ts';
import { counted, escapeText, fullDate, level, percent, plain, probability, sessionDate } from './format.ts';
import type { Message, MessageBlock } from './message.ts';
import { notesLine } from './smallcaps.ts';
import { ADD_BUTTON } from './targets-buttons.ts';
import {
  cut,
  dayCell,
  freshness,
  joined,
  notification,
  shortFirm,
  type TargetsContext,
  warnings,
} from './targets-words.ts';

export interface ConsensusAnswer {
  readonly series: PriceSeries;
  readonly consensus: ConsensusView;
  /** Levels of the nearest horizon's firms against the close. */
  readonly chart?: TargetsSpec | undefined;
}

/** How each reason reads after its count: "2 stale (over 120 days old)". */
const REASONS: Readonly<Record<LeftOut, string>> = {
  stale: `stale (over ${STALE_AFTER_DAYS} days old)`,
  past: 'past their horizon',
  ended: 'superseded or withdrawn',
  'second-figure': 'second figures of a firm',
  'bottom-up': 'bottom-up',
  'no-price-level': 'without a price level',
};

/** One line a horizon that has enough firms; without any, why there is none. */
export function consensusMessage({ series, consensus, chart }: ConsensusAnswer, context_: TargetsContext): Message {
  const [group] = consensus.groups;
  const lead = `${warnings(series, context_)}`;
  const charts = group && chart && context_.staleSessions === 0 ? [chart] : [];
  const blocks: MessageBlock[] = [
    header(group ? headline(group, series) : `No consensus on the ${series.name}: ${tooFew(consensus)}`),
    ...(group ? [section(...consensusLines(group).map(escapeText))] : []),
    ...(group ? [table(tableOf(consensus))] : []),
    ...charts.map(() => ({ type: 'chart', chart: 0 }) as const),
    context(
      escapeText(sourceLine(series, consensus, context_)),
      ...notesLine([leftOutWords(consensus), ...context_.notes]),
    ),
    actions(
      BUTTONS.share(context_.command),
      BUTTONS.receipts(context_.command),
      ...(group ? [BUTTONS.csv(context_.command)] : [ADD_BUTTON]),
    ),
  ];
  const text = group
    ? fallback(group, series)
    : `No consensus on the ${series.name}: ${tooFew(consensus)}. ${leftOutWords(consensus)}`;
  return {
    text: notification(`${lead}${text} ${sessionDate(lastSession(series))}.`),
    blocks,
    charts,
    numbers: [...consensus.groups.flatMap(consensusNumbers), ...leftOutCounts(consensus, series)],
    asOf: lastSession(series),
  };
}

/** The receipts of one horizon's consensus. */
export function consensusNumbers({ horizon: _horizon, states: _states, ...figures }: Consensus): Receipt[] {
  return Object.values(figures);
}

/** Three lines: mean and median, the range with who says it, how many stand above the close. */
export function consensusLines({ mean, median, impliedByMean, impliedByMedian, ...rest }: Consensus): string[] {
  const { high, low, n, shareAbove, dispersion, states, horizon } = rest;
  const [highest, lowest] = [states[0]?.call.firm ?? '', states.at(-1)?.call.firm ?? ''];
  const firms = `${cut(shortFirm(lowest), 20)} to ${cut(shortFirm(highest), 20)}`;
  return [
    `*${percent(impliedByMean.value)}* to the mean of ${counted(n.value, 'firm')}, ${plain(mean.value)} by ${dayCell(horizon)}; median ${plain(median.value)}, ${percent(impliedByMedian.value)}`,
    `*${plain(low.value)} to ${plain(high.value)}* low to high, ${firms}; dispersion ${probability(dispersion.value)} of the mean`,
    `*${probability(shareAbove.value)}* of the ${counted(n.value, 'level')} above the close`,
  ];
}

function tooFew({ firms }: ConsensusView): string {
  return `${counted(firms, 'firm')}, ${FEWEST_FIRMS} needed for one horizon`;
}

function headline({ impliedByMean, mean, n }: Consensus, series: PriceSeries): string {
  return `${series.name} consensus ${plain(mean.value)}, ${percent(impliedByMean.value)} from here, ${counted(n.value, 'firm')}`;
}

function tableOf({ groups }: ConsensusView): string[][] {
  return [
    ['By', 'Mean', 'From here', 'Median', 'Firms'],
    ...groups
      .slice(0, 10)
      .map(({ horizon, mean, impliedByMean, median, n }) => [
        dayCell(horizon),
        plain(mean.value),
        percent(impliedByMean.value),
        plain(median.value),
        plain(n.value),
      ]),
  ];
}

function sourceLine(series: PriceSeries, { notes }: ConsensusView, context_: TargetsContext): string {
  const close = level(at(series.close, series.dates.length - 1));
  const span = notes ? ` · notes of ${fullDate(notes[0])} to ${fullDate(notes[1])}` : '';
  return `${freshness(series, context_)}, ${close} · one note a firm, price levels${span} · call ledger`;
}

function leftOutWords({ leftOut }: ConsensusView): string {
  const counts = Object.entries(REASONS).flatMap(([reason, words]) => {
    const count = leftOut[reason as LeftOut];
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return counts.length === 0 ? 'No known call is left out.' : `Left out: ${joined(counts)}.`;
}

function fallback({ n, mean, median, impliedByMean, high, low }: Consensus, series: PriceSeries): string {
  const close = level(at(series.close, series.dates.length - 1));
  return `${series.name} consensus ${plain(mean.value)} of ${counted(n.value, 'firm')}, ${percent(impliedByMean.value)} from here (${close}); median ${plain(median.value)}, low ${plain(low.value)}, high ${plain(high.value)}.`;
}
