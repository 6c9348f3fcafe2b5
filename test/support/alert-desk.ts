/** Alerts as a person has them, whole: typed, confirmed, looked at by the real job on the data folder, posted to the local Slack. */
import { confirmAlertSet } from '../../commands/capwatch-alert-set.ts';
import { confirmAlert } from '../../commands/capwatch-alerts.ts';
import { answerOrRefusal, type Call } from '../../commands/index.ts';
import { createContent } from '../../jobs/all-content.ts';
import type { RunningClock } from '../../jobs/clock.ts';
import { ledgerChanges } from '../../jobs/ledger-changes.ts';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { ContentSources } from '../../src/market/morning-facts.ts';
import type { Message } from '../../src/messages/message.ts';
import type { Store } from '../../src/store/store.ts';
import { CHANNEL, clockRig, type Rig, TEAM } from './clock-rig.ts';
import { folderSources } from './morning.ts';

export const MARIA = {
  ...{ team: TEAM, user: 'U0LOCALUSER', userName: 'maria' },
  ...{ channel: CHANNEL, channelName: '#desk-us', inThread: false },
};
type Person = typeof MARIA;

export interface AlertRig extends Omit<Rig, 'set'> {
  readonly clock: RunningClock;
  /** The answer to a command line, typed by Maria in #desk-us unless somebody else is named. */
  typed(line: string, asker?: Person): Promise<Message>;
  /** Types an alert and confirms its draft; resolves with what the person reads. */
  set(words: string, asker?: Person): Promise<Message>;
  /** Moves the time; nothing runs. */
  to(time: string): void;
  /** Moves the time and runs the clock once. */
  at(time: string): Promise<void>;
  callOf(asker?: Person): Call;
}

/** New York wall time on a day as an instant's text. */
export function wall(day: string, time: string): string {
  return Temporal.ZonedDateTime.from(`${day}T${time}[America/New_York]`).toInstant().toString();
}

/** A workspace at `now`; what its sources say may be changed, its ledger is the store's own. */
export async function alertRig(
  now: string,
  change: (sources: ContentSources) => ContentSources = (sources) => sources,
): Promise<AlertRig> {
  const held: { store?: Store } = {};
  const plain = folderSources();
  const sources = change({
    ...plain,
    calls: (asOf) => {
      if (!held.store) throw new Error('no store yet');
      return ledgerChanges({ reader: held.store, team: TEAM, market: plain.market })(asOf);
    },
  });
  const rig = await clockRig({ now, content: createContent(sources) });
  const { store } = rig;
  held.store = store;
  const clock = await rig.start();
  const capwatch = createCapwatch(parseConfig({}), { log: createLog('error'), clock: rig.now });
  const callOf = (asker = MARIA): Call => {
    const writing = { team: asker.team, by: { user: asker.user, at: rig.now() } };
    const drafts = {
      record: (content: string) => store.recordDraft(writing, content),
      find: (name: string) => store.findDraft(writing, name),
      take: (name: string) => store.takeDraft(writing, name),
    };
    return {
      ...{ capwatch: { ...capwatch, ledger: { reader: store, store } }, now: rig.now(), asker },
      subscriptions: { store: store.clock, meetings: [], preview: () => Promise.resolve({ skip: 'nothing' }) },
      alerts: { store: store.clock, sources, drafts },
    };
  };
  const typed = (line: string, asker = MARIA) => answerOrRefusal(line, callOf(asker));
  return {
    ...rig,
    ...{ clock, callOf, typed },
    async set(words, asker = MARIA) {
      const isSet = words === 'the standard set';
      const question = await typed(isSet ? '/capwatch subscribe alerts' : `/capwatch alert when ${words}`, asker);
      const draft = /"value":"(draft-\d+)"/.exec(JSON.stringify(question.blocks))?.[1];
      if (draft === undefined) throw new Error(`nothing to confirm: ${question.text}`);
      const call = callOf(asker);
      if (!call.alerts) throw new Error('no alerts here');
      return (isSet ? confirmAlertSet : confirmAlert)(draft, { now: call.now, asker, desk: call.alerts });
    },
    to: rig.set,
    async at(time) {
      rig.set(time);
      await clock.tick();
    },
  };
}
