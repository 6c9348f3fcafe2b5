/** The home tab on Slack: shown when it is opened, its form answered within three seconds, failures always told. */
import type { ViewSubmitAction } from '@slack/bolt';
import type { Capwatch } from '../src/capwatch.ts';
import { SUBSCRIPTION_FORM } from '../src/messages/subscription-form.ts';
import type { SlackApp } from '../src/slack/app.ts';
import { registerAlertForm } from './alert-form.ts';
import { type FormErrors, type HomeDesk, openSubscriptionForm, saveSubscriptionForm, showHome } from './app-home.ts';
import type { Press } from './buttons.ts';
import { failureMessage } from './index.ts';

/** Routes the opening of the home tab and the form's submission. */
export function registerHome(app: SlackApp, capwatch: Capwatch, desk: HomeDesk): void {
  const { bolt, slack, team } = app;
  const homeOf = (user: string) => showHome({ slack, desk, team, user, now: capwatch.clock() });
  bolt.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await homeOf(event.user).catch((error: unknown) => notShown(capwatch, error));
  });
  const { alertsOf } = desk;
  if (alertsOf) {
    registerAlertForm(app, (person) => {
      const now = capwatch.clock();
      const place = { channel: person.user, channelName: 'Direct message', inThread: false };
      const own = alertsOf({ team: person.team, by: { user: person.user, at: now } });
      return { asker: { ...person, ...place }, desk: own, call: { now, capwatch } };
    });
  }
  bolt.view<ViewSubmitAction>(SUBSCRIPTION_FORM, async ({ ack, body, view }) => {
    const form = { metadata: view.private_metadata, values: view.state.values };
    const saving = { desk, team, user: body.user.id, now: capwatch.clock() };
    const errors = await saveSubscriptionForm(saving, form).catch((error: unknown): FormErrors => {
      return { time: failureMessage(error, '/capwatch list', capwatch).text };
    });
    if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors });
    await ack();
    await homeOf(body.user.id).catch((error: unknown) => notShown(capwatch, error));
  });
}

function notShown({ log }: Capwatch, error: unknown): void {
  log.warn('home tab not shown', { error });
}

/** The form of a new subscription. */
export function addSubscription(press: Press): Promise<void> {
  return openForm(press, undefined);
}

/** The form of the subscription the button names. */
export function editSubscription(press: Press): Promise<void> {
  return openForm(press, press.line);
}

async function openForm({ call, publishing, trigger_id }: Press, id: string | undefined): Promise<void> {
  const { subscriptions: desk, asker, now } = call;
  if (!desk || !asker) return;
  const { team, user } = asker;
  await openSubscriptionForm({ slack: publishing.slack, desk, team, user, now }, { id, trigger_id });
}
