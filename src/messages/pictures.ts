/** Puts uploaded pictures where a message left room for them, or closes the gap. Pure. */
import type { ImageBlock, KnownBlock } from '@slack/types';
import type { ChartBlock, Message, MessageBlock } from './message.ts';

/** The blocks with each chart as an image of an uploaded file; a chart without a file id is left out. */
export function withPictures({ blocks, charts }: Message, fileIds: readonly (string | undefined)[]): KnownBlock[] {
  return blocks.flatMap((block) => {
    if (!isChart(block)) return [block];
    const id = fileIds[block.chart];
    const alt_text = charts[block.chart]?.alt;
    if (id === undefined || alt_text === undefined) return [];
    return [{ type: 'image', slack_file: { id }, alt_text } satisfies ImageBlock];
  });
}

/** The blocks as they are sent first: the text never waits for a picture. */
export function withoutPictures(message: Message): KnownBlock[] {
  return withPictures(message, []);
}

function isChart(block: MessageBlock): block is ChartBlock {
  return block.type === 'chart';
}
