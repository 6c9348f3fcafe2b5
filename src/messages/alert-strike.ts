/** Old words beside new ones: a number that changed is struck, the new one stands after it. Pure; nothing is lost. */

const TOKEN = /(\*[^*\n]+\*)|((?:[−+]?\d[\d,]*(?:\.\d+)?%?))|(\s+)|([^\s*\d−+]+|[−+*])/gu;

/**
 * `after` with every figure that differs from `before` preceded by the old one, struck: "~−20.61%~ *−20.40%* Russell
 * 2000, ~1,939.30~ 1,944.39". Lines built differently cannot be compared word by word: the old one is struck whole.
 */
export function struck(before: string, after: string): string {
  if (before === after) return after;
  const [old, now] = [tokens(before), tokens(after)];
  const alike =
    old.length === now.length &&
    old.every((token, index) => token === now[index] || (isFigure(token) && isFigure(now[index] ?? '')));
  if (!alike) return `~${before.replaceAll(/[*~]/g, '')}~\n${after}`;
  return now
    .map((token, index) => (token === old[index] ? token : `~${(old[index] ?? '').replaceAll('*', '')}~ ${token}`))
    .join('');
}

function tokens(line: string): string[] {
  return line.match(TOKEN) ?? [];
}

/** A number, bold or not, with its sign and unit. */
function isFigure(token: string): boolean {
  return /^\*?[−+]?\d/.test(token);
}
