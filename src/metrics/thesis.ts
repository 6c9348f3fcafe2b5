/** The pillars of January 2024's small-cap story, each with what can be measured of it on a day. Pure; it reaches no verdict. */
import type { Day } from '../calendar/day.ts';
import type { Backdrop, BackdropItem, MacroId } from './backdrop.ts';
import type { FedOdds } from './fed-odds.ts';
import { carryGap, yearEnd } from './fed-path.ts';
import type { RateSeries } from './fed-rates.ts';
import { drawdown } from './highs.ts';
import { type MarketValue, moneyFundFigures } from './money-funds.ts';
import { isMeasured, type Measured, type Receipt } from './receipt.ts';
import { comparison } from './returns.ts';
import type { PriceSeries } from './series.ts';

/** What the figure is, which decides how it is printed. */
type ThesisKind =
  | 'cuts'
  | 'carry'
  | 'cash'
  | 'cash change'
  | 'percentile'
  | 'cash share'
  | 'macro'
  | 'gap'
  | 'drawdown';

export interface ThesisItem {
  readonly pillar: 'Fed cuts' | 'Cash' | 'Economy' | 'Small caps';
  readonly kind: ThesisKind;
  /** Series of a `macro` item. */
  readonly series?: MacroId;
  readonly figure: Measured<number>;
}

export interface ThesisBoard {
  readonly asOf: Day;
  readonly items: readonly ThesisItem[];
  readonly measured: number;
  /** How many items were measured, out of how many; as a receipt for the headline. */
  readonly numbers: readonly Receipt[];
}

export interface ThesisInputs {
  readonly asOf: Day;
  readonly backdrop?: Backdrop;
  readonly marketValue?: MarketValue;
  readonly odds?: FedOdds;
  readonly effr?: RateSeries;
  /** Cut at one common session. */
  readonly prices?: { readonly subject: PriceSeries; readonly benchmark: PriceSeries };
}

/** Series of the economy and whether their level or their change is the story. */
const ECONOMY: readonly (readonly [MacroId, 'latest' | 'change'])[] = [
  ['ICSA', 'latest'],
  ['IC4WSA', 'latest'],
  ['RSAFS', 'change'],
  ['PCEC96', 'change'],
  ['PERMIT', 'change'],
  ['GDPC1', 'change'],
  ['GDPNOW', 'latest'],
  ['UNRATE', 'latest'],
];

/** The board of a day; an item that cannot be measured stays on it with the reason. */
export function thesisBoard(inputs: ThesisInputs): ThesisBoard {
  const items = [...fedItems(inputs), ...cashItems(inputs), ...economyItems(inputs), ...smallCapItems(inputs)];
  const figures = items.map(({ figure }) => figure).filter(isMeasured);
  return { asOf: inputs.asOf, items, measured: figures.length, numbers: figures };
}

function fedItems({ odds, effr }: ThesisInputs): ThesisItem[] {
  const end = odds && yearEnd(odds);
  const absent = 'no fed funds futures for that day';
  const cuts = end?.cuts ?? { id: 'fed.cuts', absent };
  const gap = (odds && carryGap(odds, effr)) ?? {
    id: 'fed.carry_gap.12m',
    absent: odds ? 'no effective rate' : absent,
  };
  return [
    { pillar: 'Fed cuts', kind: 'cuts', figure: cuts },
    { pillar: 'Fed cuts', kind: 'carry', figure: gap },
  ];
}

/** A figure that should have been replaced by then measures no pillar of that day. */
const LATE = 'stale, a newer figure should be out';

function isLate({ print }: BackdropItem): boolean {
  return print.overdue !== undefined;
}

function cashItems({ asOf, backdrop, marketValue }: ThesisInputs): ThesisItem[] {
  const held = backdrop?.items.find(({ print }) => print.id === 'MMF');
  const money = held && isLate(held) ? undefined : held;
  const absent = held && isLate(held) ? LATE : 'no weekly money fund total';
  const none = (id: string): Measured<number> => ({ id: `macro.MMF.${id}`, absent });
  const figures = money && moneyFundFigures(money.print, asOf, marketValue);
  return [
    { pillar: 'Cash', kind: 'cash', figure: money?.latest ?? none('latest') },
    { pillar: 'Cash', kind: 'cash change', figure: figures?.change ?? none('change_4w') },
    { pillar: 'Cash', kind: 'percentile', figure: figures?.percentile ?? none('percentile') },
    { pillar: 'Cash', kind: 'cash share', figure: figures?.share ?? none('share_of_sp500') },
  ];
}

function economyItems({ backdrop }: ThesisInputs): ThesisItem[] {
  return ECONOMY.map(([series, which]): ThesisItem => {
    const item = backdrop?.items.find(({ print }) => print.id === series);
    const id = `macro.${series}.${which}`;
    const absent = item ? LATE : (backdrop?.lacking ?? 'no economic series for that day');
    const figure = item && !isLate(item) ? item[which] : { id, absent };
    return { pillar: 'Economy', kind: 'macro', series, figure };
  });
}

function smallCapItems({ prices }: ThesisInputs): ThesisItem[] {
  const absent = 'no closes for that day';
  const gap = prices ? comparison(prices.subject, prices.benchmark, 'ytd').gap : { id: 'gap.ytd', absent };
  const below = prices ? drawdown(prices.subject, 'record') : { id: 'RUT.drawdown.record', absent };
  return [
    { pillar: 'Small caps', kind: 'gap', figure: gap },
    { pillar: 'Small caps', kind: 'drawdown', figure: below },
  ];
}
