/** Answers where a survey reading comes from: page, publication day, field dates. Words only. */
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate } from '../messages/format.ts';
import { monthWords } from '../messages/targets-words.ts';
import { latestReading } from '../metrics/surveys.ts';
import { periodAsked, saying, surveyOf } from './answer-survey.ts';
import { type Asking, draft, receipts, refused } from './desk.ts';

/** The citation of the reading a thread speaks of: page, publication day, field dates. */
export async function surveySourceAnswer(asking: Asking): Promise<AnswerDraft> {
  const read = await surveyOf(asking);
  const period = periodAsked(asking);
  const reading = read.readings.find((one) => one.period === period) ?? read.readings.at(-1);
  if (!reading) throw refused('No survey reading was known that day.', '/targets survey');
  return draft({
    lead: `${reading.source.publisher}, ${fullDate(reading.published)}: ${read.series.name}, ${monthWords(reading.period)}.`,
    lines: [
      `*Says*: ${saying(read, reading)}${reading.source.quote ? `: “${reading.source.quote}”` : ''}`,
      ...(reading.fieldFrom && reading.fieldTo
        ? [`*Field* ${fullDate(reading.fieldFrom)} to ${fullDate(reading.fieldTo)}`]
        : []),
    ],
    basis: `reading of ${monthWords(reading.period)}, version ${reading.version} in the ledger, entered by hand`,
    asOf: `published ${fullDate(reading.published)}`,
    source: reading.source.publisher,
    link: reading.source.link,
    caveat: 'the page quotes the survey; the survey itself is not held here',
    numbers: receipts(latestReading(read.series, [reading])),
    session: asking.session,
    settings: [`version ${reading.version}`, reading.source.quote ?? ''],
    command: `/targets survey ${read.series.series} asof ${asking.session}`,
  });
}
