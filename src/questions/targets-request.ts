/** `/targets …`: text in, request out. Pure; what the ledger holds is not asked here. */
import type { Day } from '../calendar/day.ts';
import { CapwatchError } from '../errors.ts';
import { quotedWord } from '../messages/format.ts';
import { dayAfter, parseDay } from './dates.ts';
import { nearest } from './nearest.ts';
import { symbolOf } from './symbols.ts';
import type { TypedCall } from './targets-entry.ts';
import { typedCall, typedChanges } from './targets-line.ts';
import { readWords, type Words } from './words.ts';

export type IndexSymbol = 'RUT' | 'GSPC';

/** Views of what the ledger holds. */
type TargetsView = 'table' | 'consensus' | 'score' | 'changes' | 'who' | 'survey' | 'log' | 'export';

export interface ReadRequest {
  readonly kind: 'read';
  readonly view: TargetsView;
  readonly index: IndexSymbol;
  /** True when an index was typed, so that `who` and `export` can be narrowed. */
  readonly indexTyped: boolean;
  /** A firm, or a survey's name; lower case, as typed. */
  readonly name?: string;
  /** Changes since that day. */
  readonly since?: Day;
  readonly asOf?: Day;
  readonly chart: boolean;
  readonly csv: boolean;
}

export type TargetsRequest =
  | ReadRequest
  | { readonly kind: 'help' }
  | { readonly kind: 'import' }
  /** A survey reading; its line is read against the ledger's own series. */
  | { readonly kind: 'survey-add'; readonly text: string }
  /** Without a typed call the form is offered. */
  | { readonly kind: 'add'; readonly typed?: TypedCall }
  | { readonly kind: 'edit'; readonly call: number; readonly changes: Partial<TypedCall> }
  | { readonly kind: 'withdraw'; readonly call: number; readonly on?: Day }
  /** Without a list the present setting is shown. */
  | { readonly kind: 'writers'; readonly writers?: 'everyone' | readonly string[] };

const EXAMPLE = '/targets russell';
const SHOWN = { example: `${EXAMPLE} asof 2024-01-22` };
const VIEW_WORDS: Readonly<Record<string, TargetsView>> = {
  consensus: 'consensus',
  score: 'score',
  scores: 'score',
  changes: 'changes',
  change: 'changes',
  who: 'who',
  survey: 'survey',
  surveys: 'survey',
  log: 'log',
  export: 'export',
};
const HINT = 'views: consensus score changes who survey log export';

/** The request that `text` asks for; `today` is the New York day. @throws CapwatchError `invalid_input` with an example. */
export function parseTargetsRequest(text: string, today: Day): TargetsRequest {
  const [verb = '', ...rest] = text.trim().split(/\s+/);
  const tail = text.trim().slice(verb.length).trim();
  switch (verb.toLowerCase()) {
    case 'help':
      return { kind: 'help' };
    case 'add':
      return tail === '' ? { kind: 'add' } : { kind: 'add', typed: typedCall(tail) };
    case 'edit':
      return { kind: 'edit', call: callNumber(rest[0], 'edit'), changes: typedChanges(rest.slice(1).join(' ')) };
    case 'withdraw':
      return { kind: 'withdraw', call: callNumber(rest[0], 'withdraw'), ...withdrawalDay(rest.slice(1), today) };
    case 'import':
      return { kind: 'import' };
    case 'writers':
      return tail === '' ? { kind: 'writers' } : { kind: 'writers', writers: writersFrom(rest) };
    case 'survey':
      if (rest[0]?.toLowerCase() === 'add') return { kind: 'survey-add', text: tail.slice('add'.length).trim() };
      return readRequest(text, today);
    default:
      return readRequest(text, today);
  }
}

function callNumber(word: string | undefined, verb: 'edit' | 'withdraw'): number {
  const digits = /^#?(\d{1,9})$/.exec(word ?? '')?.[1];
  if (digits !== undefined) return Number(digits);
  const said = word === undefined ? 'The call’s number is missing.' : `\`${quotedWord(word)}\` is no call’s number.`;
  throw new CapwatchError('invalid_input', `${said} \`/targets who FIRM\` shows the numbers.`, {
    example: verb === 'edit' ? '/targets edit 12 target 2500' : '/targets withdraw 12',
  });
}

function withdrawalDay(words: readonly string[], today: Day): { readonly on?: Day } {
  const typed = words
    .join(' ')
    .toLowerCase()
    .replace(/^(?:on|asof) /, '');
  if (typed === '') return {};
  const on = parseDay(typed, today);
  if (on !== undefined && on <= today) return { on };
  throw new CapwatchError('invalid_input', `\`${quotedWord(typed)}\` is no day up to today.`, {
    example: '/targets withdraw 12 on 2024-03-01',
  });
}

/** `everyone`, or people by Slack's own ids, as typed or as Slack writes a mention. */
function writersFrom(words: readonly string[]): 'everyone' | readonly string[] {
  if (words.length === 1 && words[0]?.toLowerCase() === 'everyone') return 'everyone';
  return words.map((word) => {
    const id = /^<?@?([UW][A-Z0-9]{4,20})(?:\|[^>]*)?>?$/i.exec(word.replace(/,$/, ''))?.[1];
    if (id !== undefined) return id.toUpperCase();
    const said = `\`${quotedWord(word)}\` is no member id; a person’s profile in Slack copies it.`;
    throw new CapwatchError('invalid_input', said, { example: '/targets writers U012ABCDEF U034GHIJKL' });
  });
}

type Draft = { -readonly [K in keyof ReadRequest]: ReadRequest[K] } & { names: string[] };

function readRequest(text: string, today: Day): ReadRequest {
  const words = readWords(text, EXAMPLE);
  const draft: Draft = {
    kind: 'read',
    view: 'table',
    index: 'RUT',
    indexTyped: false,
    chart: false,
    csv: false,
    names: [],
  };
  while (!words.done()) readPart(words, draft, today);
  const { names, ...request } = draft;
  if (names.length === 0) return request;
  if (request.view === 'log') throw unknownWord(names.join(' '));
  return { ...request, name: names.join(' ') };
}

function readPart(words: Words, draft: Draft, today: Day): void {
  const index = draft.view === 'survey' ? undefined : words.take(indexOf);
  if (index) {
    Object.assign(draft, { index, indexTyped: true });
    return;
  }
  const word = words.next();
  if (word === 'asof' || word === 'on') draft.asOf = dayAfter(words, { after: word, today, shown: SHOWN });
  else if (word === 'since') draft.since = dayAfter(words, { after: word, today, shown: SHOWN });
  else if (word === 'csv') draft.csv = true;
  else if (word === 'chart') draft.chart = true;
  else if (word === 'ledger' || word === 'targets' || word === 'calls') return;
  else if (Object.hasOwn(VIEW_WORDS, word) && draft.view === 'table') draft.view = VIEW_WORDS[word] ?? 'table';
  else if (/[\p{L}\p{N}]/u.test(word)) draft.names.push(word);
  else throw unknownWord(word);
}

function indexOf(phrase: string): IndexSymbol | undefined {
  const symbol = symbolOf(phrase);
  return symbol === 'RUT' || symbol === 'GSPC' ? symbol : undefined;
}

/** What was typed is no view, no index and no firm of the ledger. */
export function unknownWord(typed: string, firms: readonly string[] = []): CapwatchError {
  const views = [...Object.keys(VIEW_WORDS), 'add', 'edit', 'withdraw', 'import', 'russell', 'spx', 'help'];
  const near = nearest(typed, [...views, ...firms.map((firm) => firm.toLowerCase())]);
  const asked = near === undefined ? '' : ` Did you mean \`${near}\`?`;
  const runnable = near !== undefined && !['add', 'edit', 'withdraw', 'who'].includes(near);
  return new CapwatchError('invalid_input', `I do not know \`${quotedWord(typed)}\`.${asked}`, {
    example: runnable ? `/targets ${near}` : EXAMPLE,
    hint: HINT,
    ...(runnable && { suggestion: { label: `Run /targets ${near}`, command: `/targets ${near}` } }),
  });
}
