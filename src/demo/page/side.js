/** The pane on the right: a thread, or the raw JSON of one message or view. */
import { byId, notice } from './dom.js';
import { order } from './link.js';
import { drawList } from './messages.js';
import { state, threadMessages } from './state.js';

let returnTo = null;

function show(kind, title) {
  if (byId('side').hidden) returnTo = document.activeElement;
  byId('side').hidden = false;
  byId('thread').hidden = kind !== 'thread';
  byId('raw').hidden = kind !== 'raw';
  byId('copy').hidden = kind !== 'raw';
  byId('side-title').textContent = title;
  byId('side-where').textContent = kind === 'thread' ? placeName(state.thread.channel) : '';
  document.body.classList.add('side-open');
}

function placeName(channel) {
  const { name, kind } = state.channels.find(({ id }) => id === channel) ?? { name: '', kind: 'im' };
  return kind === 'im' ? name : `#${name}`;
}

export function closeSide() {
  byId('side').hidden = true;
  state.thread = null;
  document.body.classList.remove('side-open');
  if (returnTo?.isConnected) returnTo.focus();
}

export function openThread(channel, ts) {
  state.thread = { channel, ts };
  show('thread', 'Thread');
  drawThread();
  byId('reply-text').focus();
}

export function drawThread() {
  if (!state.thread) return;
  const messages = threadMessages(state.thread.channel, state.thread.ts);
  if (messages.length === 0) closeSide();
  else drawReplies(messages);
}

function drawReplies(messages) {
  const list = byId('replies');
  const stays = messages.length > list.children.length || isAtEnd(list, 120);
  drawList(list, messages, { inThread: true });
  if (stays) list.scrollTo({ top: list.scrollHeight });
}

function isAtEnd({ scrollHeight, scrollTop, clientHeight }, slack) {
  return scrollHeight - scrollTop - clientHeight < slack;
}

/** A picture has arrived in an open thread: whoever read its end still does. */
export function showRepliesEnd(picture) {
  const list = byId('replies');
  if (list.contains(picture) && isAtEnd(list, picture.clientHeight + 160)) list.scrollTo({ top: list.scrollHeight });
}

/** Fetches and shows what Slack would have stored. */
export async function openRaw(where) {
  const raw = await order({ order: 'raw', where });
  if (raw.outcome !== 'sent') return notice('That message is gone.');
  state.thread = null;
  show('raw', raw.title);
  byId('raw-made').textContent = `Made by ${raw.madeBy}`;
  byId('raw-json').textContent = raw.json;
  byId('raw-json').focus();
}

byId('raw-json').tabIndex = 0;
byId('side-close').addEventListener('click', closeSide);
byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(byId('raw-json').textContent);
  byId('copy').textContent = 'Copied';
  setTimeout(() => {
    byId('copy').textContent = 'Copy';
  }, 1500);
});
