/** Comparing a message with an expected one of ../shared/golden/messages: words, order and numbers, not ids. */
import { readFileSync } from 'node:fs';
import type { KnownBlock } from '@slack/types';
import type { Message } from '../../src/messages/message.ts';
import { withPictures } from '../../src/messages/pictures.ts';
import { sharedGolden } from './data-folder.ts';

interface Payload {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

/** The expected payload `name`, without what only Slack or the delivery decides. */
export function expectedMessage(name: string): Payload {
  const { text, blocks } = JSON.parse(readFileSync(sharedGolden(`messages/${name}.json`), 'utf8')) as Payload;
  return stripped({ text, blocks });
}

/** The message as it would be sent, without file ids and button values. */
export function sentMessage(message: Message): Payload {
  return stripped({
    text: message.text,
    blocks: withPictures(
      message,
      message.charts.map(() => 'F'),
    ),
  });
}

function stripped(payload: { text: string; blocks: readonly unknown[] | readonly KnownBlock[] }): Payload {
  return JSON.parse(
    JSON.stringify(payload, (key, value) =>
      key === 'value' || key === 'slack_file' || key === 'block_id' ? undefined : value,
    ),
  ) as Payload;
}
