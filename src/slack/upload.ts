/** Files for Slack in its three steps: ask for an address, send the bytes, complete. Shares only where it is told. */
import { CapwatchError } from '../errors.ts';
import { isOnOrigin, request } from '../http.ts';
import type { SlackClients } from './clients.ts';
import { type Answer, shortened } from './limits.ts';
import { asked, postMessage } from './post.ts';

const TIMEOUT_MS = 10_000;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What slack_file accepts as an id (python-slack-sdk#1521). */
const FILE_ID = /^F[A-Z0-9]{8,}$/;
/** Slack's bound on an alternative text at upload. */
const ALT_LIMIT = 1000;

export interface Picture {
  readonly png: Uint8Array;
  readonly filename: string;
  readonly alt: string;
}

export interface TextFile {
  readonly text: string;
  readonly filename: string;
}

/**
 * Uploads a picture that only the app can see and returns its file id for a `slack_file` block. Slack checks the file
 * afterwards: for some seconds a message with it may be refused as `invalid_blocks`.
 * @throws CapwatchError when one of the three steps fails; nothing is visible then.
 */
export async function uploadImage(slack: SlackClients, { png, filename, alt }: Picture): Promise<string> {
  if (!PNG_SIGNATURE.every((byte, index) => png[index] === byte)) throw new Error('the picture is not a PNG');
  const id = await sendBytes(slack, { bytes: png, filename, type: 'image/png', alt: shortened(alt, ALT_LIMIT) });
  await asked(slack.bulk.files.completeUploadExternal({ files: [{ id, title: filename }] }));
  return id;
}

/** Uploads a text file into a channel or a thread of it. @throws CapwatchError as `uploadImage` and `postMessage`. */
export async function uploadText(
  slack: SlackClients,
  { text, filename }: TextFile,
  { channel, thread_ts }: { readonly channel: string; readonly thread_ts?: string },
): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const id = await sendBytes(slack, { bytes, filename, type: 'text/csv' });
  const files: [{ id: string; title: string }] = [{ id, title: filename }];
  await asked(
    thread_ts === undefined
      ? slack.bulk.files.completeUploadExternal({ files, channel_id: channel })
      : slack.bulk.files.completeUploadExternal({ files, channel_id: channel, thread_ts }),
  );
}

/**
 * Sends a file to one person: an ephemeral answer cannot hold one. The covering message opens the person's messages
 * with the app (a user id is enough for chat.postMessage, no im:write) and tells the id that the file needs; files
 * refuse user ids (bolt-js#2115). @throws CapwatchError as `uploadText`.
 */
export async function sendFileToUser(
  slack: SlackClients,
  user: string,
  file: TextFile & { readonly cover: Answer },
): Promise<void> {
  const { channel } = await postMessage(slack, { channel: user, ...file.cover });
  await uploadText(slack, file, { channel });
}

interface Upload {
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly type: string;
  readonly alt?: string;
}

async function sendBytes(slack: SlackClients, { bytes, filename, type, alt }: Upload): Promise<string> {
  const place = await asked(
    slack.bulk.files.getUploadURLExternal({
      filename,
      length: bytes.length,
      ...(alt !== undefined && { alt_text: alt }),
    }),
  );
  const { upload_url = '', file_id = '' } = place;
  if (!isOnOrigin(upload_url, slack.origins)) throw uploadFailed('upload_url');
  if (!FILE_ID.test(file_id)) throw uploadFailed('file_id');
  const body = new Uint8Array(bytes);
  const headers = { 'content-type': type };
  const sent = await request({
    url: upload_url,
    method: 'POST',
    headers,
    body,
    timeoutMs: TIMEOUT_MS,
    source: 'Slack',
  });
  if (sent.status !== 200) throw uploadFailed('upload_refused');
  return file_id;
}

function uploadFailed(code: string): CapwatchError {
  return new CapwatchError('bad_response', 'Slack did not take the file.', { source: 'Slack', code });
}
