/** Narrow looks at JSON that came from outside: the border where `unknown` becomes a shape. Holds no state. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at `value`, or an empty one. */
export function fields(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The array at `value`, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The non-empty text at `value`; a number as its digits; otherwise undefined. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** True for `true` and for the word, as form bodies carry it. */
export function flag(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}

/** The parsed JSON, or undefined when it is none. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
