/** The message box: completion of slash commands, history with the arrow key, growing with its text. */
import { byId, element, notice } from './dom.js';
import { order } from './link.js';
import { showNewest } from './messages.js';
import { state } from './state.js';

const box = byId('say');
const menu = byId('completions');
const RESTING = byId('usage').innerHTML;
const history = [];
let picked = 0;

function matches() {
  const typed = /^\/(\S*)$/.exec(box.value);
  if (!typed) return [];
  return state.commands.filter(({ name }) => name.startsWith(`/${typed[1].toLowerCase()}`));
}

function drawMenu() {
  const found = matches();
  menu.hidden = found.length === 0;
  box.setAttribute('aria-expanded', String(!menu.hidden));
  picked = Math.min(picked, Math.max(0, found.length - 1));
  menu.replaceChildren(...found.map(optionNode));
  if (menu.hidden) box.removeAttribute('aria-activedescendant');
  else box.setAttribute('aria-activedescendant', `completion-${picked}`);
  drawUsage();
}

function optionNode({ name, usage, description }, index) {
  const option = element(
    'div',
    { id: `completion-${index}`, role: 'option', 'aria-selected': String(index === picked) },
    element(
      'span',
      { class: 'name' },
      element('strong', { text: name }),
      usage && element('span', { class: 'args', text: usage }),
    ),
    element('small', { text: description }),
  );
  option.addEventListener('mousedown', (event) => {
    event.preventDefault();
    choose({ name, usage });
  });
  return option;
}

function drawUsage() {
  const word = box.value.split(/\s/)[0];
  const command = /\s/.test(box.value) && state.commands.find(({ name }) => name === word);
  byId('usage').toggleAttribute('data-resting', !command);
  if (!command) {
    byId('usage').innerHTML = RESTING;
    return;
  }
  byId('usage').replaceChildren(
    element('strong', { text: command.name }),
    ` ${command.usage} · ${command.description}`,
  );
}

function choose({ name, usage }) {
  box.value = `${name} ${usage.startsWith('@') ? usage : ''}`;
  grown(box);
  drawMenu();
  box.focus();
}

/** Lets a text box grow with its lines, up to the style sheet's limit. */
export function grown(area) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}

/** Puts words into the box, ready to send. */
export function fill(words) {
  box.value = words;
  grown(box);
  drawMenu();
  box.focus();
}

async function send(text) {
  if (text.trim() === '' || state.place === 'home') return;
  history.push(text);
  box.value = '';
  grown(box);
  drawMenu();
  showNewest();
  byId('composer').classList.add('sending');
  const { outcome } = await order({ order: 'say', channel: state.place, text });
  byId('composer').classList.remove('sending');
  if (outcome === 'offline') {
    fill(text);
    notice('The stand-in is not running.');
  }
}

function onKey(event) {
  const found = menu.hidden ? [] : matches();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (found.length > 0 && step) {
    event.preventDefault();
    picked = (picked + step + found.length) % found.length;
    drawMenu();
  } else if (found.length > 0 && event.key === 'Tab' && !event.shiftKey) {
    event.preventDefault();
    choose(found[picked]);
  } else if (found.length > 0 && event.key === 'Escape') {
    menu.hidden = true;
    box.setAttribute('aria-expanded', 'false');
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    const exact = found.some(({ name }) => name === box.value.trim());
    if (found.length > 0 && !exact) choose(found[picked]);
    else send(box.value);
  } else if (event.key === 'ArrowUp' && box.value === '' && history.length > 0) {
    event.preventDefault();
    fill(history.at(-1));
  }
}

box.addEventListener('input', () => {
  picked = 0;
  grown(box);
  drawMenu();
});
box.addEventListener('keydown', onKey);
box.addEventListener('blur', () => {
  menu.hidden = true;
  box.setAttribute('aria-expanded', 'false');
});
byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  send(box.value);
});
byId('try').addEventListener('click', () => fill('/smallcaps ytd'));

const replyBox = byId('reply-text');
const reply = async () => {
  const text = replyBox.value;
  if (text.trim() === '' || !state.thread) return;
  replyBox.value = '';
  grown(replyBox);
  await order({ order: 'say', channel: state.thread.channel, text, thread_ts: state.thread.ts });
};
replyBox.addEventListener('input', () => grown(replyBox));
replyBox.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  reply();
});
byId('reply').addEventListener('submit', (event) => {
  event.preventDefault();
  reply();
});
