/** Buttons, selects and inputs inside messages, modals and the home tab: collects choices, sends presses. */
import { byId, notice } from './dom.js';
import { addedTo } from './files.js';
import { order } from './link.js';

/** block_id → action_id → what is chosen now, for every input of the surface. */
export function choicesOf(surface) {
  const choices = {};
  for (const control of surface.querySelectorAll('[data-action]:not(button)')) {
    const { block, action } = control.dataset;
    choices[block] ??= {};
    choices[block][action] = choiceOf(surface, control);
  }
  return choices;
}

function choiceOf(surface, control) {
  const { action, block, kind } = control.dataset;
  if (kind === 'checkboxes' || kind === 'radio_buttons') {
    const checked = [...surface.querySelectorAll('input:checked')]
      .filter((box) => box.dataset.action === action && box.dataset.block === block)
      .map(({ value }) => value);
    return kind === 'checkboxes' ? checked : (checked[0] ?? null);
  }
  if (kind === 'file_input') return addedTo(control);
  if (control.multiple) return [...control.selectedOptions].map(({ value }) => value);
  return control.value === '' ? null : control.value;
}

function whereIs(surface) {
  const { view, channel, ts } = surface.dataset;
  return view ? { view } : { channel, ts };
}

async function act(control, choice) {
  const surface = control.closest('.surface');
  const { block, action, confirm, url } = control.dataset;
  if (confirm && !(await confirmed(JSON.parse(confirm)))) return;
  if (url) open(url, '_blank', 'noopener');
  control.setAttribute('aria-busy', 'true');
  const answer = await order({
    order: 'act',
    where: whereIs(surface),
    block_id: block,
    action_id: action,
    choice,
    choices: choicesOf(surface),
  });
  control.removeAttribute('aria-busy');
  if (answer.outcome === 'offline') notice('The stand-in is not running.');
  if (answer.outcome === 'failed') notice('The stand-in failed at that. The terminal says why.');
  if (answer.outcome === 'not_found') notice('That message has changed. Look at the newest one.');
}

/** Asks as Slack's confirm object says. */
function confirmed({ title, text, confirm, deny, style }) {
  const dialog = byId('confirm');
  byId('confirm-title').textContent = title.text;
  byId('confirm-body').textContent = text.text;
  byId('confirm-yes').textContent = confirm.text;
  byId('confirm-no').textContent = deny.text;
  byId('confirm-yes').className = `button ${style === 'danger' ? 'danger' : 'primary'}`;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }),
  );
}

function openPicture(button) {
  const image = button.querySelector('img');
  byId('viewer-image').src = button.dataset.viewImage;
  byId('viewer-image').alt = image.alt;
  byId('viewer-alt').textContent = image.alt;
  byId('viewer').showModal();
}

document.addEventListener('click', (event) => {
  const picture = event.target.closest('[data-view-image]');
  if (picture) return openPicture(picture);
  const button = event.target.closest('button[data-action]');
  if (button && !button.hasAttribute('aria-busy')) act(button, null);
});

document.addEventListener('change', (event) => {
  const control = event.target.closest('[data-action]');
  if (!control || control.closest('.field')) return;
  const surface = control.closest('.surface');
  const choice = choiceOf(surface, control);
  if (control.dataset.kind === 'overflow') control.value = '';
  act(control, choice);
});

byId('viewer').addEventListener('click', ({ target }) => {
  if (target === byId('viewer') || target === byId('viewer-image')) byId('viewer').close();
});
