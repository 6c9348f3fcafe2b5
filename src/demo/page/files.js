/** Files in a modal: each goes to the stand-in as soon as it is chosen, is listed, and can be taken back. */
import { element } from './dom.js';
import { order } from './link.js';

const underway = new Set();

/** Waits for files on their way; false when one of them was not taken. */
export async function filesArrived() {
  const taken = await Promise.all(underway);
  return taken.every(Boolean);
}

/** The ids of the files added to this input. */
export function addedTo(control) {
  return [...boxOf(control).querySelectorAll('li[data-file]')].map(({ dataset }) => dataset.file);
}

const boxOf = (node) => node.closest('.file-input');
const partsOf = (box) => ({
  control: box.querySelector('input[type=file]'),
  added: box.querySelector('.added'),
  problem: box.closest('.field').querySelector('.problem'),
});

const sizeOf = (bytes) => {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

function take(box, files) {
  const { control, added, problem } = partsOf(box);
  const most = Number(control.dataset.most);
  problem.textContent = '';
  /* Where one is all there may be, the next takes its place. */
  if ((most === 1 ? 0 : added.children.length) + files.length > most) {
    problem.textContent = most === 1 ? 'One file at a time.' : `Up to ${most} files can be added here.`;
    return;
  }
  for (const file of files) {
    const arrival = send(box, file);
    underway.add(arrival);
    arrival.finally(() => underway.delete(arrival));
  }
}

async function send(box, file) {
  const { control, added, problem } = partsOf(box);
  const item = itemOf(file);
  const answer =
    file.size > Number(control.dataset.largest) ? tooLarge(file) : await sent(control, { file, item, added });
  item.removeAttribute('aria-busy');
  if (answer.file) {
    item.dataset.file = answer.file;
    if (control.dataset.most === '1') added.replaceChildren(item);
    return true;
  }
  item.remove();
  problem.textContent =
    answer.problem ?? (answer.outcome === 'offline' ? 'The stand-in is not running.' : 'The file was not taken.');
  return false;
}

const tooLarge = ({ name, size }) => ({
  problem: `${name} has ${sizeOf(size)}; the most that can be added here is 5 MB.`,
});

async function sent(control, { file, item, added }) {
  added.append(item);
  const { block, action } = control.dataset;
  const { view } = control.closest('.surface').dataset;
  const base64 = await base64Of(file).catch(() => null);
  if (base64 === null) return { problem: `${file.name} cannot be read.` };
  return order({ order: 'file', view, block_id: block, action_id: action, name: file.name, base64 });
}

/** A data address ends in the bytes; it is the one way that every browser has. */
function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.slice(reader.result.indexOf(',') + 1)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

function itemOf({ name, size }) {
  const remove = element('button', {
    type: 'button',
    class: 'icon',
    'aria-label': `Remove ${name}`,
    html: '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg>',
    onclick: ({ currentTarget }) => {
      const box = boxOf(currentTarget);
      currentTarget.closest('li').remove();
      box.querySelector('.choose').focus();
    },
  });
  return element(
    'li',
    { 'aria-busy': 'true' },
    element('span', { class: 'kind', text: name.split('.').at(-1).toUpperCase().slice(0, 4), 'aria-hidden': true }),
    element('span', {}, element('strong', { text: name, title: name }), element('small', { text: sizeOf(size) })),
    remove,
  );
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('.file-input .choose');
  if (button) partsOf(boxOf(button)).control.click();
});
document.addEventListener('change', ({ target }) => {
  if (target.dataset?.kind !== 'file_input') return;
  const files = [...target.files];
  /* Emptied at once, so that the same file can be chosen again after a correction. */
  target.value = '';
  take(boxOf(target), files);
});
for (const kind of ['dragover', 'dragleave', 'drop']) {
  document.addEventListener(kind, (event) => {
    const box = event.target.closest?.('.file-input');
    if (!box) return;
    event.preventDefault();
    box.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop') take(box, [...event.dataTransfer.files]);
  });
}
