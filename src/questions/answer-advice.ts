import type { AnswerDraft } from '../messages/answer.ts';
import { chipOf, directionOf } from '../messages/fedodds-parts.ts';
import { percent, probability, sessionDate } from '../messages/format.ts';
import { afterView } from '../metrics/after-view.ts';
import { ruleOf } from '../metrics/events.ts';
import type { Receipt } from '../metrics/receipt.ts';
import { type Asking, draft, receipts, seriesOf, sourceWords } from './desk.ts';
import { readMeeting } from './read-fed.ts';

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
    asOf: `${sessionDate(series.session)} close${figures ? `; odds at ${chipOf(figures.odds, figures.found).toLowerCase()}` : ''}`,
    source: `${sourceWords([series.subject.source])}${figures ? `, CME ${chipOf(figures.odds, figures.found).toLowerCase()}s` : ''}`,
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
