/** The bundled sample: generated prices that replay 22 January 2024, served like a desk's own folder and labelled as sample. */
import { fileURLToPath } from 'node:url';
import type { Log } from '../../log.ts';
import type { FedMarket } from '../fed-market.ts';
import { createFolderFedMarket } from '../folder/fedfunds.ts';
import { createFolderMarket } from '../folder/folder-market.ts';
import { createFolderMacroMarket } from '../folder/macro.ts';
import type { MacroMarket } from '../macro-market.ts';
import type { Market } from '../market.ts';

/** The evening the sample replays, 18:00 in New York; its prices count as written at this moment. */
export const SAMPLE_NOW: Temporal.Instant = Temporal.ZonedDateTime.from(
  '2024-01-22T18:00:00-05:00[America/New_York]',
).toInstant();

/** The sample's folder, in the layout of a desk's data folder. */
export const SAMPLE_DIR = fileURLToPath(new URL('./data', import.meta.url));

/** Who publishes the sample's prices, for receipts. */
export const SAMPLE_PUBLISHER = 'generated sample';

/** The market of the bundled sample: 2 January 2019 to 22 January 2024. */
export function createSampleMarket(log: Log): Market {
  const writtenAt = SAMPLE_NOW.toString();
  return createFolderMarket({ dir: SAMPLE_DIR, publisher: SAMPLE_PUBLISHER, sample: true, writtenAt, log });
}

/** The sample's fed funds futures, meetings and target ranges up to 22 January 2024. */
export function createSampleFedMarket(): FedMarket {
  return createFolderFedMarket({ dir: SAMPLE_DIR, sample: true, writtenAt: SAMPLE_NOW.toString() });
}

/** First prints published in January 2024, with generated paths behind them. */
export function createSampleMacroMarket(): MacroMarket {
  return createFolderMacroMarket(SAMPLE_DIR, { sample: true, writtenAt: SAMPLE_NOW.toString() });
}
