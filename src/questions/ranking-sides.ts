/** The first line of a list of calls for a side: who is above or below the close or a level. Words only. */
import { counted, plain } from '../messages/format.ts';
import { joined, shortFirm } from '../messages/targets-words.ts';
import type { Asking } from './desk.ts';
import type { Listed, Ranked, Said } from './ranking-leads.ts';
import { countOf, NAMES } from './street.ts';
import { normalText } from './words-normal.ts';

/** Who is above or below the close. */
export function besideClose(asking: Asking, { ranked, close }: Listed): Said {
  const { side } = asking.question.slots;
  const there = ranked.filter(({ remaining }) => (side === 'above' ? remaining.value > 0 : remaining.value < 0));
  const names = joined(
    there.map(({ state, level: own }) => `${shortFirm(state.call.firm)} ${plain(own.value)}`).slice(0, 8),
  );
  const count = countOf('targets.beside', { value: there.length, asOf: asking.session });
  return {
    lead:
      there.length === 0
        ? `Nobody is ${side} the close of ${close}.`
        : `${counted(count.value, 'call')} ${side} the close of ${close}: ${names}.`,
    lines: [],
    numbers: [count],
  };
}

const ENDS_IN =
  /\b(at least|no less than|at most|no more than|or (more|higher|above|up|better|less|lower|below)|at or)\b|[<>]=/;

interface Beyond {
  readonly value: number;
  readonly words: string;
  readonly settings: readonly string[];
  readonly text: string;
}

/** How many firms are above or below a level, by name; "or more" counts those at it. */
export function beyondLevel(
  side: 'above' | 'below',
  { value, words, settings, text }: Beyond,
  {
    ranked,
    book,
    names,
    session,
  }: Pick<Listed, 'ranked' | 'book'> & { names(list: readonly Ranked[]): string; session: string },
): Said {
  const ends = ENDS_IN.test(normalText(text).text);
  const beyond = ranked.filter(({ level: own }) =>
    ends && Math.abs(own.value - value) < 0.51 ? true : side === 'above' ? own.value > value : own.value < value,
  );
  const firmsIn = (list: readonly Ranked[]) => new Set(list.map(({ state }) => state.call.firm)).size;
  const [there, all] = [firmsIn(beyond), firmsIn(ranked)];
  const place = `${ends ? 'at or ' : ''}${side} ${words}`;
  const more = beyond.length > there ? ` with ${counted(beyond.length, 'call')}` : '';
  return {
    lead:
      there === 0
        ? `Nobody is ${place} on the ${NAMES[book.index]}.`
        : `${there} of ${counted(all, 'firm')} on the ${NAMES[book.index]} ${there === 1 ? 'is' : 'are'} ${place}${more}: ${names(beyond)}.`,
    lines: [],
    settings,
    numbers: [
      countOf('targets.beyond', { value: beyond.length, asOf: session }),
      countOf('targets.beyond.firms', { value: there, asOf: session }),
      countOf('targets.all.firms', { value: all, asOf: session }),
    ],
  };
}
