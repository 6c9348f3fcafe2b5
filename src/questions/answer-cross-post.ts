/** The answer that holds two posts against each other: what each measured and when, where it stands now. Makes up no agreement. */
import { type Day, newYorkTime } from '../calendar/day.ts';
import type { AnswerDraft, PostLink } from '../messages/answer.ts';
import { capital, counted, fullDate, plain, points, probability, shortDate } from '../messages/format.ts';
import { printedValue } from '../messages/receipts.ts';
import { isMeasured, type Receipt } from '../metrics/receipt.ts';
import { comparison } from '../metrics/returns.ts';
import { directionWords } from '../metrics/surveys.ts';
import { surveyOf } from './answer-survey.ts';
import { foundPost, missedName, numbersAbout, postedAt, postName, subjectOf, wantedPost } from './cross-post.ts';
import { type Asking, draft, receipts, refused, seriesOf, sourceWords } from './desk.ts';
import type { ChannelPost, PostSnapshot, Subject } from './post-snapshot.ts';
import { readMeeting } from './read-fed.ts';

/** One of the two sides. */
interface Side {
  readonly line: string;
  readonly figure: Receipt<number>;
  readonly asOf: string;
  readonly numbers: readonly Receipt[];
  readonly publisher?: string;
  readonly link?: string;
}

/** Two posts of a channel beside each other. @throws CapwatchError `not_found` when neither is there. */
export async function crossPostAnswer(asking: Asking): Promise<AnswerDraft> {
  const { text, question, desk, now } = asking;
  const today = (asking.post && postedAt(asking.post)?.day) ?? asking.post?.asOf ?? newYorkTime(now).day;
  const own_ = asking.post && subjectOf(asking.post);
  const { asOf: named } = question.slots;
  const wanted = wantedPost(text, today, { ...(named !== undefined && { named }), ...(own_ && { own: own_ }) });
  const stored = (await desk.posts?.(wanted.subject)) ?? [];
  // Where no subject is said, the two stories are odds and prices: the one the post does not tell.
  const posts =
    stored.length > 0 || wanted.subject ? stored : ((await desk.posts?.(own_ === 'fed' ? 'smallcaps' : 'fed')) ?? []);
  const others = posts.filter(({ ts }) => ts !== asking.post?.ts);
  const found = foundPost(wanted, others);
  const here = asking.post ?? others.find((post) => post !== found?.post && subjectOf(post) !== wanted.subject);
  const own = here && (await sideOf(here, ownSubject(here, wanted.subject), asking));
  const other = found
    ? await sideOf(found.post, wanted.subject ?? subjectOf(found.post), asking)
    : await currentSide(wanted.subject ?? (own && here && subjectOf(here) === 'fed' ? 'smallcaps' : 'fed'), asking);
  if (!other) throw refused('No other post with numbers is stored for this channel.', '/fedodds');
  const notFound = found?.exact
    ? undefined
    : `${missedName(wanted)} is stored for this channel; ${found ? 'nearest is the one below' : `below is the same measure on ${fullDate(asking.session)}`}`;
  return draft({
    ...wordsOf(own, other, { notFound, choose: CHOOSE.test(text) }),
    posts: [...(here ? [linkOf(here)] : []), ...(found ? [linkOf(found.post)] : [])],
    basis: basisOf(here, found?.post),
    asOf: [own?.asOf, other.asOf, `newest session ${fullDate(asking.latest)}`].filter(Boolean).join('; '),
    source: publishersOf([own, other]),
    ...(own?.link !== undefined && { link: own.link }),
    caveat: 'dates and horizons differ; what the one says does not bind the other',
    numbers: receipts(...(own?.numbers ?? []), ...other.numbers),
    session: here?.asOf ?? asking.session,
    settings: ['12 months'],
    command: found?.post.command || here?.command || '/fedodds',
  });
}

/** Which of the two to believe: not ours to say. */
const CHOOSE = /\b(believe|trust|which (one|of)|go with|listen to|who(s| is) right|follow|weigh)\b/i;

interface Told {
  readonly notFound: string | undefined;
  readonly choose: boolean;
}

function wordsOf(own: Side | undefined, other: Side, { notFound, choose }: Told) {
  const lines = [...(own ? [own.line] : []), other.line, ...(notFound ? [notFound] : [])];
  const lead = leadOf(own?.figure, other.figure);
  return { lead: choose ? `No verdict on which to believe. ${lead}` : lead, lines };
}

function leadOf(own: Receipt<number> | undefined, other: Receipt<number>): string {
  if (!own) return 'One post alone contradicts nothing; this is what it measures.';
  if (own.id !== other.id) return 'They measure different things: neither confirms nor contradicts the other.';
  if (own.asOf !== other.asOf) return 'The same measure on two days: it moved, so both can hold.';
  if (own.value === other.value) return 'Both posts give the same figure of the same day.';
  return 'Two figures of one measure on one day: the data changed between the posts, quote the newer one.';
}

/** A summary holds several subjects: the one that is asked about, where it has it. */
function ownSubject(post: PostSnapshot, asked: Subject | undefined): Subject | undefined {
  if (post.kind !== 'morning' && post.kind !== 'weekly') return subjectOf(post);
  const same = asked !== undefined && numbersAbout(asked, post).length > 0;
  return same ? asked : 'smallcaps';
}

function sideOf(post: PostSnapshot, subject: Subject | undefined, asking: Asking): Promise<Side | undefined> {
  switch (subject) {
    case 'fed':
      return fedSide(post, asking);
    case 'smallcaps':
      return gapSide(post, asking);
    case 'survey':
      return surveySide(post, asking);
    default:
      return Promise.resolve(plainSide(post, subject));
  }
}

const CHANCE = /^fed\.(\d{4}-\d{2}-\d{2})\.(cut|hike)_by$/;

async function fedSide(post: PostSnapshot, asking: Asking): Promise<Side | undefined> {
  const chances = numbersAbout('fed', post).filter(({ id }) => CHANCE.test(id));
  const [figure] = chances.toSorted((a, b) => b.value - a.value);
  const [, meeting = '', direction] = CHANCE.exec(figure?.id ?? '') ?? [];
  if (!figure) return plainSide(post, 'fed');
  const now = asking.latest > figure.asOf ? await chanceNow(asking, meeting, figure.id) : undefined;
  return {
    line: `*${probability(figure.value)}* ${direction} by ${shortDate(meeting, figure.asOf)}, ${fullDate(figure.asOf)}: ${MEASURES.fed}${now ? `; ${probability(now.value)} on ${fullDate(now.asOf)}` : ''}`,
    figure,
    asOf: `odds of ${fullDate(figure.asOf)}`,
    numbers: [figure, ...(now ? [now] : [])],
  };
}

/** The same chance on the newest session; nothing when it cannot be read any more. */
async function chanceNow(asking: Asking, day: Day, id: string): Promise<Receipt<number> | undefined> {
  const slots = { figures: [], chart: false, bearish: false, fromHigh: false, meeting: { day } };
  const later = { ...asking, session: asking.latest, question: { kind: asking.question.kind, slots } };
  const { figures } = (await readMeeting(later).catch(() => undefined)) ?? {};
  const chance = [figures?.cutBy, figures?.hikeBy].find((one) => one?.id === id);
  return chance && chance.asOf > '' ? chance : undefined;
}

const WINDOW = /\.gap\.(ytd|mtd|qtd|\d+[dwmy])$/;

async function gapSide(post: PostSnapshot, asking: Asking): Promise<Side | undefined> {
  const numbers = numbersAbout('smallcaps', post);
  const figure =
    numbers.find(({ id }) => id === 'RUT-GSPC.gap.ytd') ?? numbers.find(({ id }) => WINDOW.test(id)) ?? numbers[0];
  const window = figure && WINDOW.exec(figure.id)?.[1];
  if (!figure || window === undefined) return plainSide(post, 'smallcaps');
  const now = window === 'ytd' && asking.latest > figure.asOf ? await gapNow(asking) : undefined;
  const moved = now ? `; ${points(now.value)} on ${fullDate(now.asOf)}` : '';
  return {
    line: `*${points(figure.value)}* gap ${window === 'ytd' ? 'year to date' : window.toUpperCase()}, close of ${fullDate(figure.asOf)}: ${MEASURES.smallcaps}${moved}`,
    figure,
    asOf: `prices of ${fullDate(figure.asOf)}`,
    numbers: [figure, ...(now ? [now] : [])],
  };
}

async function gapNow(asking: Asking): Promise<Receipt<number> | undefined> {
  const read = await seriesOf({ ...asking, session: asking.latest }, 'GSPC').catch(() => undefined);
  const gap = read && comparison(read.subject, read.benchmark, 'ytd').gap;
  return gap && isMeasured(gap) ? gap : undefined;
}

async function surveySide(post: PostSnapshot, asking: Asking): Promise<Side | undefined> {
  const numbers = numbersAbout('survey', post);
  const since = numbers.find(({ id }) => id.endsWith('.first_since'));
  const record = await surveyOf({ ...asking, post }).catch(() => undefined);
  const latest = record?.readings.at(-1);
  const figure = since ?? numbers[0];
  if (!figure || !record || !latest) return plainSide(post, 'survey');
  const size = since ? `*${counted(since.value, 'day')}* since a reading of that sign` : `*${sizeOf(figure)}*`;
  const field = latest.fieldFrom && latest.fieldTo ? `, field ${latest.fieldFrom} to ${latest.fieldTo}` : '';
  return {
    line: `${size}: ${directionWords(record.series, latest)}, published ${fullDate(latest.published)}; ${MEASURES.survey}`,
    figure,
    asOf: `survey of ${fullDate(latest.published)}${field}`,
    numbers: [figure],
    publisher: latest.source.publisher,
    link: latest.source.link,
  };
}

const MEASURES: Readonly<Record<Subject, string>> = {
  fed: 'what futures price for one meeting',
  smallcaps: 'what prices did',
  targets: 'what one firm expects by its own date',
  survey: 'what managers expect over 12 months',
  backdrop: 'what was counted and published',
};
const DRAWDOWN = 'RUT.drawdown.record';
const REMAINING = /^target\.([\w-]+)\.\w+\.(\d{4}-\d{2}-\d{2})\.(?:\w+\.)?remaining$/;

/** Any other post: the figure that says most of it, with its own basis. */
function plainSide(post: PostSnapshot, subject: Subject | undefined): Side | undefined {
  const held = subject ? numbersAbout(subject, post) : [];
  const calls = held.filter(({ id }) => REMAINING.test(id)).toSorted((a, b) => a.id.localeCompare(b.id));
  const first = post.numbers.find((one): one is Receipt<number> => typeof one.value === 'number');
  const figure = held.find(({ id }) => id === DRAWDOWN) ?? calls.at(-1) ?? held[0] ?? first;
  if (!figure) return undefined;
  return {
    line: `*${sizeOf(figure)}* ${nameOf(figure)}, ${fullDate(figure.asOf)}${subject ? `: ${MEASURES[subject]}` : ''}`,
    figure,
    asOf: `figures of ${fullDate(figure.asOf)}`,
    numbers: [figure],
  };
}

function sizeOf(figure: Receipt<number>): string {
  const { unit, value } = figure;
  if (unit === 'days' || unit === 'sessions') return counted(value, unit.slice(0, -1));
  return unit === 'count' ? plain(value) : printedValue(figure);
}

function nameOf({ id, basis }: Receipt): string {
  if (id === DRAWDOWN) return 'Russell 2000 from its record close';
  const [, firm, date] = REMAINING.exec(id) ?? [];
  if (firm === undefined || date === undefined) return basis;
  const name = firm.split('-').map((word) => capital(word));
  return `left to the call of ${name.join(' ')} of ${fullDate(date)}`;
}

/** Where no such post is stored: the measure itself, on the asked session. */
async function currentSide(subject: Subject, asking: Asking): Promise<Side | undefined> {
  const numbers =
    subject === 'smallcaps'
      ? receipts(await gapNow({ ...asking, latest: asking.session }))
      : receipts(
          ...(await readMeeting(asking)
            .then(({ figures }) => [figures.cutBy, figures.hikeBy])
            .catch(() => [])),
        );
  const at = { ...asking, latest: asking.session };
  const post: PostSnapshot = {
    ...{ team: '', channel: '', ts: '', kind: 'answer', command: '', asOf: asking.session, numbers },
  };
  return numbers.length === 0 ? undefined : sideOf(post, subject === 'smallcaps' ? 'smallcaps' : 'fed', at);
}

function linkOf(post: ChannelPost | PostSnapshot): PostLink {
  const link = 'link' in post ? post.link : undefined;
  return { words: postName(post), ...(link !== undefined && { link }) };
}

function basisOf(here: PostSnapshot | undefined, other: PostSnapshot | undefined): string {
  const commands = [here?.command, other?.command].filter((command) => command !== undefined && command !== '');
  const again = commands.length > 0 ? `; again: ${commands.map((command) => `\`${command}\``).join(' and ')}` : '';
  return `figures as those posts gave them${again}`;
}

function publishersOf(sides: readonly (Side | undefined)[]): string {
  const sources = sides.flatMap((side) => side?.numbers.flatMap((one) => one.sources) ?? []);
  const names = [...sides.flatMap((side) => side?.publisher ?? []), ...sourceWords(sources).split(', ')];
  return [...new Set(names.filter((name) => name !== ''))].join('; ');
}
