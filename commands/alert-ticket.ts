/** What an open form changes and where it speaks, kept as a draft of the person: a form itself carries only its name. */
import type { AlertDesk } from './capwatch-alerts.ts';

export interface AlertTicket {
  readonly channel: string;
  readonly channelName: string;
  /** The alert that ends when the form's own is set. */
  readonly alert?: string;
  /** The form holds several alerts, a line each. */
  readonly isSet?: boolean;
}

/** Keeps the ticket for an hour; resolves with its name. */
export function recordTicket({ drafts }: Pick<AlertDesk, 'drafts'>, ticket: AlertTicket): Promise<string> {
  return drafts.record(JSON.stringify({ kind: 'alert-form', ...ticket }));
}

/** The ticket, once; undefined for another person's, a used or an old one. */
export async function takeTicket(
  { drafts }: Pick<AlertDesk, 'drafts'>,
  name: string,
): Promise<AlertTicket | undefined> {
  const content = await drafts.take(name);
  const json: unknown = content === undefined ? undefined : JSON.parse(content);
  if (typeof json !== 'object' || json === null || !('kind' in json) || json.kind !== 'alert-form') return undefined;
  if (!('channel' in json) || !('channelName' in json)) return undefined;
  const { channel, channelName } = json;
  if (typeof channel !== 'string' || typeof channelName !== 'string') return undefined;
  const alert = 'alert' in json && typeof json.alert === 'string' ? { alert: json.alert } : {};
  return { channel, channelName, ...alert, isSet: 'isSet' in json && json.isSet === true };
}

/** The lines of a field that hold words. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
