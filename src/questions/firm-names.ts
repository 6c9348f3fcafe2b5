/** Firms by every name a desk calls them, and by the names a ledger itself holds: firms and the people of their calls. Pure. */
import { type CallVersion, firmKey } from '../metrics/calls.ts';
import { COMMON, FIELD, SHORT_FIELD } from './words-known.ts';

/** A firm that can be named: its ledger key, the name to print, and the words that mean it in a normalised text. */
export interface NamedFirm {
  readonly key: string;
  readonly name: string;
  readonly words: RegExp;
}

/** Houses that publish targets, and the people they are called by, whether a ledger holds a call of theirs or not. */
const HOUSES: readonly (readonly [name: string, words: RegExp])[] = [
  ['Goldman Sachs', /\b(goldmans?( sachs)?|gs|kostins?|sniders?)\b/],
  [
    'Bank of America',
    /\b(bofas?|bofaml|bank of americas?|baml|bac|merrills?( lynch)?|subramanians?|savitas?|jill (carey )?halls?|hartnetts?)\b/,
  ],
  ['JPMorgan', /\b(jp ?morgans?|jpms?|jpmc|kolanovics?|lakos bujas|lakos|dubravko)\b/],
  [
    'Morgan Stanley',
    /\b(morgan stanleys?|mike wilsons?|wilsons?)\b|\bms(?= (s&p|spx|russell|r2k|target|call|year|price|view|note|forecast|upside|level|small|at|see|say))|(?<=\b(ex|without|is|whats|about|and|does|from|by|of|minus|but) )ms\b/,
  ],
  ['Fundstrat', /\b(fundstrats?|fs insight|tom lees?|lees?|mark newton)\b/],
  ['Jefferies', /\b(jefferies|jef|desanctis)\b/],
  ['UBS', /\b(ubs|bhanu baweja|baweja|keith parker|trahan|golub)\b/],
  ['Barclays', /\b(barclays|barc|venu krishna|krishna)\b/],
  ['Citi', /\b(citis?|citigroup|citibank|chronerts?)\b/],
  ['Deutsche Bank', /\b(deutsche( bank)?|db|binky|chadhas?)\b/],
  ['Societe Generale', /\b(socgen|sg|societe generale|kabras?)\b/],
  ['Wells Fargo', /\b(wells( fargo)?|wfc|chris harveys?|harveys?)\b/],
  ['RBC', /\b(rbc|royal bank of canada|calvasinas?)\b/],
  ['Evercore ISI', /\b(evercore( isi)?|isi|emanuels?)\b/],
  ['Yardeni', /\b(yardenis?)\b/],
  ['BMO', /\b(bmo|belskis?)\b/],
  ['HSBC', /\b(hsbc|max kettner|kettner)\b/],
  ['Oppenheimer', /\b(oppenheimers?|opco|opy|stoltzfus)\b/],
  ['Piper Sandler', /\b(piper( sandler)?|kantro(witz)?)\b/],
  ['Stifel', /\b(stifel|bannisters?)\b/],
  ['Ned Davis', /\b(ned davis|ndr)\b/],
  ['B. Riley', /\b(b\.? ?riley( fbr)?)\b/],
  ['CFRA', /\b(cfra|stovalls?)\b/],
  ['Credit Suisse', /\b(credit suisse|cs)\b/],
  ['BNP Paribas', /\b(bnp( paribas)?|exane)\b/],
  ['Nomura', /\b(nomuras?|mcelligott)\b/],
  ['Scotiabank', /\b(scotia(bank)?|hugo ste[ -]marie)\b/],
  ['Cantor Fitzgerald', /\b(cantor( fitzgerald)?)\b/],
  ['Wedbush', /\b(wedbush|dan ives)\b/],
  ['BlackRock', /\b(blackrock)\b/],
  ['LPL', /\b(lpl)\b/],
  ['Federated Hermes', /\b(federated( hermes)?|phil orlando)\b/],
  ['Strategas', /\b(strategas|trennerts?)\b/],
  ['Truist', /\b(truist|keith lerner)\b/],
  ['BTIG', /\b(btig|krinsky)\b/],
  ['Raymond James', /\b(raymond james)\b/],
  ['Natixis', /\b(natixis)\b/],
  ['Mizuho', /\b(mizuho)\b/],
  ['TD Cowen', /\b(td cowen|cowen)\b/],
  ['Macquarie', /\b(macquarie)\b/],
  ['Bernstein', /\b(bernstein)\b/],
  ['Wolfe', /\b(wolfe( research)?)\b/],
];

export const COMMON_FIRMS: readonly NamedFirm[] = HOUSES.map(([name, words]) => ({ key: firmKey(name), name, words }));

/** Every word of those names: none of them is a misspelling. */
export const FIRM_WORDS: readonly string[] = HOUSES.flatMap(([, { source }]) =>
  (source.replaceAll(/\\[a-z]/g, ' ').match(/[a-z]{2,}/g) ?? []).flatMap((word) => [word, word.replace(/s$/, '')]),
);

/** Parts of names that tell no firm from another. */
const GENERIC =
  /^(bank|banc|capital|securities|research|global|group|partners|advisors|advisers|management|first|national|american|markets|asset|wealth|investment|investments|company|financial|trust|street|the|and|morgan)$/;

/** Every firm whose calls are held, by its own name and by the surnames of the people who made them. */
export function ledgerFirms(calls: readonly Pick<CallVersion, 'firm' | 'people'>[]): NamedFirm[] {
  const byKey = Map.groupBy(calls, ({ firm }) => firmKey(firm));
  return [...byKey].map(([key, own]) => {
    const name = own[0]?.firm ?? key;
    const people = [...new Set(own.flatMap((call) => call.people))];
    const known = COMMON_FIRMS.find((one) => sameFirm(one.key, key));
    const words = [plainName(name), firstWord(name), ...people.flatMap(personWords)].filter((word) => word.length > 1);
    const patterns = words.map((word) => `\\b${RegExp.escape(word)}s?\\b`);
    return { key, name, words: new RegExp([...patterns, ...(known ? [known.words.source] : [])].join('|')) };
  });
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}& ]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function firstWord(name: string): string {
  const [word = ''] = plainName(name).split(' ');
  return word.length >= 4 && !GENERIC.test(word) && !isEveryday(word) ? word : '';
}

/** Surnames that stand in questions as words of their own. */
const ALSO_WORDS =
  /^(may|march|april|june|august|bull|bear|street|fed|cash|bond|rich|north|south|west|east|young|best|strong|price|cut|high|low)$/;

/** The full name, and the surname where it is no everyday word of ours. */
function personWords(person: string): string[] {
  const words = plainName(person).split(' ');
  const surname = words.at(-1) ?? '';
  return [
    words.join(' '),
    ...(surname.length >= 3 && !COMMON.has(surname) && !ALSO_WORDS.test(surname) ? [surname] : []),
  ];
}

function isEveryday(word: string): boolean {
  return COMMON.has(word) || FIELD.includes(word) || SHORT_FIELD.includes(word);
}

/** `b-riley` and `b-riley-fbr` are one firm; `morgan` alone is none of the two Morgans. */
export function sameFirm(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}

/** Questions about a survey name its bank; that is no question about the bank's target. */
const SURVEY_BANK = /\b(bofa|bank of america)\b(?=.*\b(survey|fms|managers?|cash)\b)|\bsurvey\b/;
const LEFT_OUT =
  /\b(without|ex|excluding|excl|except( for)?|minus|leaving out|leave out|drop(ping)?|remov(e|ing)|less|but not|not counting|if you (drop|remove|exclude|take out)|take out|strip(ping)? out) (the )?$/;

export interface FirmsNamed {
  /** The first firm asked about, as a ledger key. */
  readonly firm?: string;
  /** All firms asked about, where there are several. */
  readonly firms?: readonly string[];
  /** Firms to be left out of a list or a mean. */
  readonly without: readonly string[];
}

/** The firms a normalised text names; `typed` keeps its case: "MS" in capitals is a firm. */
export function firmsNamed(text: string, typed: string, known: readonly NamedFirm[] = []): FirmsNamed {
  const found = [...known, ...COMMON_FIRMS]
    .flatMap(({ key, words }) => {
      // The asker's own words too: a name must not be put right to another word.
      const match = words.exec(text) ?? words.exec(plainName(typed));
      return match ? [{ key, at: match.index, length: match[0].length }] : [];
    })
    .concat(/\bMS\b/.test(typed) ? [{ key: 'morgan-stanley', at: text.search(/\bms\b/), length: 2 }] : [])
    .filter(({ key }) => key !== 'bank-of-america' || !SURVEY_BANK.test(text))
    .sort((a, b) => a.at - b.at || b.length - a.length);
  const once = found.filter((one, place) => found.findIndex((other) => sameFirm(other.key, one.key)) === place);
  const apart = once.filter((one) => !once.some((other) => other !== one && covers(other, one)));
  const out = firmsLeftOut(text, apart);
  const firms = apart.map(({ key }) => key).filter((key) => !out.includes(key));
  const firm = firms[0] ?? (apart.length === 0 ? strangerIn(typed) : undefined);
  return { ...(firm !== undefined && { firm }), ...(firms.length > 1 && { firms }), without: out };
}

const OF_A_FIRM = [
  /\b(\p{L}[\p{L}&.-]{2,}(?: \p{Lu}[\p{L}&.-]+){0,2})[’'´]s? (?:[\w&]+ ){0,3}(?:targets?|calls?|forecasts?)\b/u,
  /\b[Ww]hat (?:do|are) (\p{Lu}[\p{L}&.-]{2,}(?: \p{Lu}[\p{L}&.-]+){0,2}) (?:see|say|think|expect|have|saying|at|calling|forecast)\b/u,
  /\b[Ww]hat (?:does|did|is) (\p{L}[\p{L}&.-]{2,}(?: \p{Lu}[\p{L}&.-]+){0,2}) (?:see|say|think|expect|have|saying|at|calling|forecast)\b/u,
  /\b(?:targets?|calls?|forecasts?) (?:of|from|by|at) (\p{L}[\p{L}&.-]{2,}(?: \p{Lu}[\p{L}&.-]+){0,2})/u,
];
const NO_NAME =
  /^(wall|us|u\.s|all|most|the|this|that|these|those|they|their|his|her|its|it|he|she|we|you|your|our|my|who|what|year|today|yesterday|street|strategists?|analysts?|everyone|everybody|anyone|someone|consensus|market|fed|capwatch|small|large|russell|spx|s&p|month|week|december|january|futs?|futures|swaps|ois|rates|bonds|markets?|traders?|odds|desks?|punters|bookies|bookmakers|screens?|pricing|prices|numbers?|stocks?|small ?caps?|smalls|strip|curve|options|funds?|managers?|people|polymarket|kalshi|fedwatch|cme)$/i;

/** A name in front of "'s target" or inside "what does … see" that no list holds: it is asked about, and to be refused by name. */
function strangerIn(typed: string): string | undefined {
  const name = OF_A_FIRM.map((pattern) => pattern.exec(typed)?.[1]).find((word) => word !== undefined);
  if (name === undefined || NO_NAME.test(name.split(' ')[0] ?? '') || isEveryday(name.toLowerCase()) || /\d/.test(name))
    return undefined;
  return firmKey(name) || undefined;
}

interface Place {
  readonly key: string;
  readonly at: number;
  readonly length: number;
}

/** "morgan stanley" holds no "morgan" of its own. */
function covers(other: Place, one: Place): boolean {
  return other.at <= one.at && other.at + other.length >= one.at + one.length && other.length > one.length;
}

/** "ex goldman and oppenheimer" leaves out both. */
function firmsLeftOut(text: string, found: readonly Place[]): string[] {
  const out: string[] = [];
  let before: Place | undefined;
  for (const one of found) {
    const lead = text.slice(0, one.at);
    const joins =
      before && out.includes(before.key) && /^ ?(and|or|&|nor)? ?$/.test(text.slice(before.at + before.length, one.at));
    if (LEFT_OUT.test(lead) || joins) out.push(one.key);
    before = one;
  }
  return out;
}

/** The name to print for a key: the ledger's own, else the common one, else the key in capitals. */
export function firmTitle(key: string, known: readonly NamedFirm[] = []): string {
  const found = [...known, ...COMMON_FIRMS].find((one) => sameFirm(one.key, key));
  return found?.name ?? key.replaceAll('-', ' ').replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase());
}
