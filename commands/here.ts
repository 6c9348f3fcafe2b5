/** Which subscriptions and alerts are of the place a person types in. A direct message is one place under two ids. */

/** Our name for the person's messages with Capwatch. */
export const DIRECT = 'Direct message';

interface Asker {
  readonly user: string;
  readonly channel: string;
  readonly channelName: string;
}

interface Placed {
  readonly by: string;
  readonly channel: string;
  readonly channelName: string;
}

/**
 * What `list` keeps of the asker's place. Slack knows a direct message by its own id, and by the person where it was
 * picked on the home tab: both are one place, and one list.
 */
export async function hereOf<T extends Placed>(
  list: (channel?: string) => Promise<T[]>,
  { user, channel, channelName }: Asker,
): Promise<T[]> {
  if (channelName !== DIRECT) return list(channel);
  return (await list()).filter(
    (one) => one.channel === channel || one.channel === user || (one.channelName === DIRECT && one.by === user),
  );
}
