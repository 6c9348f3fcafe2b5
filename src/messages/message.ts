/** A message before it is published: words and blocks, pictures to draw, and the receipts of every number in it. Pure. */
import type { KnownBlock } from '@slack/types';
import type { ChartSpec } from '../charts/spec.ts';
import type { Receipt } from '../metrics/receipt.ts';

/** Stands where a picture will be; publishing turns it into an image block, or drops it when drawing failed. */
export interface ChartBlock {
  readonly type: 'chart';
  /** Index into the message's `charts`. */
  readonly chart: number;
}

export type MessageBlock = KnownBlock | ChartBlock;

export interface Message {
  /** Notification text: holds every number of the header, no markup, ≤ 300 characters. */
  readonly text: string;
  readonly blocks: readonly MessageBlock[];
  readonly charts: readonly ChartSpec[];
  readonly numbers: readonly Receipt[];
  /** The session the message speaks of. */
  readonly asOf: string;
  /** The asker wants the figures as a file too. */
  readonly sendCsv?: boolean;
  /** The file's own rows, header first, where they are not the figures: an export of the ledger. */
  readonly rows?: readonly (readonly string[])[];
}
