import { App, type Receiver } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { registerTargetViews } from '../../commands/targets-slack.ts';
import type { Capwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createSampleFedMarket, createSampleMarket, SAMPLE_NOW } from '../../src/market/sample/sample.ts';
import { slackClients } from '../../src/slack/clients.ts';
import type { Store } from '../../src/store/store.ts';
import { mockHttp, mockSlack } from '../support/http.ts';
import { openStore } from '../support/store.ts';

mockHttp();

const silent: Receiver = { init: () => {}, start: () => Promise.resolve(), stop: () => Promise.resolve() };

/** The modals alone, on a store; whatever is acknowledged is kept. */
function bot(store: Store) {
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const bolt = new App({ token: 'xoxb-test', botId: 'B1', botUserId: 'U1', receiver: silent, convoStore: false });
  const capwatch = {
    config: parseConfig({}),
    log,
    market: createSampleMarket(log),
    fedMarket: createSampleFedMarket(),
    dataSource: 'generated sample',
    clock: () => SAMPLE_NOW,
    draw: () => Promise.reject(new Error('nothing is drawn here')),
    close: () => Promise.resolve(),
    ledger: { reader: store, store },
  };
  const slack = slackClients({ token: 'xoxb-test', log });
  registerTargetViews({ bolt }, capwatch as unknown as Capwatch, {
    slack,
    draw: capwatch.draw,
    wait: () => Promise.resolve(),
    log,
  });
  const acks: unknown[] = [];
  const send = (body: object) =>
    bolt.processEvent({ body: { ...body }, ack: async (response) => void acks.push(response) });
  return { acks, logged, send };
}

function submission(callback_id: string, values: object, private_metadata = '') {
  const view = {
    id: 'V1',
    type: 'modal',
    team_id: 'T0DESK00001',
    callback_id,
    private_metadata,
    blocks: [],
    state: { values },
  };
  return {
    type: 'view_submission',
    team: { id: 'T0DESK00001' },
    user: { id: 'U0MARIA0001', name: 'maria' },
    api_app_id: 'A1',
    token: 't',
    view,
  };
}

const PASTED =
  'firm,as_of,index,target,horizon,source_url\nAcme,2024-01-10,RUT,2100,year-end 2024,https://example.com/a';

describe('registerTargetViews', () => {
  it('acknowledges with the errors at their fields', async () => {
    const store = await openStore();
    const { acks, send } = bot(store);

    await send(submission('target_add', { firm: { v: { type: 'plain_text_input', value: 'Acme' } } }));

    expect(acks).toHaveLength(1);
    expect(acks[0]).toMatchObject({
      response_action: 'errors',
      errors: { value: expect.stringContaining('I cannot read') },
    });
    await store.close();
  });

  it('acknowledges once, and shows slower work in the open view', async () => {
    const store = await openStore();
    const { acks, send } = bot(store);
    const updated = mockSlack('views.update');
    const files = [{ url_private: 'https://elsewhere.example/calls.csv', size: 10 }];

    await send(submission('target_import', { file: { v: { type: 'file_input', files } } }));

    expect(acks).toHaveLength(1);
    expect(JSON.stringify(acks[0])).toContain('Reading the file');
    expect(updated.calls[0]).toMatchObject({ view_id: 'V1' });
    expect(JSON.stringify(updated.calls[0])).toContain('Slack is not at that address.');
    await store.close();
  });

  it('says that nothing was written when the store fails, under a reference the log has too', async () => {
    const store = await openStore();
    const broken: Store = { ...store, recordDraft: () => Promise.reject(new Error('disk on fire')) };
    const { acks, logged, send } = bot(broken);

    await send(submission('target_import', { pasted: { v: { type: 'plain_text_input', value: PASTED } } }));

    const told = JSON.stringify(acks[0]);
    const reference = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(told)?.[0];
    expect(told).toContain('That failed on our side');
    expect(told).not.toContain('disk on fire');
    expect(logged.join()).toContain(reference);
    await store.close();
  });
});
