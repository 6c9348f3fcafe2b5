/** Answers whether firms see more in small than in large caps: same firm, same horizon, nothing else. */
import type { AnswerDraft } from '../messages/answer.ts';
import { counted, fullDate, percent, points } from '../messages/format.ts';
import { joined } from '../messages/targets-words.ts';
import { type CallState, isStanding } from '../metrics/call-status.ts';
import { firmKey } from '../metrics/calls.ts';
import { horizonDay } from '../metrics/calls-horizon.ts';
import { remainingUpside } from '../metrics/calls-level.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { type Asking, asOfWords, draft, receipts, sourceWords } from './desk.ts';
import { countOf, type Street, street, who } from './street.ts';

/** Firms with a small and a large call for the same horizon, compared; nobody else. */
export async function smallVLargeAnswer(asking: Asking): Promise<AnswerDraft> {
  const [small, large] = await Promise.all([street(asking, 'RUT'), street(asking, 'GSPC')]);
  const standing = ({ states }: Street) => states.filter((state) => isStanding(state, asking.session));
  const pairs = pairsOf(small, large, standing);
  const both = new Set(
    standing(small)
      .map(({ call }) => firmKey(call.firm))
      .filter((firm) => standing(large).some(({ call }) => firmKey(call.firm) === firm)),
  );
  const paired = new Set(pairs.map(({ one }) => firmKey(one.call.firm)));
  const apart = [...both]
    .filter((firm) => !paired.has(firm))
    .map((firm) => horizonsOf(firm, [standing(small), standing(large)]));
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
      ...pairs.slice(0, 4).map(pairLine),
      `*${counted(firms.value, 'firm')}* ${firms.value === 1 ? 'covers' : 'cover'} both indexes${apart.length === 0 ? '' : `, at different horizons: ${apart.slice(0, 3).join('; ')}`}`,
    ],
    basis: 'same firm, same horizon day, level / close − 1; a 12-month and a year-end call are never paired',
    asOf: asOfWords(asking, asking.session),
    source: `${sourceWords([small.series.source])}; calls from the pages named in the ledger`,
    caveat: `N is ${n.value}, ${pairs.length < 10 ? 'too few to generalise' : 'pairs only'}; levels from stated returns are derived`,
    numbers: receipts(more, n, firms, ...pairs.flatMap(({ own, its }) => [own, its, pairGap(own, its)])),
    session: asking.session,
    settings: [...pairs.map(({ one }) => who(one.call)), ...apart],
    command: `/targets russell asof ${asking.session}`,
  });
}

function pairLine({ one, own, its }: ReturnType<typeof pairsOf>[number]): string {
  const legs = `Russell 2000 ${percent(own.value)}, S&P 500 ${percent(its.value)}`;
  return `*${points(own.value - its.value)}* ${who(one.call)}, ${fullDate(horizonDay(one.call))}: ${legs}`;
}

interface Pair {
  readonly one: CallState;
  readonly own: Receipt<number>;
  readonly its: Receipt<number>;
}

/** One firm's small and large calls that are due on the same day. */
function pairsOf(small: Street, large: Street, standing: (book: Street) => readonly CallState[]): Pair[] {
  return standing(small).flatMap((one) => {
    const other = standing(large).find(
      ({ call }) => firmKey(call.firm) === firmKey(one.call.firm) && horizonDay(call) === horizonDay(one.call),
    );
    if (!other) return [];
    const [own, its] = [remainingUpside(one.call, small.series), remainingUpside(other.call, large.series)];
    return isMeasured(own) && isMeasured(its) ? [{ one, own, its }] : [];
  });
}

/** "Goldman Sachs: Russell 2000 due 28 Jun 2024, 9 Jul 2024 and 12 Jan 2025, S&P 500 due 31 Dec 2024". */
function horizonsOf(firm: string, [small = [], large = []]: readonly (readonly CallState[])[]): string {
  const own = (states: readonly CallState[]) => states.filter(({ call }) => firmKey(call.firm) === firm);
  const due = (states: readonly CallState[]) =>
    joined([...new Set(own(states).map(({ call }) => horizonDay(call)))].sort().map(fullDate));
  return `${own(small)[0]?.call.firm ?? firm}, Russell 2000 due ${due(small)}, S&P 500 due ${due(large)}`;
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
