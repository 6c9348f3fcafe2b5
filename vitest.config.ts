import { defineConfig } from 'vitest/config';

/** What needs no network, process, file lock or browser: cheap enough to run at every save, workers shared. */
const PURE = [
  'test/{calendar,metrics,charts,messages,questions,support}/**/*.test.ts',
  'test/{laws,config,log}.test.ts',
];
/** Pure too, but tens of thousands of random inputs or the whole history: part of the whole run only. */
const LONG = [
  'test/charts/{compile,event-fan-chart,recovery-race-chart}.test.ts',
  'test/messages/{alert-confirm,alert-corrected,csv,home-market,morning,smallcaps-{after,divergence,recovery,streak},targets}.test.ts',
  'test/metrics/{call-scores,calls-words,fed-move-rank,fed-odds,fed-published,recoveries,small-cap-laws}.test.ts',
  'test/questions/{answer,fedodds-request,questions-page,smallcaps-request,subscribe-request,targets-request,wordings}.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    setupFiles: ['test/support/setup.ts'],
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, exclude: LONG, pool: 'threads', isolate: false } },
      { extends: true, test: { name: 'long', include: LONG, pool: 'threads', isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...PURE, ...LONG] } },
    ],
  },
});
