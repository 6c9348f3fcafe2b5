/** The headline of the morning lead and the sentences of its notification text. Pure. */
import type { LeadItem, MorningView } from '../metrics/morning.ts';
import { type FedItem, leadOutcome, type OutcomeChange } from '../metrics/morning-fed.ts';
import type { MoveItem } from '../metrics/morning-move.ts';
import { type GapItem, isAtRecord, type RecordItem } from '../metrics/morning-prices.ts';
import { isMeasured } from '../metrics/receipt.ts';
import { LIMITS } from './blocks.ts';
import { monthName } from './fedodds.ts';
import { level, points, probability, sessionDate, shortDate } from './format.ts';
import { daysOf, legWords, moveLine, ordinalWord, recordItemLine, sinceDay } from './morning-lines.ts';
import { missingSentences } from './morning-missing.ts';
import {
  dayName,
  isUnchanged,
  meetingWords,
  outcomeNoun,
  outcomeTerm,
  sessionLead,
  spanWords,
  wholeBp,
  yieldWords,
} from './morning-words.ts';
import { leadOrLag } from './words.ts';

/** One sentence with the one change that matters: the header. */
export function headline(view: MorningView): string {
  const [first] = view.lines;
  const lead = sessionLead(daysOf(view));
  const findings = first ? findingsOf(first, view) : ['No figures this morning: no source answered'];
  const fitting = findings.find((finding) => (lead + finding).length <= LIMITS.headline);
  return lead + (fitting ?? findings.at(-1) ?? '').slice(0, LIMITS.headline - lead.length);
}

/** The finding in ever shorter forms. */
function findingsOf(line: LeadItem, view: MorningView): string[] {
  switch (line.kind) {
    case 'fed':
      return fedFindings(line.item, view);
    case 'gap':
      return gapFindings(line.item, view);
    case 'record':
      return [recordFinding(line.item)];
    case 'move':
      return moveFindings(line.item, view);
    case 'yield':
      return [
        `Two-year yield ${yieldWords(line.item.level.value)}, ${wholeBp(line.item.changeBp.value)} ${spanWords(daysOf(view))}`,
      ];
  }
}

/** "S&P 500 −5.97% on Friday, the largest fall since 16 Mar 2020", and without the claim. */
function moveFindings(item: MoveItem, view: MorningView): string[] {
  const [figure = '', rest = ''] = moveLine(item, view).split('; ')[0]?.replaceAll('*', '').split(' S&P 500') ?? [];
  const finding = `S&P 500 ${figure}${rest}`;
  return [finding, finding.split(',')[0] ?? finding];
}

function fedFindings(item: FedItem, view: MorningView): string[] {
  const first = leadOutcome(item);
  if (!first) return [];
  const day = dayName(view.since, view.facts.session);
  const from = first.before ? `, from ${probability(first.before.value)} on ${day}` : '';
  const now = probability(first.now.value);
  if (item.sized) {
    const noun = outcomeNoun(first);
    return [`${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${meetingWords(item)}: ${now}${from}`];
  }
  const finding = `${oddsName(item, first)} ${now}${from}`;
  const month = monthAgo(item, first);
  return month === undefined ? [finding] : [`${finding} and ${month} a month ago`, finding];
}

/** "March cut odds"; at the next meeting the day stands for the month. */
function oddsName({ view }: FedItem, { word }: OutcomeChange): string {
  return `${monthName(view.figures.meeting, view.figures.odds.asOf)} ${word} odds`;
}

/** Worth a place beside the day's own change when it is larger. */
function monthAgo({ view }: FedItem, first: OutcomeChange): string | undefined {
  const row = view.rows.find(({ lookBack }) => lookBack === '1m');
  if (!row || !first.before) return undefined;
  const then = first.word === 'cut' ? row.cutBy : first.word === 'hike' ? row.hikeBy : row.holdBy;
  return Math.abs(first.now.value - then) > Math.abs(first.change) ? probability(then) : undefined;
}

function gapFindings(item: GapItem, view: MorningView): string[] {
  const { gap } = item.now;
  if (!isMeasured(gap)) return [`No small-cap gap: ${gap.absent}`];
  const finding = `Small caps ${leadOrLag(gap)} year to date`;
  const turned = turnedWords(item, view);
  if (turned) return [finding + turned, finding];
  const records = view.record ? recordTail(view.record) : undefined;
  const day = dayName(view.since, view.facts.session);
  const from = item.before && isMeasured(item.before) ? `, ${points(item.before.value)} on ${day}` : '';
  return [...(records ? [`${finding}; ${records}`] : []), `${finding}${from}`, finding];
}

/** ", ahead on Friday" when the lead or lag is new. */
function turnedWords({ now, turned }: GapItem, { since, facts }: MorningView): string {
  if (!turned || !isMeasured(now.gap)) return '';
  return `, ${now.gap.value < 0 ? 'ahead' : 'behind'} on ${dayName(since, facts.session)}`;
}

/** "S&P 500 at a second record"; nothing when neither index is at one. */
function recordTail({ subject, benchmark }: RecordItem): string | undefined {
  if (isAtRecord(subject) && isAtRecord(benchmark)) return 'both at a record close';
  const at = [benchmark, subject].find(isAtRecord);
  if (!at) return undefined;
  return `${at.series.name} at a ${at.inARow > 1 ? `${ordinalWord(at.inARow)} record` : 'record close'}`;
}

function recordFinding(item: RecordItem): string {
  const at = [item.benchmark, item.subject].find(isAtRecord);
  if (!at) return recordItemLine(item).replaceAll('*', '').split(' (')[0] ?? '';
  const since = isMeasured(at.sinceRecord) ? at.sinceRecord.inputs[0]?.date : undefined;
  const first = at.inARow === 1 && since ? `, first since ${sinceDay(since, at.series.dates.at(-1) ?? '')}` : '';
  return `${at.series.name} record close ${level(at.series.close.at(-1) ?? Number.NaN)}${first}`;
}

/** The notification: the finding first, then one sentence a line, then the day. Unescaped. */
export function leadText(view: MorningView): string {
  const sentences = view.lines.map((line, index) =>
    index === 0 ? `${sessionLead(daysOf(view))}${leadSentence(line, view)}` : sentence(line, view),
  );
  const missing = missingSentences(view);
  const said = [...sentences, ...missing].join(' ');
  const day = sessionDate(view.facts.session);
  return `${said} ${said.includes('close') ? `${day}.` : `${day} close.`}`;
}

function leadSentence(line: LeadItem, view: MorningView): string {
  if (line.kind === 'fed' && line.item.sized) return sizedSentence(line.item, view);
  if (line.kind === 'gap') return sentence(line, view);
  return `${findingsOf(line, view)[0]}.`;
}

/** "Odds of a 50 bp hike on 22 Mar: 0%, from 40.2% on Friday. Now 25 bp 65.0%, hold 35.0%." */
function sizedSentence(item: FedItem, view: MorningView): string {
  const [first, ...rest] = item.outcomes;
  if (!first) return '';
  const finding = fedFindings(item, view)[0] ?? '';
  const article = first.moves === 0 ? 'Odds of a hold' : `Odds of a ${outcomeNoun(first)}`;
  const noun = outcomeNoun(first);
  const others = rest
    .toSorted((a, b) => b.now.value - a.now.value)
    .map(
      (one) =>
        `${one.word === first.word ? outcomeTerm(one).replace(`${one.word} `, '') : outcomeTerm(one)} ${probability(one.now.value)}`,
    );
  return `${article}${finding.slice(noun.length)}.${others.length > 0 ? ` Now ${others.join(', ')}.` : ''}`;
}

function sentence(line: LeadItem, view: MorningView): string {
  switch (line.kind) {
    case 'fed':
      return `${line.item.sized ? fedFindings(line.item, view)[0] : shortFed(line.item, view)}.`;
    case 'gap':
      return gapSentence(line.item, view);
    case 'record':
      return recordSentence(line.item);
    case 'move':
      return `${moveFindings(line.item, view).at(-1)}.`;
    case 'yield':
      return `2-year ${yieldWords(line.item.level.value)}, ${wholeBp(line.item.changeBp.value)}.`;
  }
}

function shortFed(item: FedItem, view: MorningView): string {
  return fedFindings(item, view).at(-1) ?? '';
}

function gapSentence(item: GapItem, view: MorningView): string {
  const { gap } = item.now;
  if (!isMeasured(gap)) return `No small-cap gap: ${gap.absent}.`;
  const finding = `Small caps ${leadOrLag(gap)} year to date`;
  const day = dayName(view.since, view.facts.session);
  if (item.turned) return `${finding}${turnedWords(item, view)}.`;
  const inHeader = headline(view).includes(`pp on ${day}`) && item.before && isMeasured(item.before);
  return `${finding}: ${legWords(item.now)}${inHeader ? `, ${points(item.before.value)} on ${day}` : ''}.`;
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
