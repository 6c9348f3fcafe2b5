/** Files a person adds to a modal: kept in memory, told in Slack's words, read back only with the bot's token. */
import type { Backstage } from './backstage.ts';
import { type FileLookup, placedElements } from './elements.ts';
import type { Answer } from './http.ts';
import { newId } from './ids.ts';
import { type Fields, list, text } from './json.ts';
import type { StoredFile } from './workspace.ts';

/** Slack takes 10 MB in a modal; this page takes what an import of ours may have. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/** A file on its way into the input `action_id` of an open modal. */
export interface AddedFile {
  readonly view: string;
  readonly block_id: string;
  readonly action_id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** `file`: its id, for the submission. `problem`: why this input does not take it. Neither: no such input is open. */
export interface Adding {
  readonly file?: string;
  readonly problem?: string;
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
};
const ADDRESS = /^\/files-pri\/\w+-(\w+)\/(download\/)?[^/]+$/;

/** Keeps a file for the modal it was added to. */
export function addFile(stage: Backstage, added: AddedFile): Adding {
  const { workspace } = stage;
  const view = workspace.views.find(({ id }) => id === added.view);
  const placed = placedElements(view?.blocks ?? []).find(
    ({ block_id, action_id, element }) =>
      block_id === added.block_id && action_id === added.action_id && element.type === 'file_input',
  );
  if (!placed) return {};
  const problem = fileProblem(added, fileTypes(placed.element));
  if (problem !== undefined) return { problem };
  const id = newId('F');
  workspace.files.set(id, {
    id,
    name: added.name,
    title: added.name,
    bytes: added.bytes,
    completed: true,
    readyAt: stage.elapsedMs() + stage.fileReadyMs,
    from: { user: workspace.person.id, at: Math.floor(stage.now().epochMilliseconds / 1000) },
  });
  return { file: id };
}

/** The endings a file_input asks for, without dots and in small letters; none: every file. */
export function fileTypes(element: Fields): string[] {
  return list(element.filetypes).map((type) => String(type).toLowerCase());
}

/** "csv, tsv or txt" */
export function fileTypeWords(types: readonly string[]): string {
  return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(types).replace(/, or /, ' or ');
}

function fileProblem({ name, bytes }: AddedFile, types: readonly string[]): string | undefined {
  if (types.length > 0 && !types.includes(endingOf(name)))
    return `${name} cannot be added here: choose a ${fileTypeWords(types)} file.`;
  if (bytes.length === 0) return `${name} is empty.`;
  if (bytes.length > LARGEST_FILE) return `${name} is larger than 5 MB, the most that can be added here.`;
  return undefined;
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Finds, by id, what a submission says of a file; files that the bot uploaded are not among them. */
export function addedFiles(stage: Backstage): FileLookup {
  return (id) => {
    const file = stage.workspace.files.get(id);
    return file?.from && file.bytes ? slackFile(stage, { ...file, from: file.from, bytes: file.bytes }) : undefined;
  };
}

type Kept = StoredFile & Required<Pick<StoredFile, 'from' | 'bytes'>>;

function slackFile(stage: Backstage, { id, name, title, bytes, from }: Kept): Fields {
  const { team } = stage.workspace;
  const folder = `${stage.baseUrl}/files-pri/${team.id}-${id}`;
  const spelled = name.toLowerCase().replace(/[^a-z0-9.]+/g, '_');
  const ending = endingOf(name);
  return {
    id,
    created: from.at,
    timestamp: from.at,
    name,
    title,
    mimetype: MIME_TYPES[ending] ?? 'application/octet-stream',
    filetype: ending || 'binary',
    pretty_type: ending.toUpperCase() || 'Binary',
    user: from.user,
    user_team: team.id,
    size: bytes.length,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: `${folder}/${spelled}`,
    url_private_download: `${folder}/download/${spelled}`,
  };
}

/** What stands at a `url_private`. Without the bot's token, or the scope to read files, Slack leads to its sign-in page. */
export function privateFile(stage: Backstage, path: string, bearer: string): Answer {
  const admitted = bearer === stage.tokens.bot && (stage.manifest?.scopes.includes('files:read') ?? true);
  if (!admitted) return { status: 302, headers: { location: `${stage.baseUrl}/?redir=${encodeURIComponent(path)}` } };
  const found = addedFiles(stage)(ADDRESS.exec(path)?.[1] ?? '');
  const bytes = stage.workspace.files.get(text(found?.id) ?? '')?.bytes;
  if (!found || !bytes) return { status: 404, body: 'Not found.\n' };
  const type = text(found.mimetype) ?? '';
  const name = encodeURIComponent(text(found.name) ?? '');
  return {
    status: 200,
    body: bytes,
    headers: { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${name}` },
  };
}
