/** The notification text of the morning lead: the headline’s finding and one sentence a line. Pure. */
import type { LeadItem, MorningView } from '../metrics/morning.ts';
import { type FedItem, leadOutcome } from '../metrics/morning-fed.ts';
import { type GapItem, isAtRecord, type RecordItem, type YieldItem } from '../metrics/morning-prices.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { level, probability, sessionDate, shortDate } from './format.ts';
import {
  decisionFindings,
  fedFindings,
  gapFrom,
  headline,
  inSentence,
  leadFindings,
  moveFindings,
  recordFinding,
  turnedWords,
} from './morning-findings.ts';
import { daysOf, legWords } from './morning-lines.ts';
import { missingSentences } from './morning-missing.ts';
import { isUnchanged, outcomeNoun, outcomeTerm, sessionLead, wholeBp, yieldWords } from './morning-words.ts';
import { leadOrLag } from './words.ts';

/** The notification: the finding first, then one sentence a line, then the day. Unescaped. */
export function leadText(view: MorningView): string {
  const sentences = view.lines.map((line, index) => (index === 0 ? leadSentence(line, view) : sentence(line, view)));
  const missing = missingSentences(view);
  const said = [...sentences, ...missing].join(' ');
  const day = sessionDate(view.facts.session);
  return `${said} ${said.includes('close') ? `${day}.` : `${day} close.`}`;
}

function leadSentence(line: LeadItem, view: MorningView): string {
  if (line.kind !== 'gap' && !(line.kind === 'fed' && line.item.sized)) return `${leadFindings(line, view)[0]}.`;
  const said = line.kind === 'gap' ? gapSentence(line.item, view) : sizedSentence(line.item, view);
  const lead = sessionLead(daysOf(view));
  return lead + (lead === '' ? said : inSentence(said));
}

/** "Odds of a 50 bp hike on 22 Mar: 0%, from 40.2% on Friday. Now 25 bp 65.0%, hold 35.0%." */
function sizedSentence(item: FedItem, view: MorningView): string {
  const [first, ...rest] = item.outcomes;
  if (!first) return '';
  const noun = outcomeNoun(first, item);
  const finding = (fedFindings(item, view)[0] ?? '').slice(noun.length);
  const others = rest
    .filter(({ now }) => now.value > 0)
    .toSorted((a, b) => b.now.value - a.now.value)
    .map(
      (one) =>
        `${one.word === first.word ? outcomeTerm(one).replace(`${one.word} `, '') : outcomeTerm(one)} ${probability(one.now.value)}`,
    );
  const article = noun.includes(' of ') ? '' : 'a ';
  return `Odds of ${article}${noun}${finding}.${others.length > 0 ? ` Now ${others.join(', ')}.` : ''}`;
}

function sentence(line: LeadItem, view: MorningView): string {
  switch (line.kind) {
    case 'decision':
      return `${decisionFindings(line.item, view)[0]}.`;
    case 'fed':
      return `${fedFindings(line.item, view).at(-1)}.`;
    case 'gap':
      return gapSentence(line.item, view);
    case 'record':
      return recordSentence(line.item);
    case 'move':
      return `${moveFindings(line.item, view).at(-1)}.`;
    case 'yield':
      return `2-year ${yieldWords(line.item.level.value)}, ${yieldChange(line.item)}.`;
  }
}

function yieldChange({ changeBp }: YieldItem): string {
  return Math.round(changeBp.value) === 0 ? 'unchanged' : wholeBp(changeBp.value);
}

function gapSentence(item: GapItem, view: MorningView): string {
  const { gap } = item.now;
  if (!isMeasured(gap)) return `No small-cap gap: ${gap.absent}.`;
  const finding = `Small caps ${leadOrLag(gap)} year to date`;
  if (item.turned) return `${finding}${turnedWords(item, view)}.`;
  const from = gapFrom(item, view);
  const inHeader = from !== '' && headline(view).includes(from);
  return inHeader ? `${finding}${from} (${legWords(item.now)}).` : `${finding}: ${legWords(item.now)}.`;
}

function recordSentence(item: RecordItem): string {
  const at = [item.benchmark, item.subject].filter(isAtRecord);
  if (at.length === 0) return `${recordFinding(item)}.`;
  return `${at.map(({ series }) => `${series.name} record close ${level(series.close.at(-1) ?? Number.NaN)}`).join('; ')}.`;
}

/** "Fed, 20 Sep: hike 14.0%, unchanged.": the odds in the text of a quiet day. */
export function quietFedSentence(item: FedItem): string {
  const first = leadOutcome(item);
  if (!first) return '';
  const { meeting, odds } = item.view.figures;
  const change = !first.before ? '' : isUnchanged(first) ? ', unchanged' : `, from ${probability(first.before.value)}`;
  return `Fed, ${shortDate(meeting, odds.asOf)}: ${outcomeTerm(first)} ${probability(first.now.value)}${change}.`;
}
