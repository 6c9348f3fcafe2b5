/** Small helpers for making elements; text always goes in as text. */

export const byId = (id) => document.getElementById(id);

/** An element with attributes (and properties `text`, `html`, `onclick`) and children. */
export function element(tag, { text, html, onclick, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  if (text !== undefined) node.textContent = text;
  if (html !== undefined) node.innerHTML = html;
  if (onclick) node.addEventListener('click', onclick);
  node.append(...children.filter(Boolean));
  return node;
}

/** A short note at the edge of the page that goes away by itself. */
export function notice(text) {
  const note = element('p', { text });
  byId('notices').append(note);
  setTimeout(() => note.remove(), 6000);
}

/** Which button or input of `root` has the keyboard, told in a way that survives a redraw. */
export function focusedAction(root) {
  const control = document.activeElement?.closest('[data-action]');
  if (!control || !root.contains(control)) return null;
  return { action: control.dataset.action, ts: control.closest('[data-ts]')?.dataset.ts };
}

/** Gives the keyboard back to the control it was taken from by a redraw. */
export function refocus(root, focused) {
  if (!focused || root.contains(document.activeElement)) return;
  const same = [...root.querySelectorAll('[data-action]')].filter(({ dataset }) => dataset.action === focused.action);
  const control = same.find((one) => one.closest('[data-ts]')?.dataset.ts === focused.ts) ?? same[0];
  control?.focus({ preventScroll: true });
}
