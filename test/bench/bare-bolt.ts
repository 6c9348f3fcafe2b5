/** Child process of the ack bench: Bolt as its documentation starts it, with one command that acknowledges. */
import { App } from '@slack/bolt';

const [slackApiUrl = ''] = process.argv.slice(2);
const app = new App({ token: 'xoxb-bench', appToken: 'xapp-bench', socketMode: true, clientOptions: { slackApiUrl } });
app.command('/smallcaps', async ({ ack }) => {
  await ack();
});
await app.start();
