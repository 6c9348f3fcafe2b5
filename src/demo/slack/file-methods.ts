/** The three steps of an upload. Bytes stay in memory; a file may be named in a block only after a short delay. */
import type { Backstage } from './backstage.ts';
import { type Method, namedChannel } from './chat-methods.ts';
import { newId, newSecret } from './ids.ts';
import { type Fields, fields, isFields, list, text } from './json.ts';
import { refusal } from './refusal.ts';
import { addMessage, findMessage, type StoredFile } from './workspace.ts';

function getUploadUrl(stage: Backstage, args: Fields): Fields {
  const name = text(args.filename);
  const length = Number(args.length);
  if (name === undefined || !(length > 0)) throw refusal('invalid_arguments');
  const id = newId('F');
  const secret = newSecret();
  stage.workspace.files.set(id, { id, name, title: name, completed: false });
  stage.uploads.set(secret, id);
  return { upload_url: `${stage.baseUrl}/upload/${secret}`, file_id: id };
}

/** Keeps the bytes sent to an upload address, bare or as a form; false when the address is unknown or spent. */
export async function receiveUpload(stage: Backstage, secret: string, sent: Response): Promise<boolean> {
  const id = stage.uploads.get(secret);
  const file = id === undefined ? undefined : stage.workspace.files.get(id);
  if (!file) return false;
  stage.uploads.delete(secret);
  stage.workspace.files.set(file.id, { ...file, bytes: await uploadedBytes(sent) });
  return true;
}

async function uploadedBytes(sent: Response): Promise<Uint8Array> {
  if (!sent.headers.get('content-type')?.startsWith('multipart/form-data')) return sent.bytes();
  const part = [...(await sent.formData()).values()].find((value) => typeof value !== 'string');
  return part ? part.bytes() : new Uint8Array();
}

function completeUpload(stage: Backstage, args: Fields): Fields {
  const asked = list(args.files).filter(isFields);
  if (asked.length === 0) throw refusal('invalid_arguments');
  const files = asked.map((file) => completedFile(stage, file));
  if (text(args.channel_id) !== undefined) shareFiles(stage, args, files);
  return { files: files.map(({ id, title, name }) => ({ id, title, name, mimetype: '', filetype: '' })) };
}

function completedFile(stage: Backstage, asked: Fields): StoredFile {
  const file = stage.workspace.files.get(text(asked.id) ?? '');
  if (!file?.bytes) throw refusal('file_not_found');
  const readyAt = stage.elapsedMs() + stage.fileReadyMs;
  const completed = { ...file, title: text(asked.title) ?? file.title, completed: true, readyAt };
  stage.workspace.files.set(file.id, completed);
  return completed;
}

function shareFiles(stage: Backstage, args: Fields, files: readonly StoredFile[]): void {
  const channel = namedChannel(stage, args);
  if (!channel.botIsMember) throw refusal('not_in_channel');
  const parent = findMessage(stage.workspace, channel.id, text(args.thread_ts) ?? '');
  if (text(args.thread_ts) !== undefined && !parent) throw refusal('thread_not_found');
  addMessage(stage.workspace, {
    channel: channel.id,
    user: stage.workspace.bot.id,
    text: text(args.initial_comment) ?? '',
    files: files.map(({ id }) => id),
    madeBy: ['files.completeUploadExternal'],
    ...(parent && { thread_ts: parent.thread_ts ?? parent.ts }),
  });
}

/** What a file is, told from its first bytes; only these kinds are ever shown as a picture. */
export function pictureType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/gif' | undefined {
  const start = (...codes: readonly number[]) => codes.every((code, index) => bytes[index] === code);
  if (start(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (start(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (start(0x47, 0x49, 0x46, 0x38)) return 'image/gif';
  return undefined;
}

/** Width and height in pixels of a PNG, from its header; undefined for anything else or less. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (pictureType(bytes) !== 'image/png' || bytes.length < 24) return undefined;
  const header = new DataView(bytes.buffer, bytes.byteOffset, 24);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}

function fileInfo(stage: Backstage, args: Fields): Fields {
  const file = stage.workspace.files.get(text(args.file) ?? '');
  if (!file?.bytes) throw refusal('file_not_found');
  const { id, name, title } = file;
  return {
    file: {
      ...fields({ id, name, title }),
      mimetype: pictureType(file.bytes) ?? 'text/plain',
      size: file.bytes.length,
    },
  };
}

export const FILE_METHODS = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': fileInfo,
} satisfies Record<string, Method>;
