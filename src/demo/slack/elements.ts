/** Buttons, selects and inputs inside blocks: finds them and turns what a person chose into Slack's words. Pure. */
import { type Fields, fields, isFields, list, text } from './json.ts';

/** What the page sends for one element: its text, its choices, or nothing chosen. */
export type Choice = string | readonly string[] | null;
/** block_id → action_id → choice. */
export type Choices = Readonly<Record<string, Readonly<Record<string, Choice>>>>;

/** Slack's words for an added file, by id; undefined for one that was never added. */
export type FileLookup = (id: string) => Fields | undefined;

/** An interactive element with the block it stands in. */
export interface Placed {
  readonly block_id: string;
  readonly action_id: string;
  readonly element: Fields;
}

/** Every interactive element of `blocks`, in order. */
export function placedElements(blocks: readonly Fields[]): Placed[] {
  return blocks.flatMap((block) =>
    [...list(block.elements), block.accessory, block.element]
      .filter(isFields)
      .filter((element) => text(element.action_id) !== undefined)
      .map((element) => ({
        block_id: text(block.block_id) ?? '',
        action_id: text(element.action_id) ?? '',
        element,
      })),
  );
}

/** `state.values` of a surface: every input but buttons, with what was chosen or its initial value. */
export function stateValues(blocks: readonly Fields[], choices: Choices, fileOf: FileLookup): Fields {
  const values: Record<string, Record<string, Fields>> = {};
  for (const { block_id, action_id, element } of placedElements(blocks)) {
    if (element.type === 'button' || element.type === 'overflow') continue;
    const given = choices[block_id]?.[action_id];
    values[block_id] = { ...values[block_id], [action_id]: inputState(element, { given, fileOf }) };
  }
  return values;
}

function inputState(element: Fields, { given, fileOf }: { given: Choice | undefined; fileOf: FileLookup }): Fields {
  if (element.type === 'file_input') return { type: 'file_input', files: chosenFiles(given, fileOf) };
  return given === undefined ? initialState(element) : chosenState(element, given);
}

function chosenFiles(given: Choice | undefined, fileOf: FileLookup): Fields[] {
  return [...new Set(list(given))].map((id) => fileOf(String(id))).filter((file) => file !== undefined);
}

/** The part of an action or a state that says what was chosen. */
export function chosenState(element: Fields, choice: Choice): Fields {
  const type = text(element.type) ?? '';
  const one = typeof choice === 'string' && choice !== '' ? choice : null;
  if (type === 'button')
    return { type, text: element.text, ...(element.value !== undefined && { value: element.value }) };
  if (type === 'datepicker') return { type, selected_date: one };
  if (type === 'timepicker') return { type, selected_time: one };
  if (type === 'users_select') return { type, selected_user: one };
  if (type === 'conversations_select') return { type, selected_conversation: one };
  if (type === 'channels_select') return { type, selected_channel: one };
  if (type === 'checkboxes' || type.startsWith('multi_')) {
    return { type, selected_options: optionsOf(element).filter(({ value }) => list(choice).includes(value)) };
  }
  if (type === 'static_select' || type === 'radio_buttons' || type === 'overflow') {
    return { type, selected_option: optionsOf(element).find(({ value }) => value === one) ?? null };
  }
  return { type, value: one };
}

function initialState(element: Fields): Fields {
  const type = text(element.type) ?? '';
  if (element.initial_option) return { type, selected_option: element.initial_option };
  if (element.initial_options) return { type, selected_options: element.initial_options };
  const initial = element.initial_date ?? element.initial_time ?? element.initial_value;
  return chosenState(element, text(initial) ?? null);
}

/** How many files a file_input takes: ten unless it says otherwise. */
export function mostFiles(element: Fields): number {
  return typeof element.max_files === 'number' ? element.max_files : 10;
}

/** All options of a select, groups flattened. */
export function optionsOf(element: Fields): Fields[] {
  const grouped = list(element.option_groups).flatMap((group) => list(fields(group).options));
  return [...list(element.options), ...grouped].filter(isFields);
}
