/** A file a person gave to a modal, fetched with the bot's token from Slack's own addresses and nowhere else. */
import { CapwatchError } from '../errors.ts';
import { requestOk } from '../http.ts';
import type { SlackClients } from './clients.ts';

const TIMEOUT_MS = 15_000;

/**
 * The bytes behind a file's `url_private`.
 * @throws CapwatchError `bad_response` for an address that is not Slack's or a file longer than `maxBytes`, else as `requestOk`.
 */
export async function downloadFile(slack: SlackClients, url: string, maxBytes: number): Promise<Uint8Array> {
  const { token } = slack.bulk;
  if (token === undefined) throw new CapwatchError('not_configured', 'There is no bot token to read files with.');
  const answer = await requestOk({
    url,
    headers: { authorization: `Bearer ${token}` },
    timeoutMs: TIMEOUT_MS,
    source: 'Slack',
    maxBytes,
    origins: slack.origins,
    secrets: [token],
  });
  return answer.bytes;
}
