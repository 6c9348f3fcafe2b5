/** Answers about the post itself: as of when, from where, by which formula, what a word means; and the refusal to advise. */
import { closeTime } from '../calendar/nyse.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { chipOf } from '../messages/fedodds-parts.ts';
import { fullDate, percent, sessionDate } from '../messages/format.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { lastSession } from '../metrics/series.ts';
import { surveySourceAnswer } from './answer-survey-source.ts';
import { callSourceAnswer } from './answer-target.ts';
import { definitionIn } from './definitions.ts';
import { type Asking, asOfWords, draft, refused, seriesOf, sourceWords } from './desk.ts';
import { formulaWords } from './formula-words.ts';
import { topicOf } from './post-question.ts';
import { readFed } from './read-fed.ts';

/** The post's numbers with where they come from; without a post the two series of today's gap. */
async function postedSources(asking: Asking) {
  const numbers = asking.post?.numbers ?? [];
  if (numbers.length > 0) return { numbers, sources: numbers.flatMap((one) => one.sources) };
  const series = await seriesOf(asking, 'GSPC');
  return { numbers, series, sources: [series.subject.source, series.benchmark.source] };
}

/** Session, close or intraday, source, fetch time, and any series that is behind. */
export async function asOfAnswer(asking: Asking): Promise<AnswerDraft> {
  const { post, latest } = asking;
  const { numbers, series, sources } = await postedSources(asking);
  const session = post?.asOf || series?.session || asking.session;
  const fed = await fedDay(asking);
  const behind = series ? series.stale.map(({ series: one }) => one.name) : staleIds(numbers, session);
  const fetched = sources
    .map(({ fetchedAt }) => fetchedAt)
    .sort()
    .at(-1);
  return draft({
    lead: `${sessionDate(session)}, the close (${closeTime(session)} ET), not intraday.`,
    lines: [
      ...(fed ? [`*${sessionDate(fed.asOf)}* for fed funds futures, ${fed.kind}`] : []),
      `*${behind.length === 0 ? 'Nothing is stale' : 'Stale'}*${behind.length === 0 ? ': every series of it has that session' : `: ${behind.join(', ')}`}`,
      ...(fetched === undefined || fetched === ''
        ? []
        : [
            `*Fetched* ${fetched.replace('T', ' ').replace(/(:\d\d)(:\d\d)?(\.\d+)?Z$/, '$1 UTC')}: when the file was last written, not when the prices were made`,
          ]),
    ],
    basis: 'data time is the session of the prices, never the clock',
    asOf:
      latest > session
        ? `${sessionDate(session)}; the newest completed session is ${fullDate(latest)}`
        : `${sessionDate(session)}; nothing newer`,
    source: sourceWords(sources) || 'see Receipts',
    caveat: 'surveys, calls and economic prints carry their own publication day',
    numbers: [],
    session,
    command: post?.command ?? `/smallcaps ytd asof ${session}`,
  });
}

async function fedDay({ desk, session }: Asking): Promise<{ asOf: string; kind: string } | undefined> {
  try {
    const { odds } = await readFed(desk.fedMarket, session);
    const [price] = odds.meetings;
    return { asOf: odds.asOf, kind: chipOf(odds, price).toLowerCase() };
  } catch {
    return undefined;
  }
}

function staleIds(numbers: readonly Receipt[], session: string): string[] {
  const ids = numbers
    .filter(({ asOf, id }) => asOf < session && /\.(return|gap)\.(ytd|1d)$/.test(id))
    .map(({ id, asOf }) => `${id.split('.')[0]} (${asOf})`);
  return [...new Set(ids)];
}

/** A citation: of a call where the thread or the post is about calls, else the publishers of its numbers. */
export async function sourceAnswer(asking: Asking): Promise<AnswerDraft> {
  const { post, question } = asking;
  const topic = topicOf(post);
  const hasCalls = post?.numbers.some(({ id }) => id.startsWith('target.')) ?? false;
  const asksNumbers = /\b(price|data|close|number|figure|odds)/i.test(asking.text);
  if (question.slots.firm !== undefined || question.slots.found) return callSourceAnswer(asking);
  if (
    topic === 'survey' ||
    question.slots.survey !== undefined ||
    /\b(survey|fms|fund manager|cash (level|balance))/i.test(asking.text)
  )
    return surveySourceAnswer(asking);
  if (topic === 'targets' || hasCalls || (topic === 'morning' && !asksNumbers)) return callSourceAnswer(asking);
  const { numbers, sources } = await postedSources(asking);
  const asked = sources.filter(
    ({ series: name }) => question.slots.macro !== undefined && name.includes(question.slots.macro),
  );
  const cited = asked.length > 0 ? asked : sources;
  const named = [...new Map(cited.map((one) => [one.publisher + one.series, one])).values()].slice(0, 4);
  return draft({
    lead: `${sourceWords(cited) || 'No number'}.`,
    lines: named.map((one) => `*${one.publisher}*, series \`${one.series}\``),
    basis: 'daily closes or settlements as published; every number has its inputs under Receipts',
    asOf: asOfWords(asking, asking.session),
    source: sourceWords(cited) || 'none',
    caveat: 'publishers are named, pages are not: the same series stands under that name at the publisher',
    numbers: [...numbers].slice(0, 40),
    session: asking.session,
    settings: named.map((one) => `${one.publisher} ${one.series}`),
    command: post?.command || `/smallcaps ytd asof ${asking.session}`,
  });
}

/** One number's receipt as text. */
export async function formulaAnswer(asking: Asking): Promise<AnswerDraft> {
  const receipt = await receiptAsked(asking);
  if (!receipt) throw refused('There is no number above to take apart.', '/smallcaps ytd');
  const inputs = receipt.inputs
    .slice(0, 4)
    .map(({ name, series, date, value }) => `*${formulaWords(value)}* ${name}, ${series}, ${date}`);
  return draft({
    lead: `${formulaWords(receipt.value)}${receipt.unit === 'fraction' ? ` (${percent(Number(receipt.value))})` : ''} = ${receipt.formula}`,
    lines: [...inputs, ...(receipt.inputs.length > 4 ? ['*More inputs* under Receipts'] : [])],
    basis: receipt.basis,
    asOf: sessionDate(receipt.asOf),
    source: sourceWords(receipt.sources) || 'computed from the inputs named',
    caveat: `receipt \`${receipt.id}\`; printed once rounded, computed unrounded`,
    numbers: [receipt],
    session: asking.session,
    settings: [
      receipt.formula,
      receipt.basis,
      ...receipt.inputs.map(({ name }) => name).filter((name) => /\d/.test(name)),
    ],
    command: asking.post?.command || `/smallcaps ytd asof ${asking.session}`,
  });
}

async function receiptAsked(asking: Asking): Promise<Receipt | undefined> {
  const { post, question } = asking;
  const numbers = (post?.numbers ?? []).filter(({ value }) => typeof value === 'number');
  const { month, figures } = question.slots;
  const typed = figures[0];
  const byFigure =
    typed &&
    numbers.find(
      ({ value }) =>
        typeof value === 'number' &&
        Math.abs(Math.abs(value * 100) - Math.abs(typed.value)) < 0.5 * 10 ** -typed.decimals,
    );
  const byMonth =
    month === undefined
      ? undefined
      : numbers.find(({ id }) => id.startsWith('fed.') && Number(id.slice(9, 11)) === month && /_by$/.test(id));
  const main = numbers.find(({ id }) => /\.gap\.|_by$|\.level$|drawdown\.record$/.test(id));
  if (byFigure ?? byMonth ?? main ?? numbers[0]) return byFigure ?? byMonth ?? main ?? numbers[0];
  const { subject } = await seriesOf(asking, 'GSPC');
  return {
    id: `${subject.symbol}.close`,
    value: subject.close.at(-1) ?? 0,
    unit: 'index',
    asOf: lastSession(subject),
    basis: 'close',
    formula: 'close',
    inputs: [],
    sources: [subject.source],
  };
}

/** What a word of the post means and how it is counted. */
export async function defineAnswer(asking: Asking): Promise<AnswerDraft | undefined> {
  const { term = '' } = asking.question.slots;
  const found = definitionIn(asking.text.toLowerCase()) ?? definitionIn(term);
  if (!found) return undefined;
  return draft({
    lead: `${found.term}: ${found.says}.`,
    lines: [],
    basis: 'the definition every post of Capwatch uses',
    asOf: asOfWords(asking, asking.session),
    source: 'docs/metrics.md, receipts of each number',
    caveat: 'other pages may count it otherwise; ask with their figure and the day it fits is named',
    numbers: [],
    session: asking.session,
    settings: [found.says],
    command: `${found.command} asof ${asking.session}`,
  });
}
