/** Modals: shows the top one of the stack, sends what was filled in, puts problems beside their inputs. */
import { byId, focusedAction, notice, refocus } from './dom.js';
import { filesArrived } from './files.js';
import { order } from './link.js';
import { openRaw } from './side.js';
import { choicesOf } from './surface.js';

let shown = null;

/** Draws the newest modal of `views`, or closes the dialog when there is none. */
export function drawModal(views) {
  const view = views.at(-1);
  const dialog = byId('modal');
  if (!view) {
    shown = null;
    if (dialog.open) dialog.close();
    return;
  }
  const kept = shown?.id === view.id && shown.html === view.html;
  shown = view;
  if (!kept) drawBody(view);
  drawProblems(view.errors);
  if (!dialog.open) dialog.showModal();
}

function drawBody(view) {
  byId('modal-title').textContent = view.title ?? '';
  const focused = focusedAction(byId('modal-body'));
  byId('modal-body').innerHTML = view.html;
  byId('modal-body').dataset.view = view.id;
  byId('modal-body').scrollTop = 0;
  byId('modal-close').textContent = view.close ?? (view.submit ? 'Cancel' : 'Close');
  byId('modal-submit').textContent = view.submit ?? '';
  byId('modal-submit').hidden = !view.submit;
  refocus(byId('modal-body'), focused);
}

function drawProblems(errors) {
  for (const field of byId('modal-body').querySelectorAll('[data-field]')) {
    field.querySelector('.problem').textContent = errors[field.dataset.field] ?? '';
  }
}

/** Sends what is filled in once every added file is there; nothing when one of them was refused. */
async function submit(view) {
  if (!(await filesArrived())) return 'refused';
  const { outcome } = await order({ order: 'submit', view, choices: choicesOf(byId('modal-body')) });
  return outcome;
}

const close = () => order({ order: 'close' });

byId('modal').addEventListener('cancel', (event) => {
  /* Leaving the file dialog without a file also bubbles up as a cancel. */
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  close();
});
byId('modal-x').addEventListener('click', close);
byId('modal-close').addEventListener('click', close);
byId('modal-raw').addEventListener('click', async () => {
  const id = shown?.id;
  await close();
  if (id) openRaw({ view: id });
});
byId('modal')
  .querySelector('form')
  .addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!shown?.submit) return;
    byId('modal-submit').setAttribute('aria-busy', 'true');
    const outcome = await submit(shown.id);
    byId('modal-submit').removeAttribute('aria-busy');
    if (outcome === 'offline') notice('The stand-in is not running.');
  });
