import type { AnswerDraft } from '../messages/answer.ts';
import { monthName } from '../messages/fedodds.ts';
import { chipOf, directionOf } from '../messages/fedodds-parts.ts';
import { percent, probability, sessionDate } from '../messages/format.ts';
import { afterView } from '../metrics/after-view.ts';
import type { EventStudy } from '../metrics/event-study.ts';
import { ruleOf } from '../metrics/events.ts';
import type { Outcomes } from '../metrics/outcomes.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { type Asking, draft, receipts, seriesOf, sourceWords } from './desk.ts';
import { readMeeting } from './read-fed.ts';

/** No recommendation; the measured evidence with its base rate, both ways. */
export async function adviceAnswer(asking: Asking): Promise<AnswerDraft> {
  const series = await seriesOf(asking, 'GSPC');
  const view = afterView(series, ruleOf('recovery'));
  const rows = 'absent' in view.study ? [] : ahead(view.study);
  const odds = await pricedNow(asking);
  const cases = rows[0]?.events.count;
  return draft({
    lead: isForecast(asking)
      ? 'No forecast: Capwatch measures, it does not predict.'
      : 'No recommendation: Capwatch measures, it does not advise.',
    rest: 'What can be measured, both ways:',
    lines: [...rows.map(rowWords), ...(odds ? [odds.words] : [])],
    basis: 'Russell 2000 price return from each completed 52-week low to 52-week high, on closes',
    asOf: `${sessionDate(series.session)} close${odds ? `; odds at ${odds.chip.toLowerCase()}` : ''}`,
    source: `${sourceWords([series.subject.source])}${odds ? `, CME ${odds.chip.toLowerCase()}s` : ''}`,
    caveat: `${cases ? `${cases.value} cases since 1988, some in the same cycle: ` : ''}description, not a forecast`,
    numbers: receipts(...view.numbers, ...(odds?.numbers ?? []), ...rows.flatMap(({ events }) => upCounts(events))),
    session: series.session,
    command: `/smallcaps after recovery asof ${series.session}`,
  });
}

function isForecast({ question, text }: Asking): boolean {
  if (question.kind !== 'advice') return false;
  return (
    /\b(will|going to|predict|forecast|outlook|headed|think)\b/i.test(text) &&
    !/\b(buy|sell|short|long|recommend|should)\b/i.test(text)
  );
}

interface Ahead {
  readonly label: string;
  readonly events: Outcomes;
  readonly anyDay: Outcomes;
}

/** A year and a quarter ahead, with any day beside them. */
function ahead({ horizons }: EventStudy): Ahead[] {
  return horizons
    .filter(({ horizon }) => horizon.id === '12m' || horizon.id === '3m')
    .flatMap(({ horizon, subject: { events, anyDay } }) =>
      events && anyDay ? [{ label: horizon.id.toUpperCase(), events, anyDay }] : [],
    )
    .reverse();
}

function rowWords({ label, events, anyDay }: Ahead, index: number): string {
  const after = index === 0 ? `after the ${events.count.value} earlier recoveries` : 'after them';
  const up = `${Math.round(events.up.value * events.count.value)} of ${events.count.value} up`;
  const usual = `any day ${percent(anyDay.median.value)}, ${probability(anyDay.up.value)} up`;
  return `*${percent(events.median.value)}* median ${label} ${after}, ${up} (${usual})`;
}

/** The nearer odds and what they were a month ago; nothing where no meeting can be priced. */
async function pricedNow(asking: Asking) {
  const fed = await readMeeting(asking).catch(() => undefined);
  if (!fed) return undefined;
  const { figures, view } = fed;
  const direction = directionOf(figures);
  const row = view.rows.find(({ lookBack }) => lookBack === '1m');
  const chance = direction === 'cut' ? figures.cutBy : figures.hikeBy;
  const before = row && (direction === 'cut' ? row.cutBy : row.hikeBy);
  const ago = before === undefined ? '' : `, from ${probability(before)} a month ago`;
  return {
    words: `*${probability(chance.value)}* ${monthName(figures.meeting, figures.odds.asOf)} ${direction} odds${ago}`,
    chip: chipOf(figures.odds, figures.found),
    numbers: [chance, ...(row?.base ?? [])],
  };
}

/** How many of the cases rose, as its own receipt. */
function upCounts({ up, count }: Outcomes): Receipt<number>[] {
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
