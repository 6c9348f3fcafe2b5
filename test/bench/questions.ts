/** The thirty questions one by one: understood as, must-have found, time without drawing. Prints; asserts nothing. */
import { existsSync } from 'node:fs';
import { answerQuestion } from '../../commands/question.ts';
import { showAsk } from '../../src/show-ask.ts';
import { DATA_DIR } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';
import { type Asked, QUESTIONS } from '../support/questions.ts';

const BUDGET_MS = 200;
const DAYS = ['2024-01-22', '2026-08-21'];

/** A table a day; the second day has no must-haves, only whether there is an answer. */
export async function benchQuestions(): Promise<string[]> {
  if (!existsSync(DATA_DIR)) return ['questions: skipped, ../shared/data is absent'];
  const lines: string[] = [];
  for (const day of DAYS) {
    const rows = [];
    for (const question of QUESTIONS) rows.push(await measured(question, day));
    const slow = rows.filter(({ ms }) => ms > BUDGET_MS).length;
    const found = rows.filter(({ missing }) => missing === 0).length;
    lines.push(`questions on ${day}: ${found} of ${rows.length} with all must-haves, ${slow} over ${BUDGET_MS} ms`);
    lines.push(...rows.map(({ line }) => line));
  }
  return lines;
}

async function measured({ id, on, text, as, must }: Asked, day: string) {
  const replay = on.replace('2024-01-22', day);
  const { call } = SHARED;
  try {
    // Once for the post above the question; the question alone is timed, with prices in memory as in a running process.
    const { post, answers } = await showAsk([text], replay, call);
    const now = Temporal.ZonedDateTime.from(`${post.asOf}T22:00[America/New_York]`).toInstant();
    const start = performance.now();
    await answerQuestion(text, { post, chain: [], call: { ...call, now } });
    const ms = performance.now() - start;
    const message = answers[0]?.message;
    const words = `${message?.text}\n${JSON.stringify(message?.blocks)}`
      .replaceAll('&amp;', '&')
      .replaceAll('\u00a0', ' ');
    const missing = day === DAYS[0] ? must.filter((pattern) => !pattern.test(words)).length : 0;
    const understood = answers[0]?.as ?? 'nothing';
    const right = understood === as ? '' : ` (wanted ${as})`;
    const verdict = missing === 0 ? 'whole' : `${missing} of ${must.length} missing`;
    return {
      ms,
      missing,
      line: `${id}  ${understood.padEnd(16)}${right} ${verdict.padEnd(14)} ${ms.toFixed(0).padStart(4)} ms`,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ms: 0, missing: 1, line: `${id}  ${as.padEnd(16)} refused: ${why}` };
  }
}

const SHARED = desk();
