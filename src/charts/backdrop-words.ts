/** Names, values and changes of economic series as the backdrop prints them, in text, tables and pictures. Pure. */
import type { Day } from '../calendar/day.ts';
import { bareSigned, plain, shortDate, signedNumber } from '../messages/format.ts';
import type { BackdropItem, MacroId } from '../metrics/backdrop.ts';
import { isMeasured } from '../metrics/receipt.ts';

interface Names {
  readonly table: string;
  readonly short: string;
  /** In a sentence about what is missing. */
  readonly plain: string;
  /** In the picture's alternative text. */
  readonly long: string;
}

const NAMES: Readonly<Record<MacroId, Names>> = {
  ICSA: { table: 'Claims', short: 'claims', plain: 'claims', long: 'claims' },
  IC4WSA: {
    table: 'Claims, 4 weeks',
    short: 'claims, 4 weeks',
    plain: 'claims’ mean',
    long: 'claims, mean of 4 weeks',
  },
  PERMIT: { table: 'Permits', short: 'permits', plain: 'permits', long: 'permits' },
  RSAFS: { table: 'Retail sales', short: 'retail sales', plain: 'retail sales', long: 'retail sales' },
  PCEC96: { table: 'Real spending', short: 'real spending', plain: 'real spending', long: 'real spending' },
  GDPC1: { table: 'Real GDP, annual', short: 'real GDP', plain: 'real GDP', long: 'real GDP' },
  GDPNOW: { table: 'GDPNow', short: 'GDPNow', plain: 'GDPNow', long: 'GDPNow' },
  UNRATE: { table: 'Unemployment', short: 'unemployment', plain: 'unemployment', long: 'unemployment' },
  DGS2: { table: '2y yield', short: '2y yield', plain: 'two-year yield', long: 'two-year yield' },
  DGS10: { table: '10y yield', short: '10y yield', plain: 'ten-year yield', long: 'ten-year' },
  MMF: { table: 'Money funds', short: 'money funds', plain: 'money funds', long: 'money funds' },
  MMF_MONTH: { table: 'Money funds', short: 'money funds', plain: 'money funds', long: 'money funds' },
};

const NBSP = '\u00a0';

export function macroName(id: MacroId, where: keyof Names): string {
  return NAMES[id][where];
}

/** "187,000" ("187k" in a table), "1,495k", "$709.9bn", "2.4%", "4.37%", "$5,961bn". */
export function macroValue({ print, latest }: Pick<BackdropItem, 'print' | 'latest'>, where?: 'table'): string {
  const { value } = latest;
  switch (print.id) {
    case 'ICSA':
    case 'IC4WSA':
      return where === 'table' ? `${plain(value / 1000, print.id === 'ICSA' ? 0 : 1)}k` : plain(value);
    case 'PERMIT':
      return `${plain(value)}k`;
    case 'RSAFS':
      return `$${plain(value / 1000, 1)}bn`;
    case 'MMF':
    case 'MMF_MONTH':
    case 'PCEC96':
    case 'GDPC1':
      return `$${plain(value)}bn`;
    case 'GDPNOW':
    case 'UNRATE':
      return `${plain(value, 1)}%`;
    default:
      return `${plain(value, 2)}%`;
  }
}

/** "−16,000" ("−16k" in a table), "+1.9%", "0.0 pp", "−2 bp", "−$14bn"; a dash where there is nothing to compare. */
export function changeWords(item: BackdropItem | { readonly fraction: number }, where?: 'table'): string {
  if ('fraction' in item) return `${bareSigned(item.fraction, 1)}%`;
  if (!isMeasured(item.change)) return '–';
  const { value, unit } = item.change;
  if (unit === 'fraction') return `${bareSigned(value, 1)}%`;
  if (unit === 'bp') return `${signedNumber(value, 0)}${NBSP}bp`;
  if (unit === 'percent') return `${signedNumber(value, 1)}${NBSP}pp`;
  if (item.print.id === 'MMF' || item.print.id === 'MMF_MONTH')
    return signedNumber(value, 0).replace(/\d/, '$$$&').concat('bn');
  return where === 'table'
    ? `${signedNumber(value / 1000, item.print.id === 'ICSA' ? 0 : 1)}k`
    : signedNumber(value, 0);
}

/** What the value is for: "wk 13 Jan", "Dec", "Q4", "22 Jan". */
export function periodWords({ print }: Pick<BackdropItem, 'print'>): string {
  const { id, period } = print;
  if (id === 'ICSA' || id === 'IC4WSA' || id === 'MMF') return `wk ${shortDate(period)}`;
  if (id === 'GDPNOW' || id === 'GDPC1') return `Q${(Number(period.slice(5, 7)) + 2) / 3}`;
  return id === 'DGS2' || id === 'DGS10' ? shortDate(period) : longMonth(period).slice(0, 3);
}

/** "December", "September 2022". */
export function longMonth(day: Day, year = false): string {
  const month = Temporal.PlainDate.from(day).toLocaleString('en-US', { month: 'long' });
  return year ? `${month} ${day.slice(0, 4)}` : month;
}
