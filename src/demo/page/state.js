/** What the page knows: channels, messages, where it is. Filled by frames, read by the drawing parts. */
export const state = {
  channels: [],
  commands: [],
  /** ts → message. */
  messages: new Map(),
  /** Channel id, or 'home'. */
  place: 'C0DESKUS001',
  /** ts of the thread in the side pane. */
  thread: null,
  homeTab: false,
  home: null,
  connected: false,
  unread: new Set(),
};

const key = (message) => `${message.channel}/${message.ts}`;

export function keep(message) {
  state.messages.set(key(message), message);
}

export function forget(message) {
  state.messages.delete(key(message));
}

export function messageAt(channel, ts) {
  return state.messages.get(`${channel}/${ts}`);
}

const byTime = (a, b) => (a.ts < b.ts ? -1 : 1);

/** Messages of a channel outside threads, oldest first. */
export function mainMessages(channel) {
  return [...state.messages.values()]
    .filter((message) => message.channel === channel && (message.thread_ts === null || message.broadcast))
    .sort(byTime);
}

/** A thread's first message and its replies. */
export function threadMessages(channel, ts) {
  return [...state.messages.values()]
    .filter((message) => message.channel === channel && (message.ts === ts || message.thread_ts === ts))
    .sort(byTime);
}

export function currentChannel() {
  return state.channels.find(({ id }) => id === state.place);
}
