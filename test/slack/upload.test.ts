import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { slackClients } from '../../src/slack/clients.ts';
import { sendFileToUser, uploadImage, uploadText } from '../../src/slack/upload.ts';
import { mockHttp, mockSlack, mockSlackRefusal, mockUpload } from '../support/http.ts';

mockHttp();

const slack = slackClients({ token: 'xoxb-1', log: createLog('error', () => {}) });
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const PICTURE = { png: PNG, filename: 'rebased.png', alt: 'Line chart. Gap −3.85 pp.' };
const ADDRESS = 'https://files.slack.com/upload/v1/x';

describe('uploadImage', () => {
  it('uploads privately in three steps and returns the file id', async () => {
    const { address, complete } = mockUpload('F0CHART00001');

    expect(await uploadImage(slack, PICTURE)).toBe('F0CHART00001');
    expect(address.calls).toEqual([{ filename: 'rebased.png', length: '11', alt_text: 'Line chart. Gap −3.85 pp.' }]);
    expect(complete.calls).toEqual([{ files: [{ id: 'F0CHART00001', title: 'rebased.png' }] }]);
  });

  it('sends the very bytes, as an image, without the token', async () => {
    mockSlack('files.getUploadURLExternal', { upload_url: ADDRESS, file_id: 'F0CHART00001' });
    nock('https://files.slack.com', { reqheaders: { 'content-type': 'image/png' }, badheaders: ['authorization'] })
      .post('/upload/v1/x', Buffer.from(PNG).toString('hex'))
      .reply(200, 'OK');
    mockSlack('files.completeUploadExternal');

    await uploadImage(slack, PICTURE);
  });

  it('refuses what is not a PNG before anything is sent', async () => {
    await expect(uploadImage(slack, { ...PICTURE, png: new TextEncoder().encode('<html>') })).rejects.toThrow(
      'not a PNG',
    );
  });

  it.each([
    ['https://evil.example/upload', 'F0CHART00001', 'upload_url'],
    ['http://127.0.0.1/upload', 'F0CHART00001', 'upload_url'],
    ['', 'F0CHART00001', 'upload_url'],
    [ADDRESS, 'not a file id', 'file_id'],
    [ADDRESS, '', 'file_id'],
  ])('sends no byte to %s for %s', async (upload_url, file_id, code) => {
    mockSlack('files.getUploadURLExternal', { upload_url, file_id });

    await expect(uploadImage(slack, PICTURE)).rejects.toMatchObject({ kind: 'bad_response', details: { code } });
  });

  it('the first step refused', async () => {
    mockSlackRefusal('files.getUploadURLExternal', 'missing_scope', { needed: 'files:write' });

    await expect(uploadImage(slack, PICTURE)).rejects.toMatchObject({
      userMessage: 'Capwatch lacks the Slack permission `files:write`; install it again from manifest.yml.',
    });
  });

  it('the second step failing: the upload is never completed', async () => {
    mockSlack('files.getUploadURLExternal', { upload_url: ADDRESS, file_id: 'F0CHART00001' });
    nock('https://files.slack.com').post('/upload/v1/x').reply(500);

    await expect(uploadImage(slack, PICTURE)).rejects.toMatchObject({ details: { code: 'upload_refused' } });
  });

  it('the third step refused', async () => {
    mockSlack('files.getUploadURLExternal', { upload_url: ADDRESS, file_id: 'F0CHART00001' });
    nock('https://files.slack.com').post('/upload/v1/x').reply(200);
    mockSlackRefusal('files.completeUploadExternal', 'file_not_found');

    await expect(uploadImage(slack, PICTURE)).rejects.toMatchObject({ details: { code: 'file_not_found' } });
  });
});

describe('uploadText', () => {
  it('shares the file into a thread', async () => {
    const { address, complete } = mockUpload('F0TEXT000001');

    await uploadText(slack, { text: 'a,−1\r\n', filename: 'x.csv' }, { channel: 'C00000001', thread_ts: '1700.01' });

    expect(address.calls).toEqual([{ filename: 'x.csv', length: '8' }]);
    expect(complete.calls).toEqual([
      { files: [{ id: 'F0TEXT000001', title: 'x.csv' }], channel_id: 'C00000001', thread_ts: '1700.01' },
    ]);
  });
});

describe('sendFileToUser', () => {
  it('opens the direct message with the covering words, then shares the file there', async () => {
    const post = mockSlack('chat.postMessage', { channel: 'D00000009', ts: '1700.01' });
    const { complete } = mockUpload('F0TEXT000001');

    await sendFileToUser(slack, 'U00000002', {
      text: 'a\r\n',
      filename: 'x.csv',
      cover: { text: 'Figures of /smallcaps ytd.', blocks: [] },
    });

    expect(post.calls[0]).toMatchObject({ channel: 'U00000002', text: 'Figures of /smallcaps ytd.' });
    expect(complete.calls[0]).toMatchObject({ channel_id: 'D00000009' });
  });
});
