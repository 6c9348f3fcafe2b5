import { fullDate } from '../messages/format.ts';
import { type CallState, callStates, isStanding } from '../metrics/call-status.ts';
import { type CallVersion, firmKey } from '../metrics/calls.ts';
import type { Receipt } from '../metrics/receipt.ts';
import type { PriceSeries } from '../metrics/series.ts';
import { type Asking, refused } from './desk.ts';

export interface Street {
  readonly series: PriceSeries;
  /** Every known call on the index, newest note first. */
  readonly states: readonly CallState[];
}

export async function street({ desk, session }: Asking, index: 'RUT' | 'GSPC'): Promise<Street> {
  const [{ calls }, series] = await Promise.all([desk.ledger(), desk.market.prices(index, session)]);
  const states = callStates(calls, session, (symbol) => (symbol === index ? series : undefined)).filter(
    (one) => one.call.index === index,
  );
  return { series, states: [...states].sort((a, b) => (a.call.noteDate < b.call.noteDate ? 1 : -1)) };
}

export const NAMES = { RUT: 'Russell 2000', GSPC: 'S&P 500' } as const;

export function indexOf_({ question, post }: Asking): 'RUT' | 'GSPC' {
  return question.slots.index ?? (/\b(spx|sp500|s&p|gspc)\b/i.test(post?.command ?? '') ? 'GSPC' : 'RUT');
}

export function links(call: CallVersion): { source: string; link?: string } {
  return {
    source: `${call.source.publisher}, note of ${fullDate(call.noteDate)}${call.noteDateApproximate ? ' (day approximate)' : ''}`,
    ...(call.source.link && { link: call.source.link }),
  };
}

/** The call a question is about: the firm named, else the post's, else the newest standing one. */
export async function theCall(asking: Asking): Promise<Street & { state: CallState }> {
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

export function who({ firm, people }: CallVersion): string {
  return people.length === 0 ? firm : `${firm} (${people.join(', ')})`;
}

export function countOf(id: string, { value, asOf }: { value: number; asOf: string }): Receipt<number> {
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
