/** Alerts that stand, asked about in a thread: list and why are answered, stop and snooze become a button. Changes nothing itself. */
import type { Message } from '../src/messages/message.ts';
import {
  alertDroppedMessage,
  alertsElsewhereMessage,
  oneAlertMessage,
  stopAlertsMessage,
  whichAlertMessage,
} from '../src/messages/thread-actions.ts';
import { amendedWords } from '../src/questions/alert-amend.ts';
import type { Asking } from '../src/questions/desk.ts';
import type { Pending } from '../src/questions/question.ts';
import { wishText } from '../src/questions/wish-text.ts';
import { normalText } from '../src/questions/words-normal.ts';
import type { KeptAlert } from '../src/store/alert-state.ts';
import { capwatchAlerts, typedAlert } from './capwatch-alert-topics.ts';
import type { Call } from './index.ts';
import { postedAlert } from './question-alert-post.ts';

/** The channel's alerts. */
export async function listedAlerts(call: Call): Promise<Message> {
  return call.asker && call.alerts ? capwatchAlerts('list', call) : alertsElsewhereMessage('/capwatch alert list');
}

/** Why the alert meant did or did not fire; the list where it is not clear which. */
export async function whyAlert(asking: Asking, call: Call): Promise<Message> {
  const { meant } = await meantAlert(asking, call);
  if (meant) return capwatchAlerts(`why ${meant.id}`, call);
  const posted = await postedAlert(asking, call);
  if (posted) return posted;
  return call.asker && call.alerts ? listedAlerts(call) : alertsElsewhereMessage('/capwatch alert why 7');
}

/** One alert to be stopped or silenced by a press; where it is not clear which, how to. */
export async function namedAlert(verb: 'stop' | 'snooze' | 'resume', asking: Asking, call: Call): Promise<Message> {
  const { meant, all } = await meantAlert(asking, call);
  const listed = all.slice(0, 5).map(({ id, title }) => `${id.replace(/^al-/, '')} ${title}`);
  const span = spanIn(asking.text, asking.now);
  if (meant) return oneAlertMessage(meant, verb === 'snooze' ? { verb, span } : { verb });
  if (verb === 'stop') return stopAlertsMessage(listed);
  return whichAlertMessage(verb === 'resume' ? 'resume 7' : `snooze 7 ${span}`, listed);
}

/** Whether silence is ended rather than begun. */
export function isResuming(text: string): boolean {
  return /\b(resume|un(snooze|mute|pause)|wake up|restart|reactivate|re-?enable|turn on|switch on)\b/i.test(text);
}

/** The question for an alert's new line; the old one ends when it is confirmed. */
export async function editedAlert(asking: Asking, call: Call): Promise<Message> {
  const { meant, all } = await meantAlert(asking, call);
  const listed = all.slice(0, 5).map(({ id, title }) => `${id.replace(/^al-/, '')} ${title}`);
  if (!meant) return whichAlertMessage('edit 7 gap ytd past -9', listed);
  const said = asking.text.replace(/\balerts?\s+(?:number\s+|no\.?\s*)?#?\d+/i, ' ');
  const line = said.replace(/^.*?\b(?:to|at)\b(?=[^a-z]*[-+\d>\u2212])/i, 'at ');
  return capwatchAlerts(`edit ${meant.id} ${amendedWords(typedAlert(meant), wishText(line))}`, call);
}

/** The alert a text names by number, else the one whose post it stands under, else the channel's only one. */
async function meantAlert(
  { text, post }: Asking,
  { asker, alerts }: Call,
): Promise<{ readonly meant?: KeptAlert; readonly all: readonly KeptAlert[] }> {
  if (!asker || !alerts) return { all: [] };
  const all = await alerts.store.listAlerts(asker.team, asker.channel);
  const typed = /\b(?:al-|alerts? (?:number |no\.? ?|#)?|#|number )(\d{1,9})\b/i.exec(text)?.[1];
  const posted = /\balert (?:show |when )?(al-\d+)\b/.exec(post?.command ?? '')?.[1];
  const id = typed === undefined ? posted : `al-${typed}`;
  const several = /\b(all|every|everything)\b/i.test(text);
  const meant =
    all.find((one) => one.id === id) ?? (id === undefined && all.length === 1 && !several ? all[0] : undefined);
  return { all, ...(meant && { meant }) };
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** "2d", "4h", "1w": how long, as the command takes it. */
function spanIn(raw: string, now: Temporal.Instant): string {
  const text = normalText(raw).text;
  const [, count, unit = ''] = /\b(\d{1,2}) ?(d|days?|h|hours?|hrs?|w|weeks?|sessions?)\b/.exec(text) ?? [];
  if (count !== undefined) return `${count}${unit.startsWith('h') ? 'h' : unit.startsWith('w') ? 'w' : 'd'}`;
  if (/\b(tomorrow|1 day|today|tonight)\b/.test(text)) return '1d';
  if (/\bnext week\b|\b1 week\b/.test(text)) return '1w';
  const day = DAYS.findIndex((name) => text.includes(name));
  if (day < 0) return '2d';
  const today = now.toZonedDateTimeISO('America/New_York').dayOfWeek;
  return `${((day + 1 - today + 6) % 7) + 1}d`;
}

/** After "cancel" under an alert's question: its draft is thrown away, where it still waits. */
export async function droppedAlert({ draft }: Pending, { alerts, asker }: Call): Promise<Message> {
  if (!alerts || !asker || draft === undefined) return alertDroppedMessage(true);
  return alertDroppedMessage((await alerts.drafts.take(draft)) !== undefined);
}
