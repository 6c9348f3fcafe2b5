/** Everything doctor looks at, in the order it is told: settings, machine, Slack, data, every source once. It changes nothing. */
import type { Capwatch } from '../capwatch.ts';
import { probeSources } from '../market/probes.ts';
import type { Check } from './check.ts';
import { closesCheck, sourceChecks } from './data.ts';
import { drawingCheck, storeCheck, timeZoneCheck } from './machine.ts';
import { slackChecks } from './slack.ts';

export interface Extent {
  /** Ask Slack about the tokens. */
  readonly slack: boolean;
  /** Ask every live source one small question. */
  readonly sources: boolean;
}

/** The checks of a running or a just made Capwatch; none of them holds a secret. */
export async function examined(capwatch: Capwatch, { slack, sources }: Extent): Promise<Check[]> {
  const { config, live, wallClock } = capwatch;
  const { requester } = live;
  return [
    { name: 'Settings', state: 'ok', found: 'all can be read' },
    timeZoneCheck(),
    await storeCheck(config.storePath),
    await drawingCheck(capwatch.draw),
    await closesCheck(capwatch.market, capwatch.clock()),
    ...(slack ? await slackChecks(config.slack, wallClock) : []),
    ...(sources
      ? sourceChecks(await probeSources({ requester, keys: config.keys, clock: wallClock }), config.live)
      : []),
  ];
}
