import { defineConfig } from 'vitest/config';

/** What needs no network, process, file lock or browser: cheap enough to run at every save, workers shared. */
const PURE = ['calendar', 'metrics', 'charts', 'messages', 'questions', 'support'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);
const PURE_FILES = ['test/laws.test.ts', 'test/config.test.ts', 'test/log.test.ts'];
/** Tens of thousands of random inputs, or the whole history twice: part of the whole run only. */
const LONG = 'test/**/*.long.test.ts';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    setupFiles: ['test/support/setup.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: [...PURE, ...PURE_FILES], exclude: [LONG], pool: 'threads', isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE.map((glob) => glob.replace('*.test', '!(*.long).test')), ...PURE_FILES],
        },
      },
    ],
  },
});
