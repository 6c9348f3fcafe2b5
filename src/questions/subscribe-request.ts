/** `/capwatch subscribe …` as a person types it → what to send, when and where. Pure; refuses with an example that works. */
import { NEW_YORK } from '../calendar/day.ts';
import { isZone } from '../calendar/slots.ts';
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import { nearest } from './nearest.ts';
import { readWords, type Words } from './words.ts';

const EXAMPLE = '/capwatch subscribe morning at 07:00';

/** The sections of a morning thread, in their fixed order. */
const SECTIONS = ['smallcaps', 'fed', 'calls', 'calendar', 'receipts'] as const;

export interface SubscribeRequest {
  readonly kind: 'morning' | 'weekly' | 'fed';
  /** `HH:MM`. */
  readonly time: string;
  readonly zone: string;
  readonly parts: readonly (typeof SECTIONS)[number][];
  readonly placement: 'thread' | 'channel' | 'both';
  readonly theme: 'light' | 'dark';
}

const KINDS: Readonly<Record<string, SubscribeRequest['kind']>> = {
  morning: 'morning',
  daily: 'morning',
  weekly: 'weekly',
  wrap: 'weekly',
  fed: 'fed',
  fomc: 'fed',
};
const PLACEMENTS = ['thread', 'channel', 'both'] as const;
const THEMES = ['light', 'dark'] as const;
const FILLERS = new Set(['summary', 'day', 'daily', 'weekdays', 'in', 'pictures', 'to', 'the', 'this', 'and', 'time']);
const DEFAULT_TIME = { morning: '07:00', weekly: '17:00', fed: '07:00' };

/** Names that are not the last part of an IANA name. */
const ZONE_WORDS: Readonly<Record<string, string>> = {
  et: NEW_YORK,
  est: NEW_YORK,
  edt: NEW_YORK,
  eastern: NEW_YORK,
  ny: NEW_YORK,
  nyc: NEW_YORK,
  'new york': NEW_YORK,
  ct: 'America/Chicago',
  central: 'America/Chicago',
  pt: 'America/Los_Angeles',
  pacific: 'America/Los_Angeles',
  uk: 'Europe/London',
  cet: 'Europe/Berlin',
  frankfurt: 'Europe/Berlin',
  geneva: 'Europe/Zurich',
  utc: 'UTC',
  gmt: 'UTC',
  mumbai: 'Asia/Kolkata',
};

/** @throws CapwatchError `invalid_input` with an example, and a suggestion where a known word is near. */
export function parseSubscribeRequest(text: string): SubscribeRequest {
  const words = readWords(text, EXAMPLE);
  const given: Partial<{ -readonly [K in keyof SubscribeRequest]: SubscribeRequest[K] }> = {};
  while (!words.done()) Object.assign(given, nextPart(words));
  const kind = given.kind ?? 'morning';
  const { time = DEFAULT_TIME[kind], zone = NEW_YORK, parts = SECTIONS, placement = 'both', theme = 'light' } = given;
  return { kind, time, zone, parts, placement, theme };
}

function nextPart(words: Words): Partial<SubscribeRequest> {
  const zone = zoneAt(words);
  if (zone !== undefined) return { zone };
  const word = words.next();
  if (word === 'at') return { time: timeOf(words.next()) };
  if (/^\d/.test(word)) return { time: timeOf(word) };
  if (Object.hasOwn(KINDS, word)) return { kind: KINDS[word] ?? 'morning' };
  const placement = PLACEMENTS.find((known) => known === word);
  if (placement) return { placement };
  const theme = THEMES.find((known) => known === word);
  if (theme) return { theme };
  if (word === 'parts' || word === 'with') return { parts: partsAt(words) };
  if (FILLERS.has(word)) return {};
  throw unknownWord(word);
}

/** "europe/london", "london", "new york"; takes the words it understood. */
export function zoneAt(words: Words): string | undefined {
  return words.take(zoneOf);
}

/** The zone a word or two mean, or undefined. */
export function zoneOf(phrase: string): string | undefined {
  const known = Object.hasOwn(ZONE_WORDS, phrase) ? ZONE_WORDS[phrase] : undefined;
  if (known !== undefined) return known;
  if (phrase.length < 4) return undefined;
  const name = phrase.replaceAll(' ', '_');
  const zone = Intl.supportedValuesOf('timeZone').find((zone) => {
    const lower = zone.toLowerCase();
    return lower === name || lower.endsWith(`/${name}`);
  });
  return zone !== undefined && isZone(zone) ? zone : undefined;
}

/** `7`, `7:05`, `07:00`, `7am`, `5pm`, `17.30`. */
function timeOf(word: string): string {
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(word) ?? [];
  const typed = Number(hours);
  const twelve = half !== undefined && (typed < 1 || typed > 12);
  const hour = half === undefined ? typed : (typed % 12) + (half === 'pm' ? 12 : 0);
  if (hours === '' || twelve || hour > 23 || Number(minutes) > 59) {
    throw new CapwatchError('invalid_input', `I do not know the time \`${quotedWord(word)}\`.`, { example: EXAMPLE });
  }
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function partsAt(words: Words): SubscribeRequest['parts'] {
  const chosen = new Set<string>();
  for (let next = words.peekOne(0); next !== undefined; next = words.peekOne(0)) {
    const parts = next.split(',').filter(Boolean);
    if (next !== 'and' && !parts.every((part) => SECTIONS.some((known) => known === part))) break;
    for (const part of parts) if (part !== 'and') chosen.add(part);
    words.next();
  }
  if (chosen.size > 0) return SECTIONS.filter((part) => chosen.has(part));
  const typed = words.peekOne(0);
  throw new CapwatchError(
    'invalid_input',
    typed === undefined ? 'Which parts?' : `I do not know the part \`${quotedWord(typed)}\`.`,
    {
      example: '/capwatch subscribe morning parts smallcaps,fed',
      hint: `parts: ${SECTIONS.join(' ')}`,
    },
  );
}

function unknownWord(word: string): CapwatchError {
  if (word === 'alerts' || word === 'alert') {
    return new CapwatchError('invalid_input', 'The standard alerts are asked for by themselves; others one by one.', {
      example: '/capwatch subscribe alerts',
      hint: 'one by one: /capwatch alert when gap ytd past -8',
    });
  }
  const near = nearest(word, [...Object.keys(KINDS), ...PLACEMENTS, ...THEMES, 'parts', 'at', 'london', 'sydney']);
  const suggestion = near === undefined ? '' : ` Did you mean \`${near}\`?`;
  return new CapwatchError('invalid_input', `I do not know \`${quotedWord(word)}\`.${suggestion}`, {
    example: EXAMPLE,
    hint: 'a kind (morning weekly fed), a time, a city or zone, parts, thread|channel|both, light|dark',
  });
}
