/** How people write a call's parts: `2,400`, `+15%`, `12-month return`, `year-end 2026`, `2024-07`. Pure; undefined when unreadable. */
import type { Day } from '../calendar/day.ts';
import type { CallValue } from './calls.ts';
import { type Horizon, lastDayOfMonth } from './calls-horizon.ts';

const LEVEL = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const RETURN = /^([+-]?)(\d+(?:\.\d+)?)\s*%$/;

/** A level in points (`2400`, `2,400.50`) or a return (`+15%`, `-5%`, `−5 %`); undefined for anything else. */
export function callValueFrom(text: string): CallValue | undefined {
  const plain = text.trim().replaceAll('\u2212', '-').replaceAll('\u00a0', ' ');
  const stated = RETURN.exec(plain);
  if (stated) return returnOf(Number(stated[2]) * (stated[1] === '-' ? -1 : 1));
  if (!LEVEL.test(plain)) return undefined;
  const level = Number(plain.replaceAll(',', ''));
  return level > 0 && level < 1_000_000 ? { kind: 'level', level } : undefined;
}

/** A return given in per cent, within what an index can do: above −95%, at most +500%. */
export function returnOf(percent: number): CallValue | undefined {
  return percent > -95 && percent <= 500 ? { kind: 'return', fraction: percent / 100 } : undefined;
}

const YEAR = '(19[3-9]\\d|20\\d\\d)';
const MONTHS = /\b(\d{1,2})[\s-]*(?:m|mo|months?)\b/;
const YEAR_END = new RegExp(`^(?:.*\\b(?:year[- ]?end|end of|in|by|ye)\\s*)?${YEAR}$`);
const SECOND_HALF = new RegExp(`\\b(?:h2|2h|second half)(?:\\s+(?:of\\s+)?${YEAR})?$`);
const MONTH = new RegExp(`^${YEAR}-(0[1-9]|1[0-2])$`);

/** The horizon a person or a file wrote; "h2" and "year-end" without a year mean the note's own year. */
export function horizonFrom(text: string, noteDate: Day): Horizon | undefined {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const own = Number(noteDate.slice(0, 4));
  const month = MONTH.exec(words);
  if (month) return { kind: 'month', month: words };
  const half = SECOND_HALF.exec(words);
  if (half) return { kind: 'second-half', year: half[1] === undefined ? own : Number(half[1]) };
  if (/^(?:by )?year[- ]?end$/.test(words)) return { kind: 'year-end', year: own };
  const months = Number(MONTHS.exec(words)?.[1]);
  if (months >= 1 && months <= 60) return { kind: 'months', months };
  const year = YEAR_END.exec(words);
  return year ? { kind: 'year-end', year: Number(year[1]) } : undefined;
}

export interface NoteDate {
  readonly day: Day;
  readonly approximate: boolean;
}

/** A day, or a month of which only the end is safe: nothing may be known before it was said. Never after `today`. */
export function noteDateFrom(text: string, today: Day): NoteDate | 'after-today' | undefined {
  const word = text.trim();
  const month = /^(19[3-9]\d|20\d\d)-(0[1-9]|1[0-2])$/.test(word);
  const day = month ? lastDayOfMonth(word) : realDay(word);
  if (day === undefined) return undefined;
  if (month && word === today.slice(0, 7)) return { day: today, approximate: true };
  return day > today ? 'after-today' : { day, approximate: month };
}

function realDay(text: string): Day | undefined {
  if (!/^(19[3-9]\d|20\d\d)-\d\d-\d\d$/.test(text)) return undefined;
  const month = text.slice(0, 7);
  if (!/-(0[1-9]|1[0-2])$/.test(month)) return undefined;
  return text.slice(8) >= '01' && text <= lastDayOfMonth(month) ? text : undefined;
}

/** The link as given when it is an http(s) address without spaces, at most 500 characters. */
export function linkFrom(text: string): string | undefined {
  const link = text.trim();
  return /^https?:\/\/[^\s<>|"]+\.[^\s<>|"]+$/.test(link) && link.length <= 500 && URL.canParse(link)
    ? link
    : undefined;
}

/** One line of at most `length` characters: line breaks, control and direction marks become spaces. */
export function oneLine(text: string, length = 200): string {
  const visible = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return visible.length > length ? `${visible.slice(0, length - 1)}…` : visible;
}
