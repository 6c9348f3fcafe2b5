/** The standard set of alerts in words: the question before it is set, what was set, what has ended. Pure. */
import { type AlertQuestion, alertFields } from './alert-confirm.ts';
import { alertTitle } from './alert-words.ts';
import { actions, button, context, section } from './blocks.ts';
import { counted, escapeText } from './format.ts';
import type { Message } from './message.ts';
import { type Place, placeMarkup, placeText } from './places.ts';
import { said } from './subscriptions.ts';

/** "Subscribe #desk-us to 4 alerts? Nothing is set yet.", each with its rule, and one confirmation for all. */
export function alertSetQuestion(
  asked: readonly AlertQuestion[],
  { channel, asker, draft }: { readonly channel: string; readonly asker: string; readonly draft: string },
): Message {
  const alerts = counted(asked.length, 'alert');
  const question = `Subscribe ${placeText(channel)} to ${alerts}`;
  const titles = asked.map(({ rule }) => alertTitle(rule)).join('; ');
  const fields = asked.map((one) => alertFields(one));
  const [first] = asked;
  return {
    ...said(`${question}? ${titles}. Nothing is set until you confirm.`, [
      section(`*Subscribe ${placeMarkup({ channelName: channel })} to ${alerts}? Nothing is set yet.*`),
      ...asked.map(({ rule }, index) => {
        const { lines = [], ends = [] } = fields[index] ?? {};
        return section(...[`*${alertTitle(rule)}*`, ...lines, ...ends.map((end) => `Ends: ${end}`)].map(escapeText));
      }),
      context(escapeText(`Asked by ${asker}`), 'Stop all of them: `/capwatch unsubscribe alerts`'),
      buttons(draft, channel),
    ]),
    numbers: fields.flatMap(({ numbers }) => numbers),
    asOf: first && !('why' in first.reading) ? first.reading.asOf : (first?.today ?? ''),
  };
}

function buttons(draft: string, channel: string) {
  const label = `Set these alerts in ${placeText(channel).replace(/^#/, '')}`;
  return actions(
    { ...button('confirm_write', 'Set alerts', { label, value: draft }), style: 'primary' },
    button('confirm_edit', 'Edit', { label: 'Edit these alerts before setting', value: draft }),
    button('confirm_cancel', 'Cancel', { label: 'Discard this draft', value: draft }),
  );
}

/** An alert of the set as a person reads it. */
interface SetAlert {
  /** `al-2`. */
  readonly id: string;
  readonly title: string;
}

/** What now stands; those that stood before keep their numbers. */
export function alertSetMessage(alerts: readonly SetAlert[], channel: string): Message {
  const head = `${counted(alerts.length, 'standard alert')} set in`;
  return said(`${head} ${placeText(channel)}: ${alerts.map(({ title }) => title).join('; ')}.`, [
    section(`*${head} ${placeMarkup({ channelName: channel })}*`, ...rows(alerts)),
    context('The first look of each is silent. `/capwatch unsubscribe alerts` stops all of them.'),
  ]);
}

/** What has ended. */
export function alertSetEndedMessage(alerts: readonly SetAlert[], channel: string): Message {
  const head = `Ended: ${counted(alerts.length, 'standard alert')} in`;
  return said(`${head} ${placeText(channel)}. Alerts set one by one stay.`, [
    section(`*${head} ${placeMarkup({ channelName: channel })}.*`, ...rows(alerts)),
    context('Their posts stay, and alerts that were set one by one go on.'),
  ]);
}

function rows(alerts: readonly SetAlert[]): string[] {
  return alerts.map(({ id, title }) => `\`${id.replace(/^al-/, '')}\` ${escapeText(title)}`);
}

/** The line of the set in a list of subscriptions. */
export function alertSetLine(alerts: readonly SetAlert[], where: Place): string {
  const titles = alerts.map(({ title }) => title).join('; ');
  return `\`alerts\`  *${placeMarkup(where)}*  ${counted(alerts.length, 'standard alert')}: ${escapeText(titles)}`;
}
