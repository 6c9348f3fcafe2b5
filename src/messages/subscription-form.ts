/** The form of one subscription: what is sent, where, when. Pure; what a person may fill in is checked elsewhere. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { actions, button, section } from './blocks.ts';
import { placeMarkup } from './places.ts';
import { kindName, type SubscriptionLine, zoneName } from './subscriptions.ts';

/** Our name for the form in submissions. */
export const SUBSCRIPTION_FORM = 'subscription';

/** One input: its block, its action, its label. */
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;

const KINDS = [
  ['morning', 'Morning summary, weekdays'],
  ['weekly', 'Weekly wrap, after the last close'],
  ['fed', 'Fed day, before and after the decision'],
] as const;
const PARTS = [
  ['smallcaps', 'Small caps'],
  ['fed', 'Fed odds'],
  ['calls', 'Calls and surveys'],
  ['calendar', 'Today’s calendar'],
  ['receipts', 'Receipts'],
] as const;
const PLACES = [
  ['both', 'Lead in the channel, sections in its thread'],
  ['channel', 'The lead alone'],
  ['thread', 'Everything in one standing thread'],
] as const;
const THEMES = [
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

type Choices = readonly (readonly [string, string])[];

function options(choices: Choices): PlainTextOption[] {
  return choices.map(([value, text]) => ({ text: plain(text), value }));
}

function select(name: string, label: string, { choices, chosen }: { choices: Choices; chosen: string }): InputBlock {
  const all = options(choices);
  const initial = all.find(({ value }) => value === chosen);
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    element: { type: 'static_select', action_id: name, options: all, ...(initial && { initial_option: initial }) },
  };
}

function inputs({ time, zone, parts, placement, theme }: Omit<SubscriptionLine, 'id' | 'status'>): InputBlock[] {
  const all = options(PARTS);
  const chosen = all.filter(({ value }) => value !== undefined && parts.includes(value));
  return [
    {
      type: 'input',
      block_id: 'time',
      label: plain('Time'),
      element: { type: 'timepicker', action_id: 'time', initial_time: time },
    },
    {
      type: 'input',
      block_id: 'zone',
      label: plain('City or time zone'),
      element: { type: 'plain_text_input', action_id: 'zone', initial_value: zoneName(zone), max_length: 60 },
    },
    {
      type: 'input',
      block_id: 'parts',
      label: plain('Sections'),
      element: {
        type: 'checkboxes',
        action_id: 'parts',
        options: all,
        ...(chosen.length > 0 && { initial_options: chosen }),
      },
    },
    select('placement', 'Where', { choices: PLACES, chosen: placement }),
    select('theme', 'Pictures', { choices: THEMES, chosen: theme }),
  ];
}

const DEFAULTS = {
  kind: 'morning',
  time: '07:00',
  zone: 'America/New_York',
  parts: PARTS.map(([part]) => part),
  placement: 'both',
  theme: 'light',
  channelName: '',
  reason: '',
} as const;

/** The form for a new subscription; the person picks the channel. */
export function newSubscriptionView(): ModalView {
  const channel: InputBlock = {
    type: 'input',
    block_id: 'channel',
    label: plain('Channel'),
    hint: plain('Capwatch must be in it: type /invite @Capwatch there.'),
    element: { type: 'conversations_select', action_id: 'channel' },
  };
  const kind = select('kind', 'What', { choices: KINDS, chosen: 'morning' });
  return modal('Add summary', [channel, kind, ...inputs(DEFAULTS)], '{}');
}

/** The form of a subscription there is, with what else can be done to it. */
export function subscriptionView(line: SubscriptionLine): ModalView {
  const { id, kind, status } = line;
  const rest =
    status === 'paused'
      ? button('sub_resume', 'Resume', { label: 'Resume this subscription', value: `/capwatch resume ${id}` })
      : button('sub_pause', 'Pause', { label: 'Pause this subscription', value: `/capwatch pause ${id}` });
  const blocks: KnownBlock[] = [
    section(`*${kindName(kind)} in ${placeMarkup(line)}*`),
    ...inputs(line),
    actions(rest, button('sub_stop', 'Stop', { label: 'End this subscription', value: `/capwatch unsubscribe ${id}` })),
  ];
  return modal('Edit summary', blocks, JSON.stringify({ subscription: id }));
}

function modal(title: string, blocks: KnownBlock[], private_metadata: string): ModalView {
  return {
    type: 'modal',
    callback_id: SUBSCRIPTION_FORM,
    title: plain(title),
    submit: plain('Save'),
    close: plain('Cancel'),
    private_metadata,
    blocks,
  };
}
