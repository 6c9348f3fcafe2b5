/** `/targets survey add …`: a reading entered by hand, with its source; asked for like every write. */
import { newYorkTime } from '../src/calendar/day.ts';
import { CapwatchError } from '../src/errors.ts';
import type { Message } from '../src/messages/message.ts';
import { type ReadingReview, readingConfirmMessage, readingOutcomeMessage } from '../src/messages/surveys-confirm.ts';
import { outcomeMessage } from '../src/messages/targets-written.ts';
import type { SurveyReading } from '../src/metrics/surveys.ts';
import { SURVEY_EXAMPLE, seriesNamed, typedReading } from '../src/questions/survey-line.ts';
import { barredBy, type Desk, readerOf, type TargetsCall, writingDesk } from './targets-ledger.ts';

const READ_ONLY = 'This ledger can only be read here: nothing can be written.';

/** The reading as it would be stored, and the question. */
export async function readingAnswer(text: string, call: TargetsCall): Promise<Message> {
  const typed = typedReading(text, newYorkTime(call.now).day);
  const { reader, team } = readerOf(call);
  const [known, versions] = await Promise.all([reader.listSurveySeries(team), reader.listSurveyReadings(team)]);
  const series = seriesNamed(typed.name, known);
  if (typed.directionOnly && !series.signed) {
    const said = `${series.series} has no sign: write its value.`;
    throw new CapwatchError('invalid_input', said, { example: SURVEY_EXAMPLE });
  }
  const reading: SurveyReading = { survey: series.survey, series: series.series, ...typed.reading };
  const held = versions.filter(
    (one) => one.survey === series.survey && one.series === series.series && one.period === reading.period,
  );
  const review: ReadingReview = {
    series,
    reading,
    seen: Math.max(0, ...held.map(({ version }) => version)),
    notes: [],
  };
  const desk = writingDesk(call);
  if (!desk) return readingConfirmMessage({ ...review, notes: [READ_ONLY] }, undefined);
  const writers = await barredBy(desk);
  if (writers) return outcomeMessage({ kind: 'forbidden', writers });
  return readingConfirmMessage(review, await recordReadingDraft(review, desk));
}

/** A reading that waits for its confirmation. */
export interface PendingReading {
  readonly kind: 'reading';
  readonly reading: SurveyReading;
  readonly seen: number;
}

function recordReadingDraft({ reading, seen }: ReadingReview, { store, writing }: Desk): Promise<string> {
  const pending: PendingReading = { kind: 'reading', reading, seen };
  return store.recordDraft(writing, JSON.stringify(pending));
}

/** Writes a confirmed reading and says what became of it. */
export async function writtenReading({ reading, seen }: PendingReading, { store, writing }: Desk): Promise<Message> {
  const outcome = await store.recordSurveyReading(writing, { reading, seen });
  return readingOutcomeMessage(outcome, reading);
}
