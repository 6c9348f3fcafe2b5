/** `npm run bench [-- NAME …]`: ours beside a reference in the same run, with the ratio. Nothing here is asserted. */
import { benchAck } from './ack.ts';
import { benchCharts } from './charts.ts';
import { benchOdds } from './odds.ts';
import { benchQuestionLoad } from './question-load.ts';
import { benchQuestions } from './questions.ts';
import { benchStore } from './store.ts';
import { benchSubscriptions } from './subscriptions.ts';
import { benchViews } from './views.ts';

const BENCHES: Readonly<Record<string, () => Promise<string[]>>> = {
  views: benchViews,
  odds: benchOdds,
  charts: benchCharts,
  ack: benchAck,
  store: benchStore,
  questions: benchQuestions,
  'question-load': benchQuestionLoad,
  subscriptions: benchSubscriptions,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`No bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exitCode = 64;
} else {
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stdout.write(`${(await bench()).join('\n')}\n\n`);
  }
}
