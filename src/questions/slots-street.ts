/** Which side of a list of calls is asked for, in any wording: "least bullish", "biggest bear", "bottom of the street". Pure. */

const HOPEFUL = '(bullish|optimistic|positive|constructive|upbeat|aggressive|hopeful|upside|bulls?|ambitious)';
const GLOOMY = '(bearish|pessimistic|cautious|negative|downbeat|gloomy|conservative|bears?|downside)';
const LEAST = new RegExp(
  `\\b(least|less|smallest|weakest|minimum|min|not (very |so |too )?) ?(\\w+ ){0,2}?${HOPEFUL}\\b`,
);
const LEAST_GLOOMY = new RegExp(`\\b(least|less|smallest|not (very |so |too )?) ?(\\w+ ){0,2}?${GLOOMY}\\b`);
const GLOOM = new RegExp(
  `\\b(${GLOOMY.slice(1, -1)}|pessimis\\w*|gloom\\w*|lowest|street low|(bottom|low end|floor) (of|on)|(smallest|min|minimum) (\\w+ ){0,3}(targets?|calls?|forecasts?|upside)|who (is|are|sits?) (the )?(low|lower|bottom|least$))\\b`,
);

/** Whether the low end is asked for: "least" turns a word round, twice if need be. */
export function bearishIn(text: string): boolean {
  if (
    /\b(bull(s|ish)?|high(est)?|most|top|best) (to|down to) (the )?(bear(s|ish)?|low(est)?|least|bottom|worst)\b/.test(
      text,
    )
  )
    return false;
  if (
    /\b(bear(s|ish)?|low(est)?|least|bottom|worst) (to|up to) (the )?(bull(s|ish)?|high(est)?|most|top|best)\b/.test(
      text,
    )
  )
    return true;
  if (LEAST_GLOOMY.test(text)) return false;
  return LEAST.test(text) || GLOOM.test(text);
}
