/** What is left of a text once values and filler are taken out: nothing left means that it leans on what was said before. Pure. */
import { NAME_PATTERNS } from './slots-names.ts';
import { MONTH } from './slots-periods.ts';

const TIME = [
  /\bright now\b/,
  /\btop \d+\b/,
  /\b\d{4}-\d{2}-\d{2}\b/,
  new RegExp(`\\b(since|from) (the )?${MONTH}s? (\\d{4} )?(lows?|highs?|peak|bottom|trough)\\b`),
  new RegExp(`\\b(end of |start of |early |late |mid )?${MONTH}s?\\b`),
  /\b(since|from|between) (the )?(last |previous )?(\w+ )?(\d{4} )?(fomc|meeting|lows?|highs?|peak|bottom|record)\b/,
  /\b(this|last|past|previous|next|prior|same|trailing|coming)? ?(years?|months?|weeks?|quarters?|days?|sessions?|summer|spring|autumn|half|decade|time)\b/,
  /\b(ytd|mtd|qtd|wtd|ttm|year to date|month to date|quarter to date|today|todays|yesterday|yesterdays|tomorrow|ago|earlier|q[1-4]|h[12])\b/,
  /\b(mon|tues|wednes|thurs|fri)days?\b/,
  /\b\d+ ?(d|w|m|y|days?|weeks?|months?|years?|sessions?|st|nd|rd|th)\b/,
  /[-+<>=]?\b\d[\d.]*\b ?(%|percent|pp|bps?|basis points?|points?|pts?)?/,
  /\b(fomc|meetings?)\b/,
];
const SHOW = [
  /\b(charts?|plots?|graphs?|draw|pictures?|tables?|grid|list|rows|csv)\b/,
  /\b(index )?points\b/,
  /\b(cuts?|hikes?|hold|odds|chances?|probability)\b/,
];
const FILLER =
  /\b(and|thats|same|ditto|now|then|what|whats|about|how|hows|vs|v|versus|against|relative|compared|or|but|ok|okay|for|with|instead|also|since|in|by|on|at|to|over|the|a|an|of|that|this|it|its|is|was|were|are|be|been|did|does|do|me|us|i|meant|mean|no|not|nope|sorry|actually|rather|make|try|again|please|pls|can|could|you|show|give|just|only|thing|one|ones|else|too|from|as|there|like|use|using|if|so|well|hmm|um|oh|want|wanted|see|lets|go|back|before|question|ask|asked|looking|look|through|until|during|between|whole|full|put|turn|switch|change|into|my|bad|typo|oops|yes|yeah|yep|wait|say|said|still|even|index|instead|which|when|term|terms|without|ex|excluding|rank|side|far|much|many|where|wheres|up|these|those|they|their|them)\b/;

const PATTERNS = [...NAME_PATTERNS, ...TIME, ...SHOW].map(({ source }) => new RegExp(source, 'g'));
const FILLERS = new RegExp(FILLER.source, 'g');

/** The words of a normalised text that are neither a value nor filler. */
export function residue(text: string): string {
  const bare = PATTERNS.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text);
  return bare
    .replaceAll(FILLERS, ' ')
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
