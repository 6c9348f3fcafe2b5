/** Draws messages. The blocks arrive as HTML made on the server; names and times go in as text. */
import { byId, element, focusedAction, refocus } from './dom.js';
import { order } from './link.js';
import { openRaw, openThread } from './side.js';
import { currentChannel, mainMessages, state } from './state.js';

const COMPACT_MINUTES = 5;

/** Draws the list anew, keeping nodes whose message did not change, so that nothing flickers. */
export function drawList(list, messages, { inThread = false } = {}) {
  const old = new Map([...list.children].map((node) => [node.dataset.ts, node]));
  let previous;
  const nodes = messages.map((message) => {
    const compact = follows(previous, message);
    previous = message;
    const print = JSON.stringify([message, compact, inThread]);
    const known = old.get(message.ts);
    if (known?.print === print) return known;
    const node = messageNode(message, { compact, inThread });
    node.print = print;
    return node;
  });
  const focused = focusedAction(list);
  for (const node of [...list.children]) if (!nodes.includes(node)) node.remove();
  nodes.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
  refocus(list, focused);
}

/** A message that needs no name of its own: the same author, soon after; of answers for one person only a picture. */
function follows(previous, message) {
  return (
    previous?.author === message.author &&
    previous.ephemeral === message.ephemeral &&
    (!message.ephemeral || message.html.startsWith('<figure')) &&
    previous.replies === 0 &&
    message.minute - previous.minute < COMPACT_MINUTES
  );
}

function messageNode(message, { compact, inThread }) {
  const time = element('time', { text: message.time, title: message.fullTime });
  const head = element(
    'div',
    { class: 'head' },
    element('strong', { text: message.author }),
    message.app && element('span', { class: 'app', text: 'App' }),
    time,
  );
  const body = element('div', { class: 'body surface', html: message.html });
  body.dataset.channel = message.channel;
  body.dataset.ts = message.ts;
  if (message.edited) body.append(element('small', { class: 'edited', text: '(edited)' }));
  const content = element(
    'div',
    { class: 'content' },
    !compact && head,
    message.ephemeral && onlyYou(message),
    body,
    !inThread && threadLink(message),
  );
  const classes = ['message', compact && 'compact', message.ephemeral && 'ephemeral', message.broadcast && 'broadcast']
    .filter(Boolean)
    .join(' ');
  const face = element('span', {
    class: `face ${message.face}`,
    'aria-hidden': true,
    text: message.face === 'person' ? message.author.slice(0, 1) : '',
  });
  const first = inThread && message.thread_ts === null && message.replies > 0;
  const node = element(
    'li',
    { class: first ? `${classes} root` : classes, 'data-replies': first && replyCount(message.replies) },
    compact ? element('span', { class: 'face-gap' }, time) : face,
    content,
    tools(message, inThread),
  );
  node.dataset.ts = message.ts;
  return node;
}

function onlyYou(message) {
  const dismiss = element('button', {
    type: 'button',
    class: 'link',
    text: 'Dismiss',
    onclick: () => order({ order: 'dismiss', channel: message.channel, ts: message.ts }),
  });
  return element(
    'p',
    { class: 'only-you' },
    element('span', { text: 'Only visible to you' }),
    element('span', { 'aria-hidden': true, text: '·' }),
    dismiss,
  );
}

/** "1 reply", "4 replies". */
function replyCount(count) {
  return count === 1 ? '1 reply' : `${count} replies`;
}

function threadLink(message) {
  if (message.replies === 0) return null;
  return element(
    'button',
    { type: 'button', class: 'thread-link', onclick: () => openThread(message.channel, message.ts) },
    element('span', { text: replyCount(message.replies) }),
    element('small', { text: `Last reply ${message.lastReply}` }),
  );
}

function tools(message, inThread) {
  const reply = !inThread && !message.ephemeral;
  return element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': 'Message' },
    reply &&
      element('button', {
        type: 'button',
        text: 'Reply',
        'aria-label': 'Reply in a thread',
        onclick: () => openThread(message.channel, message.thread_ts ?? message.ts),
      }),
    element('button', {
      type: 'button',
      text: 'Raw',
      'aria-label': 'Show the raw JSON of this message',
      onclick: () => openRaw({ channel: message.channel, ts: message.ts }),
    }),
  );
}

/** Draws the channel that is open, and stays at the bottom if it was there. */
export function drawChannel({ toBottom = false } = {}) {
  const scroll = byId('scroll');
  const atBottom = toBottom || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  const channel = currentChannel();
  byId('messages').hidden = !channel;
  byId('start').hidden = !channel;
  byId('home').hidden = state.place !== 'home';
  if (channel) {
    drawStart(channel);
    const messages = mainMessages(channel.id);
    drawList(byId('messages'), messages);
    byId('hint').hidden = !channel.botIsMember || [...state.messages.values()].some(({ face }) => face === 'bot');
  } else {
    byId('hint').hidden = true;
    drawHome();
  }
  if (!channel) scroll.scrollTo({ top: 0 });
  else if (atBottom) requestAnimationFrame(showNewest);
}

/** Scrolls to the end, or to the top of a newest message that does not fit, so that its headline is read first. */
export function showNewest() {
  const scroll = byId('scroll');
  const last = byId('messages').lastElementChild;
  const tall = last && last.offsetHeight > scroll.clientHeight;
  if (tall) last.scrollIntoView({ block: 'start' });
  else scroll.scrollTo({ top: scroll.scrollHeight });
}

function drawStart({ name, kind, botIsMember }) {
  const title = kind === 'im' ? name : `# ${name}`;
  const about = botIsMember
    ? 'Capwatch is in here. Answers to your commands are yours alone until you share them.'
    : 'Capwatch is not in here. Commands still answer you, but sharing needs it: type /invite @Capwatch.';
  const words = kind === 'im' ? 'Your direct messages with Capwatch. Commands work here too.' : about;
  byId('start').replaceChildren(element('h2', { text: title }), element('p', { text: words }));
}

function drawHome() {
  const home = byId('home');
  if (!state.home) {
    home.replaceChildren(
      element('p', {
        class: 'empty',
        text: 'Capwatch has not published a Home tab yet. What it can do works in any channel.',
      }),
    );
    return;
  }
  const body = element('div', { class: 'surface', html: state.home.html });
  body.dataset.view = state.home.id;
  const raw = element('button', {
    type: 'button',
    class: 'quiet',
    text: 'Raw',
    onclick: () => openRaw({ view: state.home.id }),
  });
  home.replaceChildren(body, raw);
}
