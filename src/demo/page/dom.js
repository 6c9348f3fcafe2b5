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
