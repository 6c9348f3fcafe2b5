/** Basis, as-of and source words that every answer about odds shares. */

import { chipOf, rangeText } from '../messages/fedodds-parts.ts';
import { fullDate, sessionDate } from '../messages/format.ts';
import type { MeetingFigures } from '../metrics/fed-receipts.ts';
import { type Asking, sourceWords } from './desk.ts';

/** Basis, as-of and source lines that every odds answer shares. */
export function oddsLabels(asking: Asking, { odds, found }: MeetingFigures) {
  const chip = chipOf(odds, found);
  const here = asking.post !== undefined && asking.post.asOf === odds.asOf && asking.question.slots.asOf === undefined;
  const newer = asking.latest > odds.asOf ? `newest session ${fullDate(asking.latest)}` : 'nothing newer';
  return {
    asOf: `${chip} of ${sessionDate(odds.asOf)}${here ? ', as in this post' : ''}; ${newer}`,
    source: `CME prices, ${sourceWords([odds.day.futures.source])}`.replace('CME prices, CME prices', 'CME prices'),
    session: odds.asOf,
  };
}

export const METHOD = '30-day fed funds futures, FedWatch method';

export const daggered = ({ odds, found }: MeetingFigures) =>
  chipOf(odds, found) === 'Settlement' ? '' : 'last trades: good to 1–2 pp; ';

export const LAST_TRADES = '1–2 pp';

export function rangeSettings({ odds, ranges }: MeetingFigures): string[] {
  return [odds.range, ...ranges].map(({ lowerBp, upperBp }) => rangeText(lowerBp, upperBp));
}
