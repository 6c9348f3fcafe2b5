/** Answers the difference of two figures told above: measures both again and subtracts. Words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { plain, points, probability, sessionDate, signedNumber } from '../messages/format.ts';
import { gapWords, isRatio } from '../messages/words.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { type Asking, askedSessionOf, draft, receipts, refused } from './desk.ts';
import type { Kind } from './question.ts';

/** One of the two: its answer and the figure that its first line names. */
interface Side {
  readonly kind: Kind;
  readonly answer: AnswerDraft;
  readonly figure: Receipt<number>;
}

/** The later figure less the earlier one, of two questions of one kind; `measured` answers each of them. */
export async function differenceAnswer(
  asking: Asking,
  measured: (asking: Asking) => Promise<AnswerDraft | undefined>,
): Promise<AnswerDraft> {
  const sides: Side[] = [];
  for (const question of asking.question.slots.between ?? []) {
    const session = askedSessionOf(question, asking.post, asking.now);
    const answer = await measured({ ...asking, question, session, text: '' });
    const figure = answer && namedFirst(answer);
    if (answer && figure) sides.push({ kind: question.kind, answer, figure });
  }
  const [first, to] = sides.toSorted((a, b) => (a.answer.session < b.answer.session ? -1 : 1));
  const from = first && to && sameAs(first, to);
  if (!from || !to || [from, to].some(({ figure }) => isRatio(figure)) || from.figure.unit !== to.figure.unit)
    throw refused('Those two figures are not of one kind: they are not subtracted.', '/smallcaps ytd');
  const change = subtracted(to.figure, from.figure);
  const apart = from.answer.session !== to.answer.session;
  const [later, earlier] = [to, from].map(
    (side) => `${figureWords(side.figure, asking)}${apart ? ` on ${sessionDate(side.answer.session)}` : ''}`,
  );
  return draft({
    lead: `${changeWords(change)}:`,
    rest: `${later} less ${earlier}.`,
    lines: [to, from].map(({ answer: { lead, rest = '' } }) => `*${lead}* ${rest}`.trim()),
    basis: `the one less the other, unrounded; ${to.answer.basis}`,
    asOf: apart ? `${sessionDate(from.answer.session)} and ${sessionDate(to.answer.session)}` : to.answer.asOf,
    source: to.answer.source,
    caveat: to.answer.caveat,
    numbers: receipts(change, ...from.answer.numbers, ...to.answer.numbers),
    session: to.answer.session,
    settings: [...from.answer.settings, ...to.answer.settings],
    command: to.answer.command,
  });
}

function subtracted(to: Receipt<number>, from: Receipt<number>): Receipt<number> {
  const input = (name: string, { value, asOf, id }: Receipt<number>) => ({ name, series: id, date: asOf, value });
  return {
    id: `difference.${to.id}`,
    value: to.value - from.value,
    unit: to.unit,
    asOf: to.asOf,
    basis: to.basis,
    formula: 'this − other',
    inputs: [input('this', to), input('other', from)],
    sources: to.sources,
  };
}

/** The figure in the first line: the chance that is printed there first, else the answer's first. */
function namedFirst({ lead, rest = '', numbers }: AnswerDraft): Receipt<number> | undefined {
  const words = `${lead} ${rest}`;
  const figures = numbers.flatMap(numeric);
  const places = figures.map((figure) => ({ figure, place: placeOf(words, probability(figure.value)) }));
  const [first] = places.filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place);
  return first?.figure ?? figures[0];
}

function placeOf(words: string, figure: string): number {
  return words.search(new RegExp(`(?<![\\d.,])${RegExp.escape(figure)}`));
}

/** Odds of a hike less odds of a cut are nothing: the chance of the same move on the other day. */
function sameAs(side: Side, { kind, figure }: Side): Side {
  const name = figure.id.split('.').at(-1);
  const own = kind === 'odds' && side.answer.numbers.flatMap(numeric).find(({ id }) => id.split('.').at(-1) === name);
  return own ? { ...side, figure: own } : side;
}

function numeric(one: Receipt): Receipt<number>[] {
  return typeof one.value === 'number' ? [{ ...one, value: one.value }] : [];
}

function figureWords(figure: Receipt<number>, { question }: Asking): string {
  if (figure.unit !== 'fraction') return plain(figure.value);
  return question.slots.between?.[0]?.kind === 'lag' ? gapWords(figure) : probability(figure.value);
}

function changeWords({ unit, value }: Receipt<number>): string {
  return unit === 'fraction' ? points(value) : `${signedNumber(value, 0)} index points`;
}
