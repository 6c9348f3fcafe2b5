/** Answers about the post itself: as of when, from where, by which formula, what a word means; and the refusal to advise. */
import { closeTime } from '../calendar/nyse.ts';
import type { AnswerDraft } from '../messages/answer.ts';
import { chipOf, directionOf } from '../messages/fedodds-parts.ts';
import { fullDate, percent, probability, sessionDate } from '../messages/format.ts';
import { afterView } from '../metrics/after-view.ts';
import { ruleOf } from '../metrics/events.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { lastSession } from '../metrics/series.ts';
import { callSourceAnswer } from './answer-street.ts';
import { definitionIn } from './definitions.ts';
import { type Asking, asOfWords, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import { formulaWords } from './formula-words.ts';
import { topicOf } from './parse-question.ts';
import { readFed, readMeeting } from './read-fed.ts';

/** Session, close or intraday, source, fetch time, and any series that is behind. */
export async function asOfAnswer(asking: Asking): Promise<AnswerDraft> {
  const { post, latest } = asking;
  const numbers = post?.numbers ?? [];
  const series = numbers.length > 0 ? undefined : await seriesOf(asking, 'GSPC');
  const sources =
    numbers.length > 0
      ? numbers.flatMap((one) => one.sources)
      : series
        ? [series.subject.source, series.benchmark.source]
        : [];
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
  if (question.slots.firm !== undefined || topic === 'targets' || hasCalls || (topic === 'morning' && !asksNumbers))
    return callSourceAnswer(asking);
  const numbers = post?.numbers ?? [];
  const series = numbers.length > 0 ? undefined : await seriesOf(asking, 'GSPC');
  const sources =
    numbers.length > 0
      ? numbers.flatMap((one) => one.sources)
      : series
        ? [series.subject.source, series.benchmark.source]
        : [];
  const named = [...new Map(sources.map((one) => [one.publisher + one.series, one])).values()].slice(0, 4);
  return draft({
    lead: `${sourceWords(sources) || 'No number'}.`,
    lines: named.map((one) => `*${one.publisher}*, series \`${one.series}\``),
    basis: 'daily closes or settlements as published; every number has its inputs under Receipts',
    asOf: asOfWords(asking, asking.session),
    source: sourceWords(sources) || 'none',
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
  const found = definitionIn(asking.text.toLowerCase());
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

/** No recommendation; the measured evidence with its base rate, both ways. */
export async function adviceAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const rule = ruleOf('recovery');
  const view = afterView(series, rule);
  const [fed, study] = [
    await readMeeting(asking).catch(() => undefined),
    'absent' in view.study ? undefined : view.study,
  ];
  const rows = study
    ? study.horizons
        .filter(
          ({ horizon, subject }) => (horizon.id === '12m' || horizon.id === '3m') && subject.events && subject.anyDay,
        )
        .reverse()
    : [];
  const forecast =
    asking.question.kind === 'advice' &&
    /\b(will|going to|predict|forecast|outlook|headed|think)\b/i.test(asking.text) &&
    !/\b(buy|sell|short|long|recommend|should)\b/i.test(asking.text);
  const figures = fed?.figures;
  const direction = figures && directionOf(figures);
  const row = fed?.view.rows.find(({ lookBack }) => lookBack === '1m');
  const chance = figures && (direction === 'cut' ? figures.cutBy : figures.hikeBy);
  const before = row && (direction === 'cut' ? row.cutBy : row.hikeBy);
  const lead = forecast
    ? 'No forecast: Capwatch measures, it does not predict.'
    : 'No recommendation: Capwatch measures, it does not advise.';
  const cases = rows[0]?.subject.events?.count;
  return draft({
    lead,
    rest: 'What can be measured, both ways:',
    lines: [
      ...rows.map(({ horizon, subject: { events, anyDay } }, index) => {
        if (!events || !anyDay) return '';
        const label = horizon.id.toUpperCase();
        const after = index === 0 ? `after the ${events.count.value} earlier recoveries` : 'after them';
        return `*${percent(events.median.value)}* median ${label} ${after}, ${Math.round(events.up.value * events.count.value)} of ${events.count.value} up (any day ${percent(anyDay.median.value)}, ${probability(anyDay.up.value)} up)`;
      }),
      ...(figures && chance
        ? [
            `*${probability(chance.value)}* ${new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Temporal.PlainDate.from(figures.meeting).toZonedDateTime('UTC').epochMilliseconds)} ${direction} odds${before === undefined ? '' : `, from ${probability(before)} a month ago`}`,
          ]
        : []),
    ],
    basis: 'Russell 2000 price return from each completed 52-week low to 52-week high, on closes',
    asOf: `${sessionDate(series.session)} close; odds at settlement`,
    source: `${sourceWords([series.subject.source])}, CME settlements`,
    caveat: `${cases ? `${cases.value} cases since 1988, some in the same cycle: ` : ''}description, not a forecast`,
    numbers: receipts(
      ...view.numbers,
      chance,
      ...(row ? row.base : []),
      ...rows.flatMap(({ subject }) => upCounts(subject)),
    ),
    session: series.session,
    command: `/smallcaps after recovery asof ${series.session}`,
  });
}

/** How many of the cases rose, as its own receipt. */
function upCounts({
  events,
}: {
  events: { up: Receipt<number>; count: Receipt<number> } | undefined;
}): Receipt<number>[] {
  if (!events) return [];
  const { up, count } = events;
  const input = (name: string, { id, asOf, value }: Receipt<number>) => ({ name, series: id, date: asOf, value });
  return [
    {
      ...up,
      id: `${up.id}.count`,
      value: Math.round(up.value * count.value),
      unit: 'count',
      formula: 'share × cases',
      inputs: [input('share', up), input('cases', count)],
    },
  ];
}
