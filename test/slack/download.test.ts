import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { downloadFile } from '../../src/slack/download.ts';
import { mockHttp } from '../support/http.ts';

mockHttp();

const slack = slackClients({ token: 'xoxb-secret', log: createLog('error', () => undefined) });
const URL_PRIVATE = 'https://files.slack.com/files-pri/T1-F1/calls.csv';

function mockFile(status: number, body: string): void {
  nock('https://files.slack.com', { reqheaders: { authorization: 'Bearer xoxb-secret' } })
    .get('/files-pri/T1-F1/calls.csv')
    .reply(status, body);
}

describe('downloadFile', () => {
  it('reads the bytes with the bot’s token', async () => {
    mockFile(200, 'a,b');

    expect(new TextDecoder().decode(await downloadFile(slack, URL_PRIVATE, 100))).toBe('a,b');
  });

  it('stops at the limit', async () => {
    mockFile(200, 'a'.repeat(101));

    await expect(downloadFile(slack, URL_PRIVATE, 100)).rejects.toMatchObject({ kind: 'bad_response' });
  });

  it('says that Slack refused, without the token', async () => {
    mockFile(302, 'sign in');

    const error = await downloadFile(slack, URL_PRIVATE, 100).catch((reason: unknown) => reason);

    expect(error).toMatchObject({ kind: 'bad_response' });
    expect(JSON.stringify(error)).not.toContain('xoxb-secret');
  });

  it.each([
    'http://127.0.0.1/x',
    'https://files.slack.com.evil.example/x',
    'file:///etc/passwd',
    'https://169.254.169.254/',
  ])('asks nobody at %s, where the token would go', async (url) => {
    await expect(downloadFile(slack, url, 100)).rejects.toMatchObject({ userMessage: 'Slack is not at that address.' });
  });
});
