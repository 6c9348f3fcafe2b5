/** The local Slack in a process of its own, with as many channels as asked for; says at its end what it holds. */
import { startSlackStandIn } from '../../src/demo/slack/stand-in.ts';

const [channels = '1', now = ''] = process.argv.slice(2);
const standIn = await startSlackStandIn({ port: 0, now: () => Temporal.Instant.from(now) });
for (let index = 0; index < Number(channels); index += 1) {
  const id = channelId(index);
  standIn.workspace.channels.set(id, { id, name: `desk-${index}`, kind: 'channel', topic: '', botIsMember: true });
}
process.stdout.write(`${standIn.apiUrl}\n`);
process.stdin.once('data', () => {
  let complete = 0;
  let disordered = 0;
  for (let index = 0; index < Number(channels); index += 1) {
    const [lead, reply, ...more] = standIn.messages(channelId(index));
    if (lead?.text === 'morning lead, first' && reply?.thread_ts === lead.ts && more.length === 0) complete += 1;
    else disordered += 1;
  }
  process.stdout.write(`${JSON.stringify({ complete, disordered })}\n`, () => process.exit(0));
});

function channelId(index: number): string {
  return `C${String(index).padStart(10, '0')}`;
}
