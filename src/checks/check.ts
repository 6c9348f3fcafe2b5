/** One thing doctor looks at, and how it is told; pure. */

export interface Check {
  /** "Slack", "Cboe · Russell 2000 closes". */
  readonly name: string;
  /** `warn`: Capwatch works, with less; `fail`: it does not. */
  readonly state: 'ok' | 'warn' | 'fail';
  /** What was found, in a few words; never a secret. */
  readonly found: string;
  /** What to do about it, where there is something to do. */
  readonly todo?: string;
}

/** A table for a terminal or a code block, one check a line, what to do below it. */
export function checksText(checks: readonly Check[]): string {
  const width = Math.max(0, ...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ state, name, found, todo }) => [
    `${state.padEnd(5)}${name.padEnd(width + 2)}${found}`,
    ...(todo === undefined ? [] : [`${' '.repeat(5 + width + 2)}→ ${todo}`]),
  ]);
  return `${[...lines, '', summary(checks)].join('\n')}\n`;
}

function summary(checks: readonly Check[]): string {
  const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  return `${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} failed`;
}
