/** Checks of what Capwatch stands on: time zone data, the store's file, the drawing of a picture. It changes nothing. */
import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { RebasedSpec } from '../charts/spec.ts';
import type { Check } from './check.ts';

/** New York is four hours behind in July and five in January; without zone data it would be neither. */
export function timeZoneCheck(): Check {
  const hours = ['2026-07-01T12:00Z', '2026-01-01T12:00Z'].map(
    (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO('America/New_York').hour,
  );
  const name = 'Time zone data';
  if (hours[0] === 8 && hours[1] === 7) return { name, state: 'ok', found: 'New York is right in summer and winter' };
  return { name, state: 'fail', found: 'New York time is wrong', todo: 'install a Node with full time zone data' };
}

/** The store's file is its owner's alone, or its folder can take one. */
export async function storeCheck(path: string): Promise<Check> {
  const name = 'Store';
  const file = await stat(path).catch(() => undefined);
  if (file?.isFile()) {
    const open = (file.mode & 0o077) !== 0;
    const size = `${(file.size / 1_000_000).toFixed(1)} MB`;
    if (!open) return { name, state: 'ok', found: `${path}, ${size}` };
    return { name, state: 'warn', found: `${path} can be read by others`, todo: `chmod 600 ${path}` };
  }
  const folder = await writableParent(resolve(path));
  if (folder !== undefined) return { name, state: 'ok', found: `${path} is made at the first start` };
  return {
    name,
    state: 'fail',
    found: `${path} cannot be made`,
    todo: 'set CAPWATCH_STORE to a folder you may write to',
  };
}

/** The nearest folder above that exists, if it may be written to. */
async function writableParent(path: string): Promise<string | undefined> {
  const folder = dirname(path);
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return folder === path ? undefined : writableParent(folder);
  const mayWrite = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return found.isDirectory() && mayWrite ? folder : undefined;
}

const PNG = [0x89, 0x50, 0x4e, 0x47];

/** Draws a small picture the way answers do, fonts included. */
export async function drawingCheck(draw: (spec: RebasedSpec) => Promise<Uint8Array>): Promise<Check> {
  const name = 'Pictures';
  try {
    const png = await draw(SMALL);
    const isPng = PNG.every((byte, index) => png[index] === byte);
    if (isPng) return { name, state: 'ok', found: `drawn, ${Math.round(png.length / 1000)} kB` };
    return { name, state: 'warn', found: 'what was drawn is no PNG', todo: 'answers come as text; see the log' };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    return {
      name,
      state: 'warn',
      found: `not drawn: ${why}`,
      todo: 'answers come as text; check QUICKCHART_URL or reinstall',
    };
  }
}

const SMALL: RebasedSpec = {
  kind: 'rebased',
  title: 'Test',
  subtitle: 'Two sessions, start = 100',
  source: 'Capwatch',
  asOf: 'now',
  alt: 'A test picture',
  sample: true,
  dates: ['2024-01-19', '2024-01-22'],
  lines: [{ name: 'Test', role: 'hero', values: [100, 101], endLabel: '+1.00%' }],
};
