/** Everyday ways of asking how something went, whoever it is about. Pure. */

const INDEX_OR_DAY =
  '(the |our |my )?((us |small |large |big |mega |tech |broad(er)? |overall |whole |equity |stock |russell |s&p )*(caps?|stocks?|equities|indices|indexes|index|market|tape|russell( 2000)?|rut|rty|r2k|iwm|smalls?|larges?|megas?|s ?& ?p( 500)?|spx|spy|tech|technology|nasdaq( 100)?|qqq|xlk|mag(nificent)? ?(7|seven))|yesterday|today|session|(last |this )?(monday|tuesday|wednesday|thursday|friday|week|month|year|quarter))';

/** Each concept with the words that say it, as they stand in a normalised text. */
export const PLAIN_WORDS = {
  fared: new RegExp(
    `\\b(hows?|how (bad|good|rough|ugly|strong|weak|brutal|nasty|big))( \\w+)? (did|has|have|had|does|do|is|are|was|were)? ?${INDEX_OR_DAY}\\b|\\bwhat (did|has|have|was|were) ${INDEX_OR_DAY} (do|did|done|make|made|return|returned|up to)\\b|\\bwhat (did|has|have|was|were) ${INDEX_OR_DAY}( \\w+){0,2} (do|done|make|return)\\b|^(so )?(the )?${INDEX_OR_DAY} (performance|returns?|change|move|moves)\\b`,
  ),
  slump:
    /\b(crash(es|ed|ing)?|melt(ing|ed|s)? ?downs?|tank(s|ed|ing)|collaps(e|es|ed|ing)|bloodbath|carnage|sell(ing)? ?off|rout|capitulat\w+|free ?fall)\b/,
  pace: /\b(faster|quicker|slower|speedier|fastest|quickest|slowest|speediest|shortest|longest|speed|pace|how (long|fast|quick|quickly|slow|slowly|many (calendar |trading )?(days|sessions))|took longer)\b/,
  forwardreturn:
    /\b((forward|subsequent|following|later|next) ((\d+ ?m?|few|months?|average|avg|mean|median) )*(returns?|performance|gains?|moves?)|(returns?|performance|gains?) (\w+ ){0,2}(after(wards)?|following|from there|later|out|subsequently)|what (\w+ )?(came|comes|happened|happens|followed|follows) (next|after(wards)?|from there)?)\b/,
} as const satisfies Record<string, RegExp>;
