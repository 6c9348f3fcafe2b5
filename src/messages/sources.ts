/** The answer to `/capwatch sources`: what is read live, on what terms, and how each source is doing. Pure. */
import { newYorkTime } from '../calendar/day.ts';
import { context, section } from './blocks.ts';
import { escapeText, shortDate } from './format.ts';
import type { Message } from './message.ts';

/** One source as this message needs it; the market's own status fits. */
export interface SourceLine {
  readonly card: {
    readonly id: string;
    readonly publisher: string;
    readonly licence: string;
    readonly limit: { readonly requests: number; readonly hours: number };
    readonly keySetting?: string;
  };
  readonly key: 'not needed' | 'set' | 'not set';
  readonly off: boolean;
  /** ISO instants. */
  readonly lastSuccessAt?: string;
  readonly lastFailure?: { readonly at: string; readonly message: string };
  readonly openUntil?: string;
  readonly asked: number;
}

/** How many sources one section holds, so that it stays far below Slack's limit. */
const PER_SECTION = 6;
/** Below Slack's 3,000 characters a section, escapes included. */
const LONGEST = 2_700;

export interface SourcesContext {
  readonly asOf: string;
  /** What answers rest on while live sources are switched off; absent while they are on. */
  readonly instead?: string;
}

/** Every source in its order of preference; a switched-off one says so first. */
export function sourcesMessage(sources: readonly SourceLine[], { asOf, instead }: SourcesContext): Message {
  const entries = sources.map(
    (source) =>
      `*${escapeText(source.card.publisher)}* \`${source.card.id}\` · ${stateWords(source)}\n${escapeText(source.card.licence)}`,
  );
  const sections = Array.from({ length: Math.ceil(entries.length / PER_SECTION) }, (_, index) =>
    section(entries.slice(index * PER_SECTION, (index + 1) * PER_SECTION).join('\n')),
  );
  const sum = instead === undefined ? summary(sources) : `live sources are off; answers rest on ${escapeText(instead)}`;
  return {
    text: `Sources: ${sum}.`,
    blocks: [
      section(`*Sources:* ${sum}.`),
      ...sections,
      context(
        ...(instead === undefined ? [] : ['An admin switches live sources on with `CAPWATCH_LIVE=on`.']),
        'An admin switches a source off with `CAPWATCH_SOURCES_OFF`, by its id. Times are New York’s.',
      ),
    ],
    charts: [],
    numbers: [],
    asOf,
  };
}

function summary(sources: readonly SourceLine[]): string {
  const live = sources.filter(isAsked);
  const waiting = live.filter(({ openUntil }) => openUntil !== undefined);
  return `${live.length} of ${sources.length} sources are asked, ${waiting.length} of them left alone for now`;
}

function isAsked({ off, key }: SourceLine): boolean {
  return !off && key !== 'not set';
}

function stateWords(source: SourceLine): string {
  const { off, key, card, openUntil, lastSuccessAt, lastFailure, asked } = source;
  if (off) return 'switched off';
  if (key === 'not set') return `no key (\`${card.keySetting}\`)`;
  const limit = `${asked} of ${card.limit.requests} requests in ${card.limit.hours === 1 ? 'an hour' : `${card.limit.hours} hours`}`;
  const good = lastSuccessAt === undefined ? 'not asked yet' : `last answer ${when(lastSuccessAt)}`;
  const failure = lastFailure && `last failure ${when(lastFailure.at)}: ${escapeText(lastFailure.message)}`;
  const rest = openUntil === undefined ? undefined : `:warning: left alone until ${when(openUntil)}`;
  return [rest, good, failure, limit].filter((part) => part !== undefined).join(' · ');
}

/** "20 Nov 18:30". */
function when(instant: string): string {
  const { day, time } = newYorkTime(Temporal.Instant.from(instant));
  return `${shortDate(day)} ${time}`;
}

/** The answer to `/capwatch doctor`: the table as on a terminal; its last line, the sum, leads. */
export function doctorMessage(table: string, asOf: string): Message {
  const lines = table.trimEnd().split('\n');
  const sum = lines.at(-1) ?? '';
  const shown = lines.slice(0, -2).join('\n').replaceAll('`', '’');
  return {
    text: `Doctor: ${escapeText(sum)}.`,
    blocks: [
      section(`*Doctor:* ${escapeText(sum)}.`),
      section(`\`\`\`${whole(escapeText(shown))}\`\`\``),
      context('Nothing was changed. On the machine itself: `npm run doctor`.'),
    ],
    charts: [],
    numbers: [],
    asOf,
  };
}

/** As many whole lines as a section holds. */
function whole(text: string): string {
  return text.length <= LONGEST ? text : text.slice(0, text.lastIndexOf('\n', LONGEST));
}
