import type { AnswerDraft } from '../messages/answer.ts';
import { bareSigned, counted, fullDate, level, percent, plain, points } from '../messages/format.ts';
import { horizonPhrase, shortFirm, valueWords } from '../messages/targets-words.ts';
import { type CallScore, scoreTable } from '../metrics/call-scores.ts';
import { isStanding } from '../metrics/call-status.ts';
import { callId, firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { callLevel, isDerived, remainingUpside } from '../metrics/calls-level.ts';
import { consensus } from '../metrics/consensus.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { at, lastSession } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused, sourceWords, worded } from './desk.ts';
import { countOf, indexOf_, links, NAMES, street, who } from './street.ts';

/** Standing calls by what is left from today, the largest (or smallest) first. */
export async function rankingAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, states } = await street(asking, indexOf_(asking));
  const { bearish } = asking.question.slots;
  const ranked = states
    .filter((state) => isStanding(state, asking.session))
    .flatMap((state) => {
      const remaining = remainingUpside(state.call, series);
      return isMeasured(remaining) ? [{ state, remaining, level: callLevel(state.call, series) }] : [];
    })
    .sort((a, b) => (bearish ? 1 : -1) * (a.remaining.value - b.remaining.value));
  const [first] = ranked;
  const name = NAMES[series.symbol === 'GSPC' ? 'GSPC' : 'RUT'];
  if (!first) throw refused(`No standing call on the ${name} is known that day.`, '/targets russell');
  const firms = new Set(ranked.map(({ state }) => firmKey(state.call.firm))).size;
  const covered = countOf('targets.covered', { value: ranked.length, asOf: asking.session });
  const houses = countOf('targets.firms', { value: firms, asOf: asking.session });
  return draft({
    lead: `${who(first.state.call)}: ${percent(first.remaining.value)} from today’s close,`,
    rest: `${valueWords(first.state.call.value)} ${horizonPhrase(first.state.call)}, ${worded(first.level, (value) => `${plain(value)}${isDerived(first.state.call) ? ' derived' : ''}`)}.`,
    lines: [
      `*${fullDate(first.state.call.noteDate)}* note, due ${fullDate(horizonDay(first.state.call))}, ${first.state.status}`,
      `*${counted(covered.value, 'call')}* of ${counted(houses.value, 'firm')} on the ${name} in the ledger; ranked on what is left, not on what was promised`,
    ],
    rows: [
      ['Call', 'Left', 'Level', 'Due', 'Status'],
      ...ranked
        .slice(0, 8)
        .map(({ state, remaining, level: one }) => [
          shortFirm(state.call.firm).slice(0, 16),
          percent(remaining.value),
          worded(one, plain),
          fullDate(horizonDay(state.call)),
          state.status,
        ]),
    ],
    basis: 'level / close of the session − 1; levels from stated returns are derived; horizons differ',
    asOf: asOfWords(asking, lastSession(series)),
    ...links(first.state.call),
    caveat: 'horizons differ, so the list orders distances, not conviction; only calls entered here are covered',
    numbers: receipts(covered, houses, ...ranked.flatMap(({ remaining, level: one }) => [remaining, one])),
    session: lastSession(series),
    settings: [
      valueWords(first.state.call.value),
      who(first.state.call),
      ...ranked.map(({ state }) => state.call.firm),
    ],
    command: `/targets ${series.symbol === 'GSPC' ? 'spx' : 'russell'} asof ${asking.session}`,
  });
}

/** Scored calls, by how much they missed, beside a naive base rate; open ones left out and counted. */
export async function trackRecordAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, states } = await street(asking, indexOf_(asking));
  const table = scoreTable(states, series);
  const open = countOf('scores.open', {
    value: table.unscored.filter(({ why }) => why === 'open').length,
    asOf: asking.session,
  });
  const name = NAMES[series.symbol === 'GSPC' ? 'GSPC' : 'RUT'];
  const reached = table.scores.filter(({ miss }) => miss.value >= 0).length;
  const hits = countOf('scores.reached', { value: reached, asOf: asking.session });
  const calls = countOf('scores.calls', { value: table.scores.length, asOf: asking.session });
  const mean = meanMiss(table.scores, asking.session);
  const few = table.scores.length < 10 ? 'Too few to rank: ' : '';
  return draft({
    lead:
      table.scores.length === 0
        ? `Nothing to score yet: every call on the ${name} is still open.`
        : `${few}${reached} of ${counted(calls.value, 'scored call')} reached its figure at the horizon.`,
    lines: [
      ...(mean
        ? [
            `*${points(mean.value)}* mean miss, outcome less promise`,
            `*${plain(table.naiveCloser.value)}* of ${calls.value}: the naive base rate was nearer`,
          ]
        : []),
      `*${counted(open.value, 'open call')}* left out: not yet due`,
    ],
    ...(table.scores.length > 0 && {
      rows: [['Call', 'Miss, pp', 'Naive, pp', 'Said', 'Was'], ...table.scores.slice(-9).map(scoreRow)],
    }),
    basis: `outcome − promise on closes at each call’s own horizon, ${name}; naive = mean of all earlier windows as long`,
    asOf: asOfWords(asking, lastSession(series)),
    source: `${sourceWords([series.source])}; calls from the pages named in the ledger`,
    caveat: `N is ${calls.value} on one index; one firm’s single call ranks nobody`,
    numbers: receipts(
      table.calls,
      table.firms,
      table.naiveCloser,
      open,
      hits,
      calls,
      mean,
      ...table.scores.flatMap(({ said, was, miss, naiveMiss, naive }) => [said, was, miss, naiveMiss, naive]),
    ),
    session: lastSession(series),
    settings: table.scores.map(scoreLabel),
    command: `/targets ${series.symbol === 'GSPC' ? 'spx' : 'russell'} score asof ${asking.session}`,
  });
}

function scoreLabel({ state: { call } }: CallScore): string {
  return `${shortFirm(call.firm).slice(0, 9)} ${call.noteDate.slice(0, 7)}`;
}

function scoreRow(score: CallScore): string[] {
  return [
    scoreLabel(score),
    bareSigned(score.miss.value),
    worded(score.naiveMiss, (value) => bareSigned(value)),
    percent(score.said.value),
    percent(score.was.value),
  ];
}

function meanMiss(scores: readonly CallScore[], asOf: string): Receipt<number> | undefined {
  if (scores.length === 0) return undefined;
  const inputs = scores.map(({ miss, state }) => ({
    name: 'misses',
    series: callId(state.call),
    date: miss.asOf,
    value: miss.value,
  }));
  return {
    id: 'scores.mean_miss',
    value: inputs.reduce((sum, { value }) => sum + value, 0) / inputs.length,
    unit: 'fraction',
    asOf,
    basis: 'outcome − promise',
    formula: 'mean(misses)',
    inputs,
    sources: [],
  };
}

/** Mean, median, high, low and number of strategists' levels for one horizon, stale ones left out and counted. */
export async function consensusAnswer(asking: Asking): Promise<AnswerDraft> {
  const index = asking.question.slots.index ?? 'GSPC';
  const { series, states } = await street(asking, index);
  const view = consensus(states, series);
  const [group] = view.groups;
  const name = NAMES[index];
  if (!group)
    throw refused(
      `No horizon on the ${name} has three firms: ${counted(view.firms, 'firm')} in the ledger.`,
      `/targets ${index === 'GSPC' ? 'spx' : 'russell'}`,
    );
  const left = Object.entries(view.leftOut).filter(([, count]) => count > 0);
  const counts = left.map(([why, count]) =>
    countOf(`consensus.left_out.${why}`, { value: count, asOf: asking.session }),
  );
  const [oldest, newest] = view.notes ?? ['', ''];
  return draft({
    lead: `${name} for ${fullDate(group.horizon)}: mean ${plain(group.mean.value)}, median ${plain(group.median.value)}, n ${group.n.value}.`,
    lines: [
      `*${percent(group.impliedByMean.value)}* implied by the mean, ${percent(group.impliedByMedian.value)} by the median, from ${level(at(series.close, series.close.length - 1))}`,
      `*${plain(group.high.value)}* high, ${plain(group.low.value)} low`,
      `*Left out*: ${left.length === 0 ? 'none' : left.map(([why, count]) => `${count} ${LEFT_OUT[why] ?? why}`).join(', ')}`,
    ],
    basis: 'strategists’ levels for one horizon, one per firm; bottom-up sums and 12-month calls are not mixed in',
    asOf: `${asOfWords(asking, lastSession(series))}; notes of ${fullDate(oldest)} to ${fullDate(newest)}`,
    source: `${sourceWords([series.source])}; calls from the pages named in the ledger`,
    caveat: `notes over 120 days old count as stale; ${group.n.value} firms are not the whole street`,
    numbers: receipts(
      group.n,
      group.mean,
      group.median,
      group.high,
      group.low,
      group.impliedByMean,
      group.impliedByMedian,
      ...counts,
    ),
    session: lastSession(series),
    settings: ['120 days'],
    command: `/targets ${index === 'GSPC' ? 'spx' : 'russell'} consensus asof ${asking.session}`,
  });
}

const LEFT_OUT: Readonly<Record<string, string>> = {
  stale: 'stale',
  past: 'past their horizon',
  ended: 'superseded or withdrawn',
  'second-figure': 'second figures of one firm',
  'bottom-up': 'bottom-up',
  'no-price-level': 'without a price level',
};
