/** Starts the page: frames from the stand-in change the state, the state is drawn. */
import './composer.js';
import { byId, element, notice } from './dom.js';
import { connect, on, order } from './link.js';
import { drawChannel, showNewest } from './messages.js';
import { drawModal } from './modal.js';
import { closeSide, drawThread, openThread, showRepliesEnd } from './side.js';
import { currentChannel, forget, keep, messageAt, state } from './state.js';

function drawRail() {
  const entry = ({ id, name, kind }) => {
    const here = state.place === id;
    const mark = kind === 'channel' ? '#' : '';
    const button = element(
      'button',
      {
        type: 'button',
        'aria-current': here ? 'page' : undefined,
        class: state.unread.has(id) ? 'unread' : undefined,
        onclick: () => go(id),
      },
      mark
        ? element('span', { class: 'mark', text: mark, 'aria-hidden': true })
        : element('span', { class: 'face bot tiny', 'aria-hidden': true }),
      element('span', { text: name }),
    );
    return element('li', {}, button);
  };
  byId('channels').replaceChildren(...state.channels.filter(({ kind }) => kind === 'channel').map(entry));
  byId('directs').replaceChildren(...state.channels.filter(({ kind }) => kind === 'im').map(entry));
  const home = state.homeTab || state.home;
  byId('apps').hidden = !home;
  byId('apps-title').hidden = !home;
  byId('apps').replaceChildren(entry({ id: 'home', name: 'Capwatch home', kind: 'home' }));
}

function drawTop() {
  const channel = currentChannel();
  const title = channel ? `${channel.kind === 'im' ? '' : '#'}${channel.name}` : 'Capwatch home';
  byId('channel').textContent = title;
  byId('topic').textContent = channel?.topic ?? 'The app’s own page';
  byId('composer').hidden = !channel;
  byId('say').placeholder = channel ? `Message ${title}` : '';
  byId('say').setAttribute('aria-label', byId('say').placeholder);
  document.title = `${title} · Capwatch, local`;
}

function go(place) {
  state.place = place;
  state.unread.delete(place);
  if (location.hash !== `#${place}`) location.hash = place;
  closeRail();
  closeSide();
  drawAll({ toBottom: true });
  if (place === 'home') order({ order: 'home' });
  else if (matchMedia('(min-width: 800px)').matches) byId('say').focus();
}

function drawAll(options) {
  drawRail();
  drawTop();
  drawChannel(options);
  drawThread();
}

function drawClock({ text, replay }) {
  byId('clock').textContent = replay ? `Replaying ${text}` : text;
  byId('clock').classList.toggle('replay', replay);
}

function drawConnection(connected) {
  state.connected = connected;
  byId('connection').classList.toggle('on', connected);
  byId('connection').querySelector('.words').textContent = connected ? 'Capwatch is connected' : 'Waiting for Capwatch';
}

/** Goes to the post that an address as Slack writes it names, with its thread; false for any other address. */
function openLinked({ origin, pathname }) {
  const [, channel, seconds, rest] = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(pathname) ?? [];
  if (channel === undefined || origin !== location.origin) return false;
  const ts = `${seconds}.${rest}`;
  const message = messageAt(channel, ts);
  history.replaceState(null, '', `/#${channel}`);
  if (state.place !== channel && state.channels.some(({ id }) => id === channel)) go(channel);
  if (!message) notice('That post is not in this workspace any more.');
  else openThread(channel, message.thread_ts ?? ts);
  byId('messages')
    .querySelector(`[data-ts="${message?.thread_ts ?? ts}"]`)
    ?.scrollIntoView({ block: 'center' });
  return true;
}

function openRail(open) {
  document.body.classList.toggle('rail-open', open);
  byId('menu').setAttribute('aria-expanded', String(open));
  if (open) byId('channels').querySelector('button')?.focus();
}
const closeRail = () => openRail(false);

on('welcome', (frame) => {
  state.channels = frame.channels;
  state.commands = frame.commands;
  state.messages.clear();
  for (const message of frame.messages) keep(message);
  state.homeTab = frame.homeTab;
  state.home = frame.home;
  byId('team').textContent = frame.team;
  drawClock(frame.clock);
  drawConnection(frame.connected);
  drawAll({ toBottom: true });
  drawModal(frame.views);
  openLinked(location);
});
on('message', ({ message }) => {
  keep(message);
  if (message.channel !== state.place && !message.mine) state.unread.add(message.channel);
  drawRail();
  drawChannel({ toBottom: message.mine });
  drawThread();
});
on('removed', (frame) => {
  forget(frame);
  drawChannel();
  drawThread();
});
on('channels', ({ channels }) => {
  state.channels = channels;
  drawAll();
});
on('views', ({ views }) => drawModal(views));
on('home', ({ home }) => {
  state.home = home;
  drawRail();
  drawChannel();
});
on('clock', ({ clock }) => drawClock(clock));
on('connection', ({ connected }) => drawConnection(connected));
on('notice', ({ text }) => notice(text));
on('offline', () => drawConnection(false));

byId('menu').addEventListener('click', () => openRail(!document.body.classList.contains('rail-open')));
byId('scrim').addEventListener('click', closeRail);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
  if (document.body.classList.contains('rail-open')) closeRail();
  else if (!byId('side').hidden && byId('completions').hidden) closeSide();
});
/* Pictures come after their message: stay at the bottom when they arrive. */
document.addEventListener(
  'load',
  ({ target }) => {
    const scroll = byId('scroll');
    if (target.tagName !== 'IMG') return;
    showRepliesEnd(target);
    const left = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight;
    if (left < target.clientHeight + 160) showNewest();
  },
  true,
);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (link && openLinked(link)) event.preventDefault();
});
addEventListener('hashchange', () => {
  const place = location.hash.slice(1).split('/')[0];
  if (place !== state.place && (place === 'home' || state.channels.some(({ id }) => id === place))) go(place);
});

const asked = location.hash.slice(1).split('/')[0];
if (/^[CD]\w+$|^home$/.test(asked)) state.place = asked;
connect();
