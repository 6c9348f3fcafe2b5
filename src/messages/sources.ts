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

/** Every source in its order of preference; a switched-off one says so first. */
export function sourcesMessage(sources: readonly SourceLine[], asOf: string): Message {
  const entries = sources.map(
    (source) =>
      `*${escapeText(source.card.publisher)}* \`${source.card.id}\` · ${stateWords(source)}\n${escapeText(source.card.licence)}`,
  );
  const sections = Array.from({ length: Math.ceil(entries.length / PER_SECTION) }, (_, index) =>
    section(entries.slice(index * PER_SECTION, (index + 1) * PER_SECTION).join('\n')),
  );
  const live = sources.filter(isAsked);
  const waiting = live.filter(({ openUntil }) => openUntil !== undefined);
  const sum = `${live.length} of ${sources.length} sources are asked, ${waiting.length} of them left alone for now`;
  return {
    text: `Sources: ${sum}.`,
    blocks: [
      section(`*Sources:* ${sum}.`),
      ...sections,
      context('An admin switches a source off with `CAPWATCH_SOURCES_OFF`, by its id. Times are New York’s.'),
    ],
    charts: [],
    numbers: [],
    asOf,
  };
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
