/** Forms of asking taken away from a question: "would you be so good as to give me" asks what "give me" asks. Pure. */

const POLITE = '(?:please|pls|kindly|possibly|perhaps|maybe|ever|at all|also|just|quickly|then)';
/** Verbs after which "would you" asks for an opinion. */
const OPINION =
  '(?!(?:buy|sell|own|short|go|be|add|hedge|hold|trim|recommend|suggest|advise|say|like|prefer|rather|do|trust|bet|put|call|rate|expect|think|long|fade|chase|not|ever)\\b)';
const FORMS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:could|would|can|will|might|wont|cant|couldnt) (?:you|u|someone|anyone|anybody|somebody) (?:${POLITE} )*(?:(?:be (?:so |very )*(?:good|kind|nice|sweet)(?: enough)?(?: as)? to|be able to|be willing to|mind|happen to|care to|manage to|do me a favou?r and|help me (?:and )?) ?)?(?:${POLITE} )*${OPINION}(?=\\w)`,
    'g',
  ),
  /\b(?:i|we) (?:would|d|should|will|ll) (?:really |very much |be )*(?:appreciate|grateful|obliged|love|like|want)(?: it)?(?: (?:if|for) )?(?:(?:you|u) (?:could|would|can) )?(?:please |kindly )?(?:to (?:know|see|hear|have|ask|understand)|(?=(?:tell|give|show|say|explain)\b))/g,
  /\b(?:may|might|could|can) i (?:please |kindly |just |quickly )*(?:ask|enquire|inquire|trouble you for|bother you for|ask you for|know)(?: (?:you|about|for))?\b/g,
  /\b(?:would|do|if) (?:you|u) (?:dont )?mind (?=\w)/g,
  /,? (?:if (?:you|u) (?:would|could|can|dont mind|please)(?: be so kind)?|(?:would|could|will|can) (?:you|u)|when (?:you|u) (?:get|have) a (?:sec(?:ond)?|chance|moment|minute|min)|(?:much|many) (?:obliged|thanks)|thanks? (?:in advance|a lot|a million|so much|you))$/g,
  /^(?:be so (?:good|kind) as to|be (?:a dear|an angel) and|do me a favou?r and|kindly) /g,
];

/** The normalised text without its forms; as it was where nothing else is said. */
export function plainly(text: string): string {
  const bare = FORMS.reduce((rest, form) => rest.replaceAll(form, ' '), text)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return bare.split(' ').length < 2 ? text : bare;
}
