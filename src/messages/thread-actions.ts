/** What a thread says where words ask for a change: the command that does it, and a button that runs it. Changes nothing. Pure. */
import type { Button } from '@slack/types';
import { actions, button, context, section } from './blocks.ts';
import { escapeText } from './format.ts';
import type { Message } from './message.ts';

interface Line {
  readonly label: string;
  readonly command: string;
}

function said(
  lead: string,
  lines: readonly string[],
  more: { readonly next?: string; readonly buttons?: readonly Button[] },
): Message {
  const { next, buttons = [] } = more;
  const plain = [lead, ...lines, ...(next === undefined ? [] : [next])].join(' ').replaceAll('`', '');
  return {
    text: escapeText(plain).slice(0, 300),
    blocks: [
      section(`*${escapeText(lead)}*`, ...lines.map(escapeText)),
      ...(next === undefined ? [] : [context(escapeText(next))]),
      ...(buttons.length === 0 ? [] : [actions(...buttons)]),
    ],
    charts: [],
    numbers: [],
    asOf: '',
  };
}

/** Presses like this run a command as if it were typed. */
function runs({ label, command }: Line): Button {
  return button('run_suggestion', label, {
    label: `Run ${command.replace('/', 'slash ')}`.slice(0, 75),
    value: command,
  });
}

/** How alerts are listed and stopped. */
export function stopAlertsMessage(listed: readonly string[] = []): Message {
  return said(
    'Nothing is stopped by a sentence alone.',
    [
      ...(listed.length > 0 ? [`Alerts here: ${listed.join('; ')}`] : []),
      'Each alert has a Stop button under its post; `/capwatch alert list` names all of this channel, `/capwatch alert stop 7` ends number 7.',
    ],
    {
      next: '`/capwatch unsubscribe alerts` ends the standard set, `/capwatch unsubscribe` the summaries. An alert not yet confirmed is not set.',
      buttons: [runs({ label: 'List alerts', command: '/capwatch alert list' })],
    },
  );
}

/** One alert, to be stopped or silenced by a press. */
export function oneAlertMessage(
  alert: { readonly id: string; readonly title: string },
  todo: { readonly verb: 'stop' | 'resume' } | { readonly verb: 'snooze'; readonly span: string },
): Message {
  const number = alert.id.replace(/^al-/, '');
  const command = `/capwatch alert ${todo.verb} ${number}${todo.verb === 'snooze' ? ` ${todo.span}` : ''}`;
  const { asks, label, next } = ONE[todo.verb];
  const span = todo.verb === 'snooze' ? ` for ${spanWords(todo.span)}` : '';
  return said(
    `${asks} alert ${number}${span}: ${alert.title}? Nothing is changed yet.`,
    [`Press the button, or type \`${command}\`.`],
    { next, buttons: [runs({ label: `${label} alert ${number}`, command })] },
  );
}

const ONE = {
  stop: { asks: 'Stop', label: 'Stop', next: 'Its posts and their history stay.' },
  snooze: { asks: 'Silence', label: 'Snooze', next: 'It is still looked at; edits of its old posts go on.' },
  resume: { asks: 'Wake', label: 'Resume', next: 'It speaks again from the next close on.' },
} as const;

function spanWords(span: string): string {
  const [, count = '2', unit = 'd'] = /^(\d+)([dhw])$/.exec(span) ?? [];
  const name = { d: 'day', h: 'hour', w: 'week' }[unit === 'h' ? 'h' : unit === 'w' ? 'w' : 'd'];
  return `${count} ${name}${count === '1' ? '' : 's'}`;
}

/** What would be done, where it is not clear to which alert. */
export function whichAlertMessage(words: string, listed: readonly string[] = []): Message {
  return said(
    'Say which alert, by its number: nothing is changed yet.',
    [
      ...(listed.length > 0 ? [`Alerts here: ${listed.join('; ')}`] : []),
      `For number 7: \`/capwatch alert ${words}\`.`,
    ],
    { buttons: [runs({ label: 'List alerts', command: '/capwatch alert list' })] },
  );
}

/** A list or a reason, where no alerts are kept: a terminal. */
export function alertsElsewhereMessage(command: string): Message {
  return said('Alerts belong to a channel.', [`There \`${command}\` shows them.`], {
    next: 'Each says what was seen when it was last looked at, and why it did or did not fire.',
  });
}

/** After "cancel": whether a draft was still waiting. */
export function alertDroppedMessage(dropped: boolean): Message {
  return dropped
    ? said('Dropped: nothing is set or written.', [], {
        next: 'Ask again any time, for example: ping me if the gap goes past 8 points.',
      })
    : said('Nothing waits any more: it was set, dropped, or an hour has passed.', [], {
        next: '`/capwatch alert list` shows what is set, `/capwatch alert stop 7` ends number 7.',
        buttons: [runs({ label: 'List alerts', command: '/capwatch alert list' })],
      });
}

/** A call of the ledger that the words may mean. */
interface MeantCall {
  /** "Goldman Sachs, Russell 2000 2,244 in 12 months". */
  readonly name: string;
  /** The command that would change it. */
  readonly command: string;
}

const MOST = 4;

/** What was asked to be changed or withdrawn, and the commands that would; nothing is done. */
export function changeCallMessage(verb: 'change' | 'withdraw', meant: readonly MeantCall[]): Message {
  const [only, second] = meant;
  const done = verb === 'withdraw' ? 'withdrawn' : 'changed';
  const lead = `Nothing is ${done} by a sentence alone.`;
  if (!only) {
    const example = verb === 'withdraw' ? '`/targets withdraw 12`' : '`/targets edit 12 target 2500`';
    return said(lead, [`\`/targets who goldman\` shows a firm’s calls with their numbers, then ${example}.`], {
      next: 'Calls go one by one, each asks before it writes, and the log keeps every version. Prices, surveys as published and posts cannot be changed.',
    });
  }
  const rest = meant.length > MOST ? [`${meant.length - MOST} more: \`/targets who\` and the firm.`] : [];
  return said(lead, [...meant.slice(0, MOST).map(({ name, command }) => `${name}: \`${command}\``), ...rest], {
    next: 'It asks before it writes; the log keeps both versions. A new note is a new call: `/targets add`.',
    buttons: second
      ? []
      : [runs({ label: verb === 'withdraw' ? 'Review withdrawal' : 'Review change', command: only.command })],
  });
}

/** The command that subscribes or unsubscribes. */
export function subscribeMessage(command: string): Message {
  const off = command.includes(' unsubscribe');
  const lead = off ? 'Nothing is unsubscribed yet.' : 'Nothing is subscribed yet.';
  return said(
    lead,
    [`\`${command}\` does it${off ? '; `/capwatch list` shows what comes here' : ' for this channel'}.`],
    {
      next: off
        ? 'A pause instead: `/capwatch pause`.'
        : 'Kinds: morning, weekly, fed, alerts. Then a time and a city: `at 07:00 london`.',
      buttons: [runs({ label: off ? 'Unsubscribe' : 'Subscribe', command })],
    },
  );
}

/** What the person should know about how the wish was read, under the question. */
export function withNotes(message: Message, notes: readonly string[]): Message {
  if (notes.length === 0) return message;
  const at = message.blocks.findLastIndex(({ type }) => type === 'actions');
  const noted = context(...notes.map(escapeText));
  const blocks = at < 0 ? [...message.blocks, noted] : message.blocks.toSpliced(at, 0, noted);
  return { ...message, text: `${message.text} ${escapeText(notes.join(' '))}`.slice(0, 300), blocks };
}
