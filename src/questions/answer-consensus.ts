/** Answers what the street expects: mean, median, range and number for one horizon; without three firms, what is there. */
import { daysBetween } from '../calendar/day.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, level, percent, plain, probability } from '../messages/format.ts';
import { joined, shortFirm } from '../messages/targets-words.ts';
import { firmKey } from '../metrics/calls.ts';
import { callLevel } from '../metrics/calls-level.ts';
import { type Consensus, type ConsensusView, consensus, FEWEST_FIRMS, STALE_AFTER_DAYS } from '../metrics/consensus.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { at, lastSession } from '../metrics/series.ts';
import { listedAnswer } from './answer-consensus-listed.ts';
import { type Asking, asOfWords, draft, receipts, sourceWords } from './desk.ts';
import { horizonYear } from './horizon-asked.ts';
import { COMMAND_INDEX, countOf, leftOutFirms, NAMES, type Street, type StreetIndex, street } from './street.ts';
import { normalText } from './words-normal.ts';

/** Mean, median, high, low and number of strategists' levels for one horizon, stale ones left out and counted. */
export async function consensusAnswer(asking: Asking): Promise<AnswerDraft> {
  const book = await street(asking, consensusIndex(asking));
  const { kept, out } = leftOutFirms(asking, book.states);
  const of = out.length === 0 ? '' : `without-${out.map(firmKey).join('-')}`;
  const view = consensus(kept, book.series, { of });
  const year = horizonYear(asking);
  const group = groupOf(view, year);
  if (group) return groupAnswer(asking, { book, view, group, out });
  const old = consensus(kept, book.series, { stale: 'kept', of });
  const stale = groupOf(old, year);
  return stale
    ? groupAnswer(asking, { book, view: old, group: stale, out, aged: true })
    : listedAnswer(asking, { ...book, states: kept }, out);
}

/** Consensus is asked of the S&P 500 unless the question or its post is on small caps. */
function consensusIndex({ question, post }: Asking): StreetIndex {
  const { index, found } = question.slots;
  return index ?? found?.index ?? (/^\/targets russell/.test(post?.command ?? '') ? 'RUT' : 'GSPC');
}

function groupOf({ groups }: ConsensusView, year: number | undefined): Consensus | undefined {
  return year === undefined ? groups[0] : groups.find(({ horizon }) => horizon.startsWith(`${year}`));
}

interface Group {
  readonly book: Street;
  readonly view: ConsensusView;
  readonly group: Consensus;
  readonly out: readonly string[];
  /** Every note is older than a consensus takes. */
  readonly aged?: boolean;
}

function groupAnswer(asking: Asking, { book, view, group, out, aged = false }: Group): AnswerDraft {
  const { series, index } = book;
  const left = Object.entries(view.leftOut).filter(([, count]) => count > 0);
  const counts = left.map(([why, count]) =>
    countOf(`consensus.left_out.${why}`, { value: count, asOf: asking.session }),
  );
  const [oldest, newest] = view.notes ?? ['', ''];
  const { n, mean, median, high, low, impliedByMean, impliedByMedian, dispersion } = group;
  const close = level(at(series.close, series.close.length - 1));
  const without = out.length > 0 ? `, without ${joined(out)}` : '';
  return draft({
    ...leadOf(asking, { book, group, aged, without }),
    lines: [
      aged
        ? `*${percent(impliedByMean.value)}* to their mean of ${plain(mean.value)}, ${percent(impliedByMedian.value)} to the median of ${plain(median.value)}, from ${close}`
        : `*${percent(impliedByMean.value)}* implied by the mean, ${percent(impliedByMedian.value)} by the median, from ${close}`,
      `*${plain(high.value)}* high, ${namesAt(group, 'high')}; ${plain(low.value)} low, ${namesAt(group, 'low')}`,
      ...(aged ? [`*Each*: ${levelsOf(group, book)}`] : []),
      `*Left out*: ${left.length === 0 && out.length === 0 ? 'none' : [...left.map(([why, count]) => `${count} ${LEFT_OUT[why] ?? why}`), ...out.map((firm) => `${firm} as asked`)].join(', ')}`,
    ],
    basis: 'strategists’ levels for one horizon, one per firm; bottom-up sums and 12-month calls are not mixed in',
    asOf: `${asOfWords(asking, lastSession(series))}; notes of ${fullDate(oldest)} to ${fullDate(newest)}`,
    source: `${sourceWords([series.source])}; calls from the pages named in the ledger`,
    caveat: `notes over ${STALE_AFTER_DAYS} days old count as stale; ${counted(n.value, 'firm')} ${n.value === 1 ? 'is' : 'are'} not the whole street`,
    numbers: receipts(
      ...[n, mean, median, high, low, impliedByMean, impliedByMedian, dispersion, ...counts],
      ...(aged
        ? [...freshCounts(group, asking.session), ...group.states.map(({ call }) => callLevel(call, series))]
        : []),
    ),
    session: lastSession(series),
    settings: [`${STALE_AFTER_DAYS} days`, ...out],
    command: `/targets ${COMMAND_INDEX[index]} consensus asof ${asking.session}`,
    told: { firms: group.states.map(({ call }) => firmKey(call.firm)) },
  });
}

interface Lead {
  readonly book: Street;
  readonly group: Consensus;
  readonly aged: boolean;
  readonly without: string;
}

/** The first line holds the figure that was asked for, the rest of them after it. */
function leadOf(asking: Asking, { book, group, aged, without }: Lead): { lead: string; rest?: string } {
  const { text } = normalText(asking.text);
  const { n, mean, median, high, low, dispersion, horizon } = group;
  const name = `${NAMES[book.index]} for ${fullDate(horizon)}`;
  if (aged) return { lead: `No fresh consensus on the ${name}: ${agedWords(asking, group)}${without}.` };
  const all = `mean ${plain(mean.value)}, median ${plain(median.value)}, n ${n.value}`;
  const asked = FIGURES.find(([pattern]) => pattern.test(text))?.[1];
  const range = `${plain(low.value)} to ${plain(high.value)}`;
  if (asked === 'range') return { lead: `${name}: ${range}, low to high${without};`, rest: `${all}.` };
  if (asked === 'high' || asked === 'low') {
    const end = asked === 'high' ? high : low;
    return {
      lead: `${name}: ${plain(end.value)} is the ${asked}, ${namesAt(group, asked)}${without};`,
      rest: `${all}.`,
    };
  }
  if (asked === 'firms')
    return {
      lead: `${counted(n.value, 'firm')} on the ${name}${without}:`,
      rest: `${firmNames(group)}; ${all.replace(/, n .*/, '')}.`,
    };
  if (asked === 'spread')
    return {
      lead: `${name}: ${probability(dispersion.value)} of the mean is their standard deviation${without};`,
      rest: `${range}, ${all}.`,
    };
  return { lead: `${name}: ${all}${without}.` };
}

/** Why a horizon has no consensus: all its notes are old, or the fresh ones are too few. */
function agedWords({ session }: Asking, { n, states }: Consensus): string {
  const fresh = freshOf(states, session);
  const firms = counted(n.value, 'firm');
  if (fresh.length === 0) return `the notes of all ${firms} are over ${STALE_AFTER_DAYS} days old`;
  const names = fresh.map(({ call }) => `${shortFirm(call.firm)} of ${fullDate(call.noteDate)}`);
  return `${fresh.length} of ${firms} ${fresh.length === 1 ? 'has a note' : 'have notes'} of the last ${STALE_AFTER_DAYS} days, ${joined(names)}; ${FEWEST_FIRMS} are needed`;
}

function freshOf(states: Consensus['states'], session: string): Consensus['states'] {
  return states.filter(({ call }) => daysBetween(call.noteDate, session) <= STALE_AFTER_DAYS);
}

/** What a group without enough fresh notes counts: the firms with one, and how many it takes. */
function freshCounts({ states }: Consensus, session: string): Receipt<number>[] {
  return [
    countOf('consensus.fresh', { value: freshOf(states, session).length, asOf: session }),
    countOf('consensus.needed', { value: FEWEST_FIRMS, asOf: session }),
  ];
}

const FIGURES: readonly (readonly [RegExp, 'range' | 'firms' | 'spread' | 'high' | 'low'])[] = [
  [
    /\b(how many|number of|count of|which) (firms?|strategists?|banks?|houses?|analysts?|calls?|targets?)\b|\bhow many\b(?!.*\b(stale|old)\b)/,
    'firms',
  ],
  [/\b(dispersion|disagree\w*|standard deviation|std|how (wide|spread out)|far apart)\b/, 'spread'],
  [/\b(range|low to high|high to low|between what|from what to what)\b/, 'range'],
  [/\b(whats|what is|who is|whos|the) (the )?high$/, 'high'],
  [/\b(whats|what is|who is|whos|the) (the )?low$/, 'low'],
];

function firmNames({ states }: Consensus): string {
  return joined(states.map(({ call }) => shortFirm(call.firm)).slice(0, 8));
}

/** "Oppenheimer 5,900, 31 Jul 2024; …": every firm with its level and the day of its note. */
function levelsOf({ states }: Consensus, { series }: Street): string {
  return states
    .slice(0, 8)
    .flatMap(({ call }) => {
      const figure = callLevel(call, series);
      return isMeasured(figure) ? [`${shortFirm(call.firm)} ${plain(figure.value)}, ${fullDate(call.noteDate)}`] : [];
    })
    .join('; ');
}

function namesAt({ states }: Consensus, end: 'high' | 'low'): string {
  const state = end === 'high' ? states[0] : states.at(-1);
  return state ? shortFirm(state.call.firm) : 'nobody';
}

const LEFT_OUT: Readonly<Record<string, string>> = {
  stale: 'stale',
  past: 'past their horizon',
  ended: 'superseded or withdrawn',
  'second-figure': 'second figures of one firm',
  'bottom-up': 'bottom-up',
  'no-price-level': 'without a price level',
};
