/** Buttons, selects and inputs as plain form controls that carry their block_id and action_id; the page reads them. */
import { createElement, type ReactNode } from 'react';
import { mostFiles, optionsOf } from '../slack/elements.ts';
import { type Fields, fields, flag, list, text } from '../slack/json.ts';
import { fileTypes, fileTypeWords, LARGEST_FILE } from '../slack/modal-files.ts';

export interface Placement {
  readonly block_id: string;
  /** id of the label element, for inputs of a form. */
  readonly labelledBy?: string;
}

/** One interactive element. An element this page does not know shows its name. */
export function elementNode(element: Fields, place: Placement): ReactNode {
  const type = text(element.type) ?? '';
  if (type === 'button') return buttonNode(element, place);
  if (type === 'radio_buttons' || type === 'checkboxes') return choicesNode(element, place);
  if (type.includes('select') || type === 'overflow') return selectNode(element, place);
  if (type === 'file_input') return fileInputNode(element, place);
  const kind = INPUT_TYPES.get(type);
  if (kind === undefined)
    return createElement('span', { className: 'unknown' }, `This element is not drawn here: ${type}`);
  return inputNode(element, place, kind);
}

const INPUT_TYPES = new Map([
  ['plain_text_input', 'text'],
  ['url_text_input', 'url'],
  ['email_text_input', 'email'],
  ['number_input', 'number'],
  ['datepicker', 'date'],
  ['timepicker', 'time'],
]);

function shared(element: Fields, { block_id, labelledBy }: Placement): Record<string, string> {
  const confirm = element.confirm;
  return {
    'data-block': block_id,
    'data-action': text(element.action_id) ?? '',
    'data-kind': text(element.type) ?? '',
    ...(confirm !== undefined && { 'data-confirm': JSON.stringify(confirm) }),
    ...(labelledBy !== undefined && { 'aria-labelledby': labelledBy }),
  };
}

function words(value: unknown): string {
  return text(fields(value).text) ?? '';
}

function buttonNode(element: Fields, place: Placement): ReactNode {
  const url = text(element.url);
  return createElement(
    'button',
    {
      type: 'button',
      className: ['button', text(element.style)].filter(Boolean).join(' '),
      title: text(element.accessibility_label),
      'aria-label': text(element.accessibility_label),
      ...shared(element, place),
      ...(url !== undefined && /^https?:/.test(url) && { 'data-url': url }),
    },
    words(element.text),
  );
}

function selectNode(element: Fields, place: Placement): ReactNode {
  const type = text(element.type) ?? '';
  const multiple = type.startsWith('multi_');
  const initial = [element.initial_option, ...list(element.initial_options)].map((option) =>
    text(fields(option).value),
  );
  const chosen = initial.filter((value) => value !== undefined);
  const hint = type === 'overflow' ? '⋯' : words(element.placeholder) || 'Choose one';
  return createElement(
    'select',
    {
      className: type === 'overflow' ? 'select overflow' : 'select',
      multiple,
      defaultValue: multiple ? chosen : (chosen[0] ?? ''),
      'aria-label': hint,
      ...shared(element, place),
    },
    ...(multiple ? [] : [createElement('option', { key: '', value: '' }, hint)]),
    ...optionsOf(element).map((option) =>
      createElement('option', { key: text(option.value), value: text(option.value) }, words(option.text)),
    ),
  );
}

function choicesNode(element: Fields, place: Placement): ReactNode {
  const single = element.type === 'radio_buttons';
  const initial = [element.initial_option, ...list(element.initial_options)].map((option) => fields(option).value);
  const { 'aria-labelledby': labelledBy, ...attributes } = shared(element, place);
  const name = `${attributes['data-block']}.${attributes['data-action']}`;
  return createElement(
    'div',
    { className: 'choices', role: single ? 'radiogroup' : 'group', 'aria-labelledby': labelledBy },
    ...optionsOf(element).map((option) =>
      createElement(
        'label',
        { key: text(option.value) },
        createElement('input', {
          type: single ? 'radio' : 'checkbox',
          name,
          value: text(option.value),
          defaultChecked: initial.includes(option.value),
          ...attributes,
        }),
        createElement('span', null, words(option.text)),
      ),
    ),
  );
}

function inputNode(element: Fields, place: Placement, kind: string): ReactNode {
  const initial = text(element.initial_value) ?? text(element.initial_date) ?? text(element.initial_time);
  const length = Number(element.max_length);
  const common = {
    className: 'input',
    defaultValue: initial,
    placeholder: words(element.placeholder) || undefined,
    ...(length > 0 && { maxLength: length }),
    ...shared(element, place),
  };
  if (flag(element.multiline)) return createElement('textarea', { ...common, rows: 4 });
  return createElement('input', { ...common, type: kind, ...(flag(element.is_decimal_allowed) && { step: 'any' }) });
}

/** A list of what was added, and a button for the file dialog; the input that keeps the rules stays out of sight. */
function fileInputNode(element: Fields, place: Placement): ReactNode {
  const types = fileTypes(element);
  const most = mostFiles(element);
  const id = `files-${place.block_id}`;
  const rule = `${types.length > 0 ? `${fileTypeWords(types)}, up` : 'Up'} to 5 MB. You can also drop ${most === 1 ? 'it' : 'them'} here.`;
  return createElement(
    'div',
    { className: 'file-input' },
    createElement('ul', { className: 'added', 'aria-live': 'polite', 'aria-label': 'Added' }),
    chooseNode(id, { labelledBy: place.labelledBy, words: most === 1 ? 'Choose a file' : 'Choose files' }),
    createElement('small', { id: `${id}-rule` }, rule),
    createElement('input', {
      ...shared(element, place),
      type: 'file',
      hidden: true,
      multiple: most > 1,
      accept: types.map((type) => `.${type}`).join() || undefined,
      'data-most': most,
      'data-largest': LARGEST_FILE,
    }),
  );
}

function chooseNode(
  id: string,
  { labelledBy, words: said }: { labelledBy: string | undefined; words: string },
): ReactNode {
  return createElement(
    'button',
    {
      type: 'button',
      className: 'button choose',
      id: `${id}-choose`,
      'aria-labelledby': [labelledBy, `${id}-choose`].filter(Boolean).join(' '),
      'aria-describedby': `${id}-rule`,
    },
    said,
  );
}
