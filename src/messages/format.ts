/** Numbers and dates as MESSAGES.md section 2 prints them: the only file that multiplies by 100. Pure. */
import type { Day } from '../calendar/day.ts';

const MINUS = '\u2212';
const NBSP = '\u00a0';
/** January to December, in full. */
export const MONTH_NAMES: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');
const MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** One a number of decimals: making one takes longer than a whole message of printing with it. */
const FORMATS = new Map<number, Intl.NumberFormat>();

/** Digits with a comma every three and a fixed number of decimals, sign left to the caller. */
function digits(value: number, decimals: number): string {
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = FORMATS.get(decimals) ?? new Intl.NumberFormat('en-US', places);
  FORMATS.set(decimals, format);
  return format.format(value);
}

/** "+4.45", "−2.16", "0.00": a sign unless it rounds to zero. */
function signed(value: number, decimals: number): string {
  const size = digits(Math.abs(value), decimals);
  if (Number(size.replaceAll(',', '')) === 0) return size;
  return (value < 0 ? MINUS : '+') + size;
}

/** Return, drawdown or upside: −0.021553 → "−2.16%". */
export function percent(fraction: number): string {
  return `${signed(fraction * 100, 2)}%`;
}

/** Difference of two returns, with its unit: −0.038451 → "−3.85 pp". */
export function points(fraction: number, decimals = 2): string {
  return `${signed(fraction * 100, decimals)}${NBSP}pp`;
}

/** The same without unit, for a column that names it: "−3.85". */
export function bareSigned(fraction: number, decimals = 2): string {
  return signed(fraction * 100, decimals);
}

/** Size of a difference where a word gives the direction ("lag by …"): "3.85 pp". */
export function pointsSize(fraction: number, decimals = 2): string {
  return `${digits(Math.abs(fraction * 100), decimals)}${NBSP}pp`;
}

/** Probability: "43.2%"; exact 0 and 1 as "0%" and "100%", near ones as "<0.1%" and ">99.9%". */
export function probability(value: number): string {
  return `${bareProbability(value)}%`;
}

/** The same without unit, for a grid in per cent. */
export function bareProbability(value: number): string {
  if (value === 0) return '0';
  if (value === 1) return '100';
  const percentage = value * 100;
  if (percentage < 0.05) return '<0.1';
  if (percentage > 99.95) return '>99.9';
  return digits(percentage, 1);
}

/** Rate difference: 1 decimal below 20, else whole: "−11.0 bp", "−134 bp". */
export function basisPoints(bps: number): string {
  return `${signed(bps, Math.abs(bps) < 20 ? 1 : 0)}${NBSP}bp`;
}

/** Basis points with one decimal and no unit, for tables. */
export function bareBasisPoints(bps: number): string {
  return signed(bps, 1);
}

/** Target range as CME prints it: "525–550". */
export function bpRange(lower: number, upper: number): string {
  return `${lower}–${upper}`;
}

/** Index close: "1,983.38". */
export function level(value: number): string {
  return digits(value, 2);
}

/** Fixed decimals, comma, no sign: counts, ratios, z-scores' sizes. */
export function plain(value: number, decimals = 0): string {
  return digits(value, decimals);
}

/** Fixed decimals with a sign, for z-scores: "−1.61". */
export function signedNumber(value: number, decimals = 2): string {
  return signed(value, decimals);
}

/** "1 session", "14 sessions"; joined by a plain space, so that long lines may wrap there. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${digits(count, 0)} ${count === 1 ? singular : plural}`;
}

/** "1st", "2nd", "3rd", "11th", "37th". */
export function ordinal(rank: number): string {
  const tens = rank % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${suffix}`;
}

/** "22 Jan"; with a `reference` in another year "22 Jan 2023". */
export function shortDate(day: Day, reference?: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const words = `${Number(date)} ${MONTHS[Number(month) - 1]}`;
  return reference !== undefined && reference.slice(0, 4) !== year ? `${words} ${year}` : words;
}

/** "22 Jan 2024". */
export function fullDate(day: Day): string {
  return `${shortDate(day)} ${day.slice(0, 4)}`;
}

/** "Mon 22 Jan 2024". */
export function sessionDate(day: Day): string {
  return `${weekdayName(day)} ${fullDate(day)}`;
}

/** "Wed 19 Aug". */
export function weekdayDate(day: Day): string {
  return `${weekdayName(day)} ${shortDate(day)}`;
}

function weekdayName(day: Day): string {
  return WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';
}

/** Escapes the three characters that can mention, link or break mrkdwn and fallback text. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A person's word for code style: one line, no backtick, control or direction marks, ≤ 40 characters, unescaped. */
export function quotedWord(word: string): string {
  const visible = word
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}`\u2028\u2029]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const characters = [...new Intl.Segmenter('en').segment(visible)].map(({ segment }) => segment.slice(0, 8));
  const short = characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('');
  return short === '' ? '(nothing readable)' : short;
}

/** A value in full for receipts: index points with 2 decimals, fractions with 6 significant digits, no unit. */
export function exactly(value: number): string {
  const size = Math.abs(value);
  const text = size >= 100 ? digits(size, 2) : String(Number(size.toPrecision(6)));
  return (value < 0 ? MINUS : '') + text;
}

/** A fraction for receipts: "−2.1553%". */
export function exactPercent(fraction: number): string {
  return `${(fraction < 0 ? MINUS : '') + digits(Math.abs(fraction) * 100, 4)}%`;
}

/** A difference of two fractions for receipts: "−3.8451 pp". */
export function exactPoints(fraction: number): string {
  return `${(fraction < 0 ? MINUS : '') + digits(Math.abs(fraction) * 100, 4)}${NBSP}pp`;
}

const NUMBER_WORDS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');

/** A count that opens a sentence: "No", "One" … "Twelve", then digits. */
export function countWord(count: number): string {
  return NUMBER_WORDS[count] ?? String(count);
}

/** The word with its first letter large, as a sentence begins. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
