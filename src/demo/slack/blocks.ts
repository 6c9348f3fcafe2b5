/** Checks blocks and views against Slack's limits before the stand-in stores them. Draws nothing, changes nothing. */
import type { z } from 'zod';
import { Block, ViewHead } from './block-shapes.ts';
import { type Fields, fields, list, text } from './json.ts';

/** What the checks must know of the surface: where the blocks go, and which uploaded pictures are ready. */
export interface Surface {
  readonly kind: 'message' | 'modal' | 'home';
  /** Undefined when no such file was uploaded. */
  readonly fileReady: (id: string) => boolean | undefined;
}

const MOST_BLOCKS = { message: 50, modal: 100, home: 100 };
const NOT_IN = {
  message: ['alert'],
  modal: ['markdown', 'table', 'container'],
  home: ['markdown', 'table', 'container'],
};

/** Every problem Slack would name, each with a JSON pointer; an empty list for blocks it would take. */
export function blockProblems(blocks: unknown, surface: Surface): string[] {
  if (!Array.isArray(blocks)) return ['must be an array [json-pointer:/blocks]'];
  const most = MOST_BLOCKS[surface.kind];
  const count = blocks.length > most ? [`no more than ${most} items allowed [json-pointer:/blocks]`] : [];
  return [
    ...count,
    ...blocks.flatMap((block, index) => oneBlock(block, index)),
    ...blocks.flatMap((block, index) => misplaced(fields(block), { index, surface })),
    ...pictures({ blocks }, '').flatMap((found) => pictureProblems(found, surface)),
    ...repeatedIds(blocks),
  ];
}

/** The same for a view: its head, then its blocks. */
export function viewProblems(view: Fields, fileReady: Surface['fileReady']): string[] {
  const kind = view.type === 'home' ? 'home' : 'modal';
  const asked = list(view.blocks).some((block) => fields(block).type === 'input');
  const missing = [
    ...(kind === 'modal' && !view.title ? ['missing required field: title [json-pointer:/view/title]'] : []),
    ...(kind === 'modal' && asked && !view.submit ? ['missing required field: submit [json-pointer:/view]'] : []),
  ];
  return [
    ...problemsOf(ViewHead.safeParse(view), '/view'),
    ...missing,
    ...blockProblems(view.blocks, { kind, fileReady }),
  ];
}

function oneBlock(block: unknown, index: number): string[] {
  return problemsOf(Block.safeParse(block), `/blocks/${index}`);
}

function problemsOf(parsed: z.ZodSafeParseResult<unknown>, at: string): string[] {
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => issueProblems(issue, at));
}

function issueProblems(issue: z.core.$ZodIssue, at: string): string[] {
  const pointer = [at, ...issue.path.map(String)].join('/');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `invalid additional property: ${key} [json-pointer:${pointer}]`);
  }
  if (issue.code === 'invalid_union' && pointer.endsWith('/type'))
    return [`unsupported type [json-pointer:${pointer}]`];
  if (issue.code === 'too_big')
    return [`must be less than ${Number(issue.maximum) + 1} characters or items [json-pointer:${pointer}]`];
  if (issue.code === 'too_small')
    return [`must be more than ${Number(issue.minimum) - 1} characters or items [json-pointer:${pointer}]`];
  if (issue.code === 'invalid_type' && issue.message.endsWith('undefined')) {
    return [`missing required field: ${String(issue.path.at(-1))} [json-pointer:${pointer}]`];
  }
  return [`${issue.message} [json-pointer:${pointer}]`];
}

function misplaced(block: Fields, { index, surface }: { index: number; surface: Surface }): string[] {
  const type = text(block.type) ?? '';
  const pointer = `[json-pointer:/blocks/${index}]`;
  if (NOT_IN[surface.kind].includes(type)) return [`unsupported type: ${type} ${pointer}`];
  if (surface.kind !== 'modal' && fields(block.element).type === 'file_input')
    return [`unsupported type: file_input ${pointer}`];
  if (type === 'section' && !block.text && !block.fields) return [`must define either text or fields ${pointer}`];
  if (type === 'table') return tableProblems(block, pointer);
  return [];
}

function tableProblems(block: Fields, pointer: string): string[] {
  const widths = new Set(list(block.rows).map((row) => list(row).length));
  return widths.size > 1 ? [`all rows must have the same number of cells ${pointer}`] : [];
}

interface Picture {
  readonly image: Fields;
  readonly pointer: string;
}

function pictures(value: unknown, pointer: string): Picture[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => pictures(entry, `${pointer}/${index}`));
  const entries = Object.entries(fields(value));
  const here = fields(value).type === 'image' ? [{ image: fields(value), pointer }] : [];
  return [...here, ...entries.flatMap(([key, entry]) => pictures(entry, `${pointer}/${key}`))];
}

function pictureProblems({ image, pointer }: Picture, { fileReady }: Surface): string[] {
  const file = image.slack_file;
  if ((file === undefined) === (image.image_url === undefined)) {
    return [`must define either \`slack_file\` or \`image_url\` [json-pointer:${pointer}]`];
  }
  if (file === undefined) return [];
  const id = text(fields(file).id);
  return id !== undefined && fileReady(id) === true ? [] : [`invalid slack file [json-pointer:${pointer}/slack_file]`];
}

function repeatedIds(blocks: readonly unknown[]): string[] {
  const ids = blocks.map((block) => text(fields(block).block_id)).filter((id) => id !== undefined);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return repeated.map((id) => `block_id already exists: ${id} [json-pointer:/blocks]`);
}
