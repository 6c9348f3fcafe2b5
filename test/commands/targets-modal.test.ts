import type { ModalView } from '@slack/types';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { StateValues, Submission, SubmissionAnswer } from '../../commands/targets-fields.ts';
import type { TargetsCall } from '../../commands/targets-ledger.ts';
import { TARGET_ACTIONS, VIEW_SUBMISSIONS } from '../../commands/targets-modal.ts';
import { createLog } from '../../src/log.ts';
import type { Message } from '../../src/messages/message.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { mockHttp, mockSlack, mockUpload } from '../support/http.ts';
import { draftIn, MARIA, type StoredDesk, storedDesk, TOM, words } from '../support/targets-desk.ts';

mockHttp();

const log = createLog('error', () => undefined);
const publishing = {
  slack: slackClients({ token: 'xoxb-test', log }),
  draw: () => Promise.reject(new Error('nothing is drawn here')),
  wait: () => Promise.resolve(),
  log,
};
const NOTE = {
  firm: 'jefferies',
  person: 'Steven DeSanctis',
  index: 'RUT',
  value: '2,100',
  horizon: 'year_end',
  note_date: '2024-01-18',
  source: 'https://example.com/note',
  quote: '',
};

/** The form's fields as Slack hands them over. */
function state(fields: Partial<typeof NOTE> & Record<string, string>): StateValues {
  return Object.fromEntries(
    Object.entries({ ...NOTE, ...fields }).map(([block, text]) => {
      if (block === 'index' || block === 'horizon') return [block, { v: { selected_option: { value: text } } }];
      if (block === 'note_date') return [block, { v: { selected_date: text } }];
      return [block, { v: { value: text === '' ? null : text } }];
    }),
  );
}

function submit(callback: string, call: TargetsCall, rest: Partial<Submission>): Promise<SubmissionAnswer> {
  const handler = VIEW_SUBMISSIONS[callback];
  if (!handler) throw new Error(`no handler for ${callback}`);
  return handler({ call, publishing, metadata: '', values: {}, ...rest });
}

function viewOf({ ack }: SubmissionAnswer): ModalView {
  if (ack.response_action !== 'update') throw new Error(JSON.stringify(ack));
  return ack.view;
}

/** Presses a button; what it tells is returned. */
async function press(action: string, call: TargetsCall, line: string, view?: { id: string; page: number }) {
  const told: { message: Message; where: string }[] = [];
  const tell = async (message: Message, where: string) => void told.push({ message, where });
  await TARGET_ACTIONS[action]?.({ call, publishing, line, trigger_id: 'T1', tell, ...(view && { view }) });
  return told;
}

async function questionIn(desk: StoredDesk): Promise<string> {
  return draftIn(await desk.answer('add acme r2k 2100 year-end 2024 source https://example.com/a'));
}

describe('the form', () => {
  it('opens from the button, empty, on today', async () => {
    const desk = await storedDesk();
    const opened = mockSlack('views.open');

    await press('target_add', desk.call, '/targets add');

    expect(opened.calls[0]).toMatchObject({ trigger_id: 'T1', view: { callback_id: 'target_add' } });
    expect(JSON.stringify(opened.calls[0])).toContain('"initial_date":"2024-01-22"');
    await desk.store.close();
  });

  it('leads to the question, and the question to one version in the ledger', async () => {
    const desk = await storedDesk();

    const question = viewOf(await submit('target_add', desk.call, { values: state({}) }));
    const before = await desk.store.listCallVersions(MARIA.team);
    const done = await submit('target_confirm', desk.call, { metadata: question.private_metadata ?? '' });
    const again = await submit('target_confirm', desk.call, { metadata: question.private_metadata ?? '' });

    expect(words(question)).toContain('Firm: *Jefferies*');
    expect(words(question)).toContain('Horizon: *31 Dec 2024*, year end');
    expect(question.submit?.text).toBe('Add call');
    expect(before).toHaveLength(30);
    expect(words(viewOf(done))).toContain('Added: call 31, version 1, Jefferies 2,100 by 31 Dec 2024');
    expect(words(viewOf(again))).toContain('this draft was used already');
    expect(await desk.store.findCall(MARIA.team, 31)).toMatchObject({
      firm: 'Jefferies',
      people: ['Steven DeSanctis'],
      value: { kind: 'level', level: 2100 },
      basis: 'price',
      enteredBy: 'U0MARIA0001',
    });
    await desk.store.close();
  });

  it('puts every problem beside its own field and stores nothing', async () => {
    const desk = await storedDesk();

    const { ack } = await submit('target_add', desk.call, {
      values: state({
        firm: ' \u202e',
        value: '24oo',
        note_date: '2024-02-30',
        source: 'javascript:alert(1)',
        horizon: '',
      }),
    });

    expect(ack).toEqual({
      response_action: 'errors',
      errors: {
        firm: 'Write the firm’s name.',
        value: 'I cannot read 24oo; write a level (2400) or a return (+15%).',
        note_date: 'I cannot read the day 2024-02-30; write 2024-01-12, or 2024-01 where only the month is known.',
        source: 'That is no link: it begins with http:// or https://, has no spaces and at most 500 characters.',
      },
    });
    await desk.store.close();
  });

  it.each([
    [{ note_date: '2024-01-23' }, 'note_date', 'still to come'],
    [{ horizon: '2023' }, 'horizon', 'is over when the note was written'],
    [{ source: '' }, 'source', 'Without a source'],
    [{ value: '-96%' }, 'value', 'I cannot read'],
    [{ value: '1e9' }, 'value', 'I cannot read'],
    [{ index: 'XLK' }, 'index', 'I do not keep calls on'],
  ])('refuses %o at the field %s', async (fields, field, said) => {
    const desk = await storedDesk();

    const { ack } = await submit('target_add', desk.call, { values: state(fields) });

    expect(ack).toMatchObject({ response_action: 'errors', errors: { [field]: expect.stringContaining(said) } });
    await desk.store.close();
  });

  it('survives a state that is not there at all', async () => {
    const desk = await storedDesk();

    const { ack } = await submit('target_add', desk.call, { metadata: '{"call":"4"', values: {} });

    expect(ack).toMatchObject({ response_action: 'errors' });
    await desk.store.close();
  });

  it('corrects a call, and tells whoever comes second', async () => {
    const desk = await storedDesk();
    const metadata = JSON.stringify({ call: 4, version: 1 });
    const fields = { firm: 'Goldman Sachs', value: '+16%', horizon: '12m', note_date: '2024-01-12' };

    const first = viewOf(await submit('target_add', desk.call, { metadata, values: state(fields) }));
    const second = viewOf(
      await submit('target_add', desk.as(TOM).call, { metadata, values: state({ ...fields, value: '+17%' }) }),
    );
    const won = viewOf(await submit('target_confirm', desk.call, { metadata: first.private_metadata ?? '' }));
    const lost = viewOf(await submit('target_confirm', desk.as(TOM).call, { metadata: second.private_metadata ?? '' }));
    const late = viewOf(await submit('target_add', desk.call, { metadata, values: state(fields) }));

    expect(words(won)).toContain('Changed: call 4, version 2');
    expect(words(lost)).toContain('call 4 was changed to version 2 by <@U0MARIA0001> in between');
    expect(words(late)).toContain('call 4 was changed to version 2');
    expect(await desk.store.findCall(MARIA.team, 4)).toMatchObject({
      version: 2,
      value: { kind: 'return', fraction: 0.16 },
      baseClose: 1950.96,
      basis: 'unknown',
      supersedes: 3,
    });
    await desk.store.close();
  });

  it('is closed to people who are not on the list, also when they were when they began', async () => {
    const desk = await storedDesk();
    const question = viewOf(await submit('target_add', desk.as(TOM).call, { values: state({}) }));

    await desk.store.recordWriters({ team: MARIA.team, by: { user: MARIA.user, at: desk.call.now } }, [MARIA.user]);
    const done = viewOf(
      await submit('target_confirm', desk.as(TOM).call, { metadata: question.private_metadata ?? '' }),
    );
    const form = viewOf(await submit('target_add', desk.as(TOM).call, { values: state({}) }));

    expect(words(done)).toContain('not on this workspace’s list of writers');
    expect(words(form)).toContain('not on this workspace’s list of writers');
    expect(await desk.store.findCall(MARIA.team, 31)).toBeUndefined();
    await desk.store.close();
  });
});

describe('the question in a message', () => {
  it('writes once, in the place of the question', async () => {
    const desk = await storedDesk();
    const draft = await questionIn(desk);

    const [first] = await press('confirm_write', desk.call, draft);
    const [second] = await press('confirm_write', desk.call, draft);

    expect(first?.where).toBe('in place');
    expect(first && words(first.message)).toContain('Added: call 31, version 1, Acme 2,100');
    expect(second && words(second.message)).toContain('this draft was used already');
    await desk.store.close();
  });

  it('is not for another person, nor for another workspace', async () => {
    const desk = await storedDesk();
    const draft = await questionIn(desk);

    const [tom] = await press('confirm_write', desk.as(TOM).call, draft);
    const [elsewhere] = await press('confirm_write', desk.as({ team: 'T0OTHER0001', user: MARIA.user }).call, draft);

    for (const told of [tom, elsewhere]) expect(told && words(told.message)).toContain('Nothing was written');
    expect(await desk.store.findCall(MARIA.team, 31)).toBeUndefined();
    await desk.store.close();
  });

  it('is discarded, or taken back into the form with everything in it', async () => {
    const desk = await storedDesk();
    const opened = mockSlack('views.open');
    const updated = mockSlack('views.update');
    const draft = await questionIn(desk);

    await press('confirm_edit', desk.call, draft);
    await press('confirm_edit', desk.call, draft, { id: 'V1', page: 0 });
    const [gone] = await press('confirm_cancel', desk.call, draft);

    expect(JSON.stringify(opened.calls[0])).toContain('"initial_value":"https://example.com/a"');
    expect(updated.calls[0]).toMatchObject({ view_id: 'V1' });
    expect(gone && words(gone.message)).toContain('*Discarded.* Nothing was written.');
    await desk.store.close();
  });

  it('of a call opens the form with what stands', async () => {
    const desk = await storedDesk();
    const opened = mockSlack('views.open');

    await press('target_edit', desk.call, '/targets edit 4');

    expect(JSON.stringify(opened.calls[0])).toContain('"initial_value":"+15%"');
    expect(opened.calls[0]).toMatchObject({ view: { private_metadata: '{"call":4,"version":1}' } });
    await desk.store.close();
  });
});

const HEADER = 'firm,as_of,index,target,horizon,source_url';

function rows(count: number): string {
  return Array.from(
    { length: count },
    (_, place) => `Firm ${place},2024-01-10,RUT,2100,year-end 2024,https://example.com/${place}`,
  ).join('\n');
}

describe('an import', () => {
  const importState = (pasted: string, index = 'file'): StateValues => ({
    pasted: { v: { value: pasted } },
    index: { v: { selected_option: { value: index } } },
  });
  const mode = (value: string): StateValues => ({ mode: { v: { selected_option: { value } } } });

  it('of pasted rows names what cannot be read, then writes the good ones', async () => {
    const desk = await storedDesk();
    const bad = 'Acme,2024-01-10,RUT,twelve,year-end 2024,https://example.com/x';

    const review = viewOf(
      await submit('target_import', desk.call, { values: importState(`${HEADER}\n${rows(3)}\n${bad}`) }),
    );
    const done = viewOf(
      await submit('target_import_confirm', desk.call, {
        metadata: review.private_metadata ?? '',
        values: mode('keep-the-good'),
      }),
    );
    const twice = viewOf(
      await submit('target_import_confirm', desk.call, {
        metadata: review.private_metadata ?? '',
        values: mode('keep-the-good'),
      }),
    );

    expect(words(review)).toContain('3 rows can be imported, 1 cannot');
    expect(words(review)).toContain('line 5 `twelve` is no level');
    expect(words(done)).toContain('Imported: 3 calls*, numbers 31 to 33');
    expect(words(twice)).toContain('this draft was used already');
    expect(await desk.store.listCallVersions(MARIA.team)).toHaveLength(33);
    await desk.store.close();
  });

  it('of all rows or nothing writes nothing while one is bad', async () => {
    const desk = await storedDesk();

    const review = viewOf(
      await submit('target_import', desk.call, { values: importState(`${HEADER}\n${rows(2)}\nx,,,,,`) }),
    );
    const done = viewOf(
      await submit('target_import_confirm', desk.call, {
        metadata: review.private_metadata ?? '',
        values: mode('all-or-nothing'),
      }),
    );

    expect(words(done)).toContain(
      'Nothing was imported:* 1 row cannot be read, and you asked for all rows or nothing.',
    );
    expect(await desk.store.listCallVersions(MARIA.team)).toHaveLength(30);
    await desk.store.close();
  });

  it('of an uploaded file answers Slack at once, reads it from Slack alone, and sends a long list of problems as a file', async () => {
    const desk = await storedDesk();
    nock('https://files.slack.com', { reqheaders: { authorization: 'Bearer xoxb-test' } })
      .get('/files-pri/T1-F1/calls.csv')
      .reply(
        200,
        `\ufeff${HEADER}\r\n${rows(2).replaceAll('\n', '\r\n')}\r\n${'Acme,never,RUT,1,12m,x\r\n'.repeat(20)}`,
      );
    const cover = mockSlack('chat.postMessage', { ts: '1.1', channel: 'D0MARIA0001' });
    mockUpload('F0PROBLEMS1');
    const files = [{ url_private: 'https://files.slack.com/files-pri/T1-F1/calls.csv', size: 900 }];

    const answer = await submit('target_import', desk.call, { values: { ...importState(''), file: { v: { files } } } });
    const review = await answer.after?.();

    expect(words(viewOf(answer))).toContain('Reading the file');
    expect(review && words(review)).toContain('2 rows can be imported, 20 cannot');
    expect(review && words(review)).toContain('and 5 more rows');
    expect(cover.calls[0]).toMatchObject({ channel: MARIA.user });
    await desk.store.close();
  });

  it.each([
    [{ size: 50_000_000 }, 'an import takes at most 5 MB'],
    [{ size: 10, url_private: 'http://169.254.169.254/x.csv' }, 'Slack is not at that address.'],
  ])('refuses the file %o before it is fetched', async (file, said) => {
    const desk = await storedDesk();
    const files = [{ url_private: 'https://files.slack.com/x.csv', ...file }];

    const answer = await submit('target_import', desk.call, { values: { ...importState(''), file: { v: { files } } } });
    const after = await answer.after?.();

    expect(JSON.stringify([answer.ack, after])).toContain(said);
    await desk.store.close();
  });

  it('asks for a file or rows, and not for both', async () => {
    const desk = await storedDesk();
    const files = [{ url_private: 'https://files.slack.com/x.csv', size: 1 }];

    const neither = await submit('target_import', desk.call, { values: importState(' ') });
    const both = await submit('target_import', desk.call, {
      values: { ...importState(HEADER), file: { v: { files } } },
    });
    const wrong = await submit('target_import', desk.call, { values: importState('a,b\n1,2') });

    expect(neither.ack).toMatchObject({ errors: { file: expect.stringContaining('Upload a CSV file') } });
    expect(both.ack).toMatchObject({ errors: { pasted: 'Give a file or pasted rows, not both.' } });
    expect(wrong.ack).toMatchObject({ errors: { pasted: expect.stringContaining('lacks the column') } });
    await desk.store.close();
  });
});
