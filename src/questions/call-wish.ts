/** "add: jefferies r2k 2400 year end" → the line `/targets add` takes, and what it still lacks, said with what was typed. Pure. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { callFactsFrom } from './targets-entry.ts';
import { typedCall } from './targets-line.ts';

const VERB =
  /^\W*(?:(?:please|pls|can you|could you|would you|hey|ok|and|also|just|now|capwatch|lets)\s+)*(?:add|log|record|enter|book|save|store|track|pencil in|note down|jot down|put in|put down|write down|new)\b(?:\s+(?:a|an|the|this|that|new|following))*(?:\s+(?:call|target|note))?\s*:?\s*/i;
const FILLER = /\b(?:with|has|have|sees|at|to|of|for|target of|price target|pt of|pt|a|the|on|by|their|its)\b/i;

/** The words of a call, without its verb; with `before`, a part that was missing is put in its place. */
export function callLine(raw: string, before?: string): string {
  const said = raw
    .replaceAll(/<@[^>]*>/g, ' ')
    .replaceAll(/<(https?:\/\/[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .trim()
    .replace(VERB, '')
    .replaceAll(
      /\byear[ -]?end\b(?:\s+target)?|\b(?:by |at )?(?:the )?end of (?:the )?year\b|\b(?:eoy|ye)\b(?=\s|$)/gi,
      'year-end',
    )
    .replaceAll(/\b(\d{1,2})\s*(?:months?|mos?)\b/gi, '$1m')
    .replaceAll(/\bs&p\s+500\b/gi, 's&p')
    .replaceAll(/(\d),(?=\d{3}\b)/g, '$1')
    .replaceAll(/\b(small)\s?caps?\b/gi, 'russell')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const line = plainOrder(said);
  if (before === undefined || before === '') return line;
  return /^https?:/.test(line) ? `${before} source ${line}` : `${before} ${line}`;
}

/** Links, notes and quotations stand as they are; before them small words go. */
function plainOrder(line: string): string {
  const at = line.search(/\bhttps?:\/\/|\b(?:source|link|note|dated|noted|person|analyst|quote|variant)\b/i);
  const head = at < 0 ? line : line.slice(0, at);
  const tail = at < 0 ? '' : line.slice(at).replace(/^(?=https?:)/, 'source ');
  const words = head
    .replaceAll(/[,;]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-' && !new RegExp(`^(?:${FILLER.source})$`, 'i').test(word));
  return `${words.join(' ')} ${tail}`.trim();
}

interface Missing {
  readonly said: string;
  /** A line that works, of what was typed. */
  readonly example: string;
}

const LINK = 'https://example.com/note';

/** What the line lacks, kindly; undefined when it can be kept. */
export function missingIn(line: string, today: Day): Missing | undefined {
  const typed = readCall(line);
  if (!typed) return { said: headMissing(line), example: exampleOf(line) };
  const entry = callFactsFrom(typed, { today, known: [] });
  if (!('errors' in entry)) return undefined;
  const { source, horizon, ...others } = entry.errors;
  const first = Object.values(others)[0];
  if (first !== undefined) return { said: first, example: exampleOf(line) };
  const lacks = [
    ...(horizon !== undefined && typed.horizon === '' ? ['a horizon'] : []),
    ...(source !== undefined && typed.source === '' ? ['its source'] : []),
  ];
  if (lacks.length > 0) {
    const why = source === undefined ? '' : ' Without the link of the note a call cannot be scored.';
    return {
      said: `Nearly there: ${lacks.join(' and ')} ${lacks.length > 1 ? 'are' : 'is'} missing.${why} Send it next, or the whole line:`,
      example: filled(line, lacks),
    };
  }
  return { said: horizon ?? source ?? 'I cannot read that call.', example: exampleOf(line) };
}

function readCall(line: string) {
  try {
    return typedCall(line);
  } catch (error) {
    if (error instanceof CapwatchError) return undefined;
    throw error;
  }
}

const INDEX = /\b(r2k|rut|russell(?: 2000)?|spx|s&p(?: 500)?|sp500|small caps?|large caps?)(?=\s|$)/i;
const VALUE = /(?:^|\s)([-+]?\d+(?:\.\d+)?\s?%|\d{3,5}(?:\.\d+)?)(?=\s|$)/;
const HORIZON = /\b(year-end(?: \d{4})?|\d{1,2}m|h2(?: \d{4})?|20\d\d(?:-\d\d)?)\b/i;

/** Firm, index and target in their order, those typed where they were found. */
function headMissing(line: string): string {
  const bare = line.replace(/\bsource\b.*$/i, '').replace(/\brussell 2000\b/i, 'russell');
  const index = INDEX.exec(bare);
  if (!index) return 'I cannot see the index: Russell 2000 (r2k) or S&P 500 (spx).';
  if (!VALUE.test(bare)) return 'I cannot see the target: a level (2400) or a return (+15%).';
  return bare.slice(0, index.index).trim() === ''
    ? 'I cannot see the firm: it stands before the index.'
    : 'I cannot tell the parts apart: firm, index, target, horizon, source.';
}

/** A whole line out of what was typed, what is missing filled in. */
function exampleOf(line: string): string {
  const bare = line
    .replace(/\bsource\b.*$/i, '')
    .replace(/\bhttps?:\S+/i, '')
    .replace(/\brussell 2000\b/i, 'russell');
  const index = INDEX.exec(bare);
  const value =
    VALUE.exec(index ? bare.slice(index.index + index[0].length) : bare)?.[1] ?? VALUE.exec(bare)?.[1] ?? '2400';
  const horizon = HORIZON.exec(bare.replace(value, ' '))?.[1] ?? 'year-end';
  const firm = bare
    .replace(index?.[0] ?? '', ' ')
    .replace(value, ' ')
    .replace(HORIZON, ' ')
    .replaceAll(/[^\p{L}\p{N} .&'-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const link = /https?:\S+/.exec(line)?.[0] ?? LINK;
  return `add ${firm === '' ? 'jefferies' : firm} ${index?.[0] ?? 'r2k'} ${value} ${horizon} source ${link}`.toLowerCase();
}

function filled(line: string, lacks: readonly string[]): string {
  const [head = line, ...rest] = line.split(/ (?=source\b)/i);
  const horizon = lacks.includes('a horizon') ? ' year-end' : '';
  const source = rest.length > 0 ? ` ${rest.join(' ')}` : ` source ${LINK}`;
  return `add ${head}${horizon}${source}`;
}
