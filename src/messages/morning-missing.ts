/** What a dead source costs the morning summary: one visible line, one sentence, one word in the receipt line. Pure. */
import type { Day } from '../calendar/day.ts';
import { sessionsBetween } from '../calendar/nyse.ts';
import type { MorningView, Section } from '../metrics/morning.ts';
import { type FedItem, leadOutcome } from '../metrics/morning-fed.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { monthName } from './fedodds.ts';
import { chipOf } from './fedodds-parts.ts';
import { points, probability, weekdayDate } from './format.ts';
import { DAGGER, meetingWords, outcomeTerm, weekdayLong } from './morning-words.ts';

/** ":warning: *No Fed odds for Monday:* … Last good, Fri 19 Jan: cut by 20 Mar 47.1%": one line a dead section. */
export function missingLines(view: MorningView): string[] {
  const day = weekdayLong(view.facts.session);
  return [
    ...deadOf(view.facts.prices, (why) => `:warning: *No index closes for ${day}:* ${why}.${lastGapWords(view)}`),
    ...deadOf(view.facts.fed, (why) => `:warning: *No Fed odds for ${day}:* ${why}.${lastFedWords(view.lastFed)}`),
  ];
}

function deadOf(part: Section<unknown>, words: (why: string) => string): string[] {
  return part.ok ? [] : [words(part.why)];
}

function lastFedWords(item: FedItem | undefined): string {
  const first = item && leadOutcome(item);
  if (!item || !first) return '';
  const figure = `${outcomeTerm(first)} ${meetingWords(item)} ${probability(first.now.value)}`;
  return ` Last good, ${weekdayDate(item.day.odds.asOf)}: ${figure}${isSettled(item) ? '' : DAGGER}`;
}

function isSettled({ day, view }: FedItem): boolean {
  return chipOf(day.odds, view.figures.found) === 'Settlement';
}

function lastGapWords({ lastGap }: MorningView): string {
  if (!lastGap || !isMeasured(lastGap.now.gap)) return '';
  const { asOf, value } = lastGap.now.gap;
  return ` Last good, ${weekdayDate(asOf)}: year to date ${points(value)}`;
}

/** "Fed odds missing for Monday; last good Fri 19 Jan, 47.1% by March." */
export function missingSentences(view: MorningView): string[] {
  const day = weekdayLong(view.facts.session);
  const first = view.lastFed && leadOutcome(view.lastFed);
  const fed =
    view.lastFed && first
      ? `; last good ${weekdayDate(view.lastFed.day.odds.asOf)}, ${probability(first.now.value)} by ${monthName(view.lastFed.view.figures.meeting, view.facts.session)}`
      : '';
  const gap =
    view.lastGap && isMeasured(view.lastGap.now.gap)
      ? `; last good ${weekdayDate(view.lastGap.now.gap.asOf)}, year to date ${points(view.lastGap.now.gap.value)}`
      : '';
  return [
    ...(view.facts.prices.ok ? [] : [`Index closes missing for ${day}${gap}.`]),
    ...(view.facts.fed.ok ? [] : [`Fed odds missing for ${day}${fed}.`]),
  ];
}

/** "odds: *Stale 1 session*": what the receipt line adds for a dead section. */
export function staleChips({ facts, lastFed, lastGap }: MorningView): string[] {
  const gapDay = lastGap && isMeasured(lastGap.now.gap) ? lastGap.now.gap.asOf : undefined;
  return [
    ...(facts.prices.ok ? [] : [`closes: ${staleWords(gapDay, facts.session)}`]),
    ...(facts.fed.ok ? [] : [`odds: ${staleWords(lastFed?.day.odds.asOf, facts.session)}`]),
  ];
}

function staleWords(day: Day | undefined, session: Day): string {
  if (day === undefined) return '*none*';
  const sessions = sessionsBetween(day, session);
  return `*Stale ${sessions} ${sessions === 1 ? 'session' : 'sessions'}*`;
}
