/** The desk's data folder for tests: present beside the project, or the tests that need it are skipped, saying so. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

export const DATA_DIR = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const GOLDEN_DIR = fileURLToPath(new URL('../../../shared/golden', import.meta.url));

const present = existsSync(DATA_DIR);
const required = process.env.CAPWATCH_REQUIRE_DATA === '1';

/** The path of an expected-answer file of ../shared/golden. */
export function sharedGolden(name: string): string {
  return `${GOLDEN_DIR}/${name}`;
}

/** A `describe` that needs ../shared/data: skipped by name without it, failing when CAPWATCH_REQUIRE_DATA=1. */
export function describeWithData(name: string, body: () => void): void {
  if (present || required) describe(name, body);
  else describe.skip(`${name} (skipped: ../shared/data is absent)`, body);
}
