/** Answers whether one call came true: what it said, what came, how near it got. Measures and words it. */
import type { AnswerDraft } from '../messages/answer.ts';
import { fullDate, level, percent, points } from '../messages/format.ts';
import { horizonPhrase, valueWords } from '../messages/targets-words.ts';
import type { CallScore } from '../metrics/call-scores.ts';
import { firmKey } from '../metrics/calls.ts';
import { lastSession } from '../metrics/series.ts';
import { type Asking, asOfWords, draft, receipts, sourceWords, worded } from './desk.ts';
import { COMMAND_INDEX, countOf, NAMES, type Street } from './street.ts';

/** "said +50% in 2024, was +10.02%". */
export function outcomeWords({ state, was }: CallScore): string {
  return `said ${valueWords(state.call.value)} ${horizonPhrase(state.call)}, was ${percent(was.value)}`;
}

/** Whether a close reached the level while the call stood; a revised one may have seen it later. */
function reachWords({ state, miss }: CallScore): string {
  if (state.hitOn !== undefined) return `; level reached on ${fullDate(state.hitOn)}`;
  if (state.status === 'superseded') return `; revised on ${fullDate(state.since)}, before a close reached the level`;
  return miss.value >= 0 ? '' : ': the level was never reached';
}

/** One call: did it come true. */
export function oneCallAnswer(asking: Asking, { series, index }: Street, score: CallScore): AnswerDraft {
  const { state, said, was, miss, naiveMiss, naive, naiveCloser, best } = score;
  const { call, hitOn } = state;
  const n = countOf('scores.one', { value: 1, asOf: asking.session });
  return draft({
    lead: `${miss.value >= 0 ? 'Yes' : hitOn === undefined ? 'No' : 'Not at its horizon'}: ${call.firm} ${outcomeWords(score)} at ${fullDate(was.asOf)}.`,
    lines: [
      `*${points(miss.value)}* miss, outcome less promise${naiveCloser ? '; the naive base rate was nearer' : ''}`,
      `*${level(best.value)}* best close while it ran, ${fullDate(best.asOf)}${reachWords(score)}`,
      `*${worded(naive, percent)}* naive base rate of windows as long`,
    ],
    basis: `close of ${fullDate(was.asOf)} / base close of ${fullDate(call.baseDate)} − 1, ${NAMES[index]}, price return`,
    asOf: asOfWords(asking, lastSession(series)),
    source: `${sourceWords([series.source])}; ${call.source.publisher}`,
    ...(call.source.link && { link: call.source.link }),
    caveat: `N is ${n.value}: one call says nothing of the next`,
    numbers: receipts(said, was, miss, naiveMiss, naive, best, n),
    session: lastSession(series),
    settings: [valueWords(call.value)],
    command: `/targets ${COMMAND_INDEX[index]} score asof ${asking.session}`,
    found: { firm: firmKey(call.firm), call: call.call, index },
  });
}
