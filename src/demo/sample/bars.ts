/** Puts an open, a high and a low round each generated close; published parts of a range stay as published. */
import type { Day } from '../../calendar/day.ts';
import type { PublishedRange } from './anchors.ts';
import type { Bound } from './bounds.ts';
import { boundsOn } from './path.ts';

export interface Bar {
  readonly day: Day;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

interface BarPlan {
  readonly days: readonly Day[];
  readonly closes: readonly number[];
  readonly volatility: readonly number[];
  readonly ranges: readonly PublishedRange[];
  readonly bounds: readonly Bound[];
  /** A stream of numbers with mean 0 and variance 1. */
  readonly next: () => number;
}

/** A bar for each close but the first, which only gives the second its open. */
export function barsRound({ days, closes, volatility, ranges, bounds, next }: BarPlan): Bar[] {
  return days.slice(1).map((day, offset) => {
    const close = closes[offset + 1] ?? 0;
    const reach = (volatility[offset + 1] ?? 0) * 0.4;
    const gap = Math.exp(next() * reach);
    const spread = { up: Math.exp(Math.abs(next()) * reach), down: Math.exp(-Math.abs(next()) * reach) };
    const room = roomFor({ close, range: ranges.find((range) => range.day === day), bounds: boundsOn(bounds, day) });
    const open = room.open ?? within((closes[offset] ?? close) * gap, room);
    return {
      day,
      open,
      high: room.high ?? within(Math.max(open, close) * spread.up, room),
      low: room.low ?? within(Math.min(open, close) * spread.down, room),
      close,
    };
  });
}

interface Room {
  readonly open?: number;
  readonly high?: number;
  readonly low?: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far a bar may reach: a published high or low, or nearly as far as the nearest bound. */
function roomFor(bar: { close: number; range: PublishedRange | undefined; bounds: readonly Bound[] }): Room {
  const { close, range, bounds } = bar;
  const highest = Math.min(Number.MAX_VALUE, ...bounds.map(({ highBelow }) => highBelow ?? Number.MAX_VALUE));
  const lowest = Math.max(0, ...bounds.map(({ lowAbove }) => lowAbove ?? 0));
  return {
    ...range,
    top: range?.high ?? close + (highest - close) * 0.9,
    bottom: range?.low ?? close - (close - lowest) * 0.9,
  };
}

function within(value: number, { top, bottom }: Room): number {
  return Math.min(Math.max(value, bottom), top);
}
