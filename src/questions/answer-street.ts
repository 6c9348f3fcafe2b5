/** Answers about published calls: a target's level, horizon, source, ranking, record and consensus. Measures and words it. */
import { daysBetween } from '../calendar/day.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { bareSigned, counted, fullDate, level, percent, plain, points } from '../messages/format.ts';
import { horizonKind, horizonPhrase, levelWords, shortFirm, valueWords } from '../messages/targets-words.ts';
import { type CallScore, scoreTable } from '../metrics/call-scores.ts';
import { type CallState, callStates, isStanding } from '../metrics/call-status.ts';
import { type CallVersion, callId, firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { baseCloseOf, callLevel, isDerived, remainingUpside, upsideAtCall } from '../metrics/calls-level.ts';
import { consensus } from '../metrics/consensus.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { at, lastSession, type PriceSeries } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, refused, sourceWords, worded } from './desk.ts';

interface Street {
  readonly series: PriceSeries;
  /** Every known call on the index, newest note first. */
  readonly states: readonly CallState[];
}

async function street({ desk, session }: Asking, index: 'RUT' | 'GSPC'): Promise<Street> {
  const [{ calls }, series] = await Promise.all([desk.ledger(), desk.market.prices(index, session)]);
  const states = callStates(calls, session, (symbol) => (symbol === index ? series : undefined)).filter(
    (one) => one.call.index === index,
  );
  return { series, states: [...states].sort((a, b) => (a.call.noteDate < b.call.noteDate ? 1 : -1)) };
}

const NAMES = { RUT: 'Russell 2000', GSPC: 'S&P 500' } as const;

function indexOf_({ question, post }: Asking): 'RUT' | 'GSPC' {
  return question.slots.index ?? (/\b(spx|sp500|s&p|gspc)\b/i.test(post?.command ?? '') ? 'GSPC' : 'RUT');
}

function links(call: CallVersion): { source: string; link?: string } {
  return {
    source: `${call.source.publisher}, note of ${fullDate(call.noteDate)}${call.noteDateApproximate ? ' (day approximate)' : ''}`,
    ...(call.source.link && { link: call.source.link }),
  };
}

/** The call a question is about: the firm named, else the post's, else the newest standing one. */
async function theCall(asking: Asking): Promise<Street & { state: CallState }> {
  const own = await street(asking, indexOf_(asking));
  const other =
    own.series.symbol === 'RUT' && asking.question.slots.index === undefined ? await street(asking, 'GSPC') : undefined;
  const firm = asking.question.slots.firm ?? postedFirm(asking);
  const find = ({ states }: Street) => {
    const fits = states.filter(
      ({ call }) =>
        firm === undefined || firmKey(call.firm) === firmKey(firm) || firmKey(call.firm).startsWith(firmKey(firm)),
    );
    const standing = fits.filter((state) => isStanding(state, asking.session));
    return (
      standing.find(({ call }) => call.horizon.kind === 'months' && call.horizon.months === 12) ??
      standing[0] ??
      fits[0]
    );
  };
  for (const one of [own, other]) {
    const state = one && find(one);
    if (one && state) return { ...one, state };
  }
  throw refused(
    firm === undefined ? 'No call was known that day.' : `The ledger knows no call of ${firm} by then.`,
    '/targets russell',
  );
}

function postedFirm({ post }: Asking): string | undefined {
  const typed = /^\/targets (?:who |russell |spx )([a-z-]+)/.exec(post?.command ?? '')?.[1];
  if (typed !== undefined && !/^(asof|score|consensus|changes)$/.test(typed)) return typed;
  return (
    post?.numbers.find(({ id }) => id.startsWith('target.'))?.id.split('.')[1] ??
    (post?.kind === 'morning' ? 'goldman' : undefined)
  );
}

function who({ firm, people }: CallVersion): string {
  return people.length === 0 ? firm : `${firm} (${people.join(', ')})`;
}

/** The level a call comes to, from which base, derived or stated, and what is left. */
export async function targetAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, state } = await theCall(asking);
  const { call } = state;
  const [figure, upside, remaining, base] = [
    callLevel(call, series),
    upsideAtCall(call, series),
    remainingUpside(call, series),
    baseCloseOf(call, series),
  ];
  if (!isMeasured(figure)) throw refused(`${call.firm}: ${figure.absent}.`, '/targets russell');
  const derived = isDerived(call);
  const name = NAMES[series.symbol === 'GSPC' ? 'GSPC' : 'RUT'];
  return draft({
    lead: `${derived ? plain(figure.value) : levelWords(figure.value)} on the ${name}, ${derived ? 'derived' : 'stated'}:`,
    rest:
      derived && isMeasured(upside) && 'value' in base
        ? `the note says ${valueWords(call.value)} ${horizonPhrase(call)}, from ${level(base.value)}.`
        : `${call.firm}, ${horizonPhrase(call)}.`,
    lines: [
      `*${worded(remaining, percent)}* left from the close of ${level(at(series.close, series.close.length - 1))}; ${state.status}, due ${fullDate(horizonDay(call))}`,
      `*${who(call)}*${call.source.quote ? `: “${call.source.quote}”` : ''}`,
    ],
    basis: derived
      ? `base close ${fullDate(call.baseDate)} × (1 + ${valueWords(call.value).replace('+', '')}); the firm published the per cent, not the level`
      : `level as published; base close ${fullDate(call.baseDate)}`,
    asOf: asOfWords(asking, lastSession(series)),
    ...links(call),
    caveat: `${call.basis === 'unknown' ? 'price return assumed, the note does not say; ' : ''}entered by hand from the page named`,
    numbers: receipts(figure, upside, remaining),
    session: lastSession(series),
    settings: [valueWords(call.value), valueWords(call.value).replace('+', ''), call.source.quote ?? '', who(call)],
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
  });
}

/** From which day a horizon counts, and on which it ends. */
export async function horizonAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, state } = await theCall(asking);
  const { call, due } = state;
  const end = horizonDay(call);
  const left = daysReceipt(`${callId(call)}.days_left`, asking.session, end);
  const yearEnd = call.horizon.kind === 'year-end';
  return draft({
    lead: yearEnd
      ? `A year-end target: due ${fullDate(end)}.`
      : `From the note of ${fullDate(call.noteDate)} to ${fullDate(end)}.`,
    lines: [
      yearEnd
        ? `*${fullDate(call.noteDate)}* is the note’s own day`
        : '*Not a year-end target*: it runs from the note, not from 1 January, and not to 31 December',
      `*${counted(left.value, 'day')}* left; scored on the close of ${fullDate(due)}`,
      `*${who(call)}*: ${valueWords(call.value)} on the ${NAMES[series.symbol === 'GSPC' ? 'GSPC' : 'RUT']} ${horizonPhrase(call)}`,
    ],
    basis: `${horizonKind(call)}; base close ${fullDate(call.baseDate)}${due === end ? '' : '; the horizon is no session, so the last one before it'}`,
    asOf: asOfWords(asking, lastSession(series)),
    ...links(call),
    caveat: call.noteDateApproximate
      ? 'only the month or week of the note is known'
      : 'the day is the publication’s, which may follow the note itself',
    numbers: receipts(left),
    session: lastSession(series),
    settings: [valueWords(call.value), who(call), '1 January', '31 December'],
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
  });
}

function daysReceipt(id: string, from: string, to: string): Receipt<number> {
  const end = (name: string, date: string) => ({ name, series: 'day', date, value: 0 });
  return {
    id,
    value: Math.max(0, daysBetween(from, to)),
    unit: 'days',
    asOf: from,
    basis: 'calendar days',
    formula: 'days(as-of, horizon)',
    inputs: [end('as-of', from), end('horizon', to)],
    sources: [],
  };
}

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

function countOf(id: string, { value, asOf }: { value: number; asOf: string }): Receipt<number> {
  return {
    id,
    value,
    unit: 'count',
    asOf,
    basis: 'ledger of calls',
    formula: 'calls',
    inputs: [{ name: 'calls', series: 'ledger', date: asOf, value }],
    sources: [],
  };
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

/** Firms with a small and a large call for the same horizon, compared; nobody else. */
export async function smallVLargeAnswer(asking: Asking): Promise<AnswerDraft> {
  const [small, large] = await Promise.all([street(asking, 'RUT'), street(asking, 'GSPC')]);
  const standing = ({ states }: Street) => states.filter((state) => isStanding(state, asking.session));
  const pairs = standing(small).flatMap((one) => {
    const other = standing(large).find(
      ({ call }) => firmKey(call.firm) === firmKey(one.call.firm) && horizonDay(call) === horizonDay(one.call),
    );
    const [own, its] = other
      ? [remainingUpside(one.call, small.series), remainingUpside(other.call, large.series)]
      : [undefined, undefined];
    return other && own && its && isMeasured(own) && isMeasured(its) ? [{ one, other, own, its }] : [];
  });
  const both = new Set(
    standing(small)
      .map(({ call }) => firmKey(call.firm))
      .filter((firm) => standing(large).some(({ call }) => firmKey(call.firm) === firm)),
  );
  const more = countOf('pairs.small_higher', {
    value: pairs.filter(({ own, its }) => own.value > its.value).length,
    asOf: asking.session,
  });
  const n = countOf('pairs', { value: pairs.length, asOf: asking.session });
  const firms = countOf('pairs.firms', { value: both.size, asOf: asking.session });
  return draft({
    lead:
      pairs.length === 0
        ? 'No firm has both for the same horizon, so there is nothing to compare.'
        : `${more.value} of ${counted(n.value, 'pair')}: more left on small caps than on the S&P 500.`,
    lines: [
      ...pairs
        .slice(0, 4)
        .map(
          ({ one, own, its }) =>
            `*${points(own.value - its.value)}* ${who(one.call)}, ${fullDate(horizonDay(one.call))}: Russell 2000 ${percent(own.value)}, S&P 500 ${percent(its.value)}`,
        ),
      `*${counted(firms.value, 'firm')}* cover both indexes at any horizon; ${pairs.length < 10 ? 'too few to generalise' : 'pairs only'}`,
    ],
    basis: 'same firm, same horizon day, level / close − 1; a 12-month and a year-end call are never paired',
    asOf: asOfWords(asking, asking.session),
    source: `${sourceWords([small.series.source])}; calls from the pages named in the ledger`,
    caveat: `N is ${n.value}; levels from stated returns are derived`,
    numbers: receipts(more, n, firms, ...pairs.flatMap(({ own, its }) => [own, its, pairGap(own, its)])),
    session: asking.session,
    settings: pairs.map(({ one }) => who(one.call)),
    command: `/targets russell asof ${asking.session}`,
  });
}

function pairGap(own: Receipt<number>, its: Receipt<number>): Receipt<number> {
  const input = (name: string, { id, asOf, value }: Receipt<number>) => ({ name, series: id, date: asOf, value });
  return {
    ...own,
    id: `${own.id}.less_large`,
    value: own.value - its.value,
    formula: 'small − large',
    inputs: [input('small', own), input('large', its)],
  };
}

/** The citation of the call a thread speaks of. */
export async function callSourceAnswer(asking: Asking): Promise<AnswerDraft> {
  const { series, state } = await theCall(asking);
  const { call } = state;
  return draft({
    lead: `${call.source.publisher}, ${fullDate(call.noteDate)}: ${who(call)}.`,
    lines: [
      `*${valueWords(call.value)}* on the ${NAMES[series.symbol === 'GSPC' ? 'GSPC' : 'RUT']} ${horizonPhrase(call)}${call.source.quote ? `: “${call.source.quote.slice(0, 150)}”` : ''}`,
    ],
    basis: `call ${call.call}, version ${call.version} in the ledger, entered by hand`,
    asOf: `note of ${fullDate(call.noteDate)}${call.noteDateApproximate ? ', day approximate' : ''}`,
    ...links(call),
    caveat: 'the page quotes the note; the note itself is not held here',
    numbers: [],
    session: asking.session,
    settings: [valueWords(call.value), who(call), `call ${call.call}, version ${call.version}`],
    command: `/targets who ${firmKey(call.firm)} asof ${asking.session}`,
  });
}
