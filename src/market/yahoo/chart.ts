/** The body of Yahoo's chart answer: only the fields Capwatch reads, everything else may come and go. */
import { z } from 'zod';

const numbers = z.array(z.number().nullable());

export const Chart = z.object({
  chart: z.object({
    result: z
      .array(
        z.object({
          meta: z.object({
            symbol: z.string(),
            /** Dates are told in this zone; `gmtoffset` is today's and an hour off across a change of the clock. */
            exchangeTimezoneName: z.string(),
          }),
          timestamp: z.array(z.number()).optional(),
          indicators: z.object({
            quote: z.array(z.object({ close: numbers, high: numbers, low: numbers, volume: numbers }).partial()),
            adjclose: z.array(z.object({ adjclose: numbers.optional() })).optional(),
          }),
        }),
      )
      .nullable(),
    error: z.object({ code: z.string(), description: z.string() }).nullish(),
  }),
});
export type Chart = z.infer<typeof Chart>;

export interface ChartRow {
  readonly date: string;
  readonly close: number | null | undefined;
  readonly adjustedClose: number | null | undefined;
  readonly high: number | null | undefined;
  readonly low: number | null | undefined;
  readonly volume: number | null | undefined;
}
