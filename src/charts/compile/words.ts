/** Words inside a plot, made of category axes so that no plugin is needed: labels at line ends, and text at a point. Pure. */
import type { Part } from './frame.ts';
import { font } from './frame.ts';
import { type Palette, SIZE } from './palette.ts';
import { heightOf, TRANSPARENT, type ValueRange } from './value-axis.ts';

export interface EndLabel {
  /** One or two short lines. */
  readonly lines: readonly string[];
  readonly value: number;
  readonly color: string;
}

/** Places on the right-hand label axis, about 4.8 px each. Renderers draw every empty place, so there are few. */
const SLOTS = 60;
/** Slots one line of a label takes. */
const LINE_SLOTS = 5.8;

/** The right-hand axis `ends`: each label at its value, pushed apart where they would overlap, order kept. */
export function endLabels(labels: readonly EndLabel[], range: ValueRange, palette: Palette): Record<string, Part> {
  const texts: (string | readonly string[])[] = Array.from({ length: SLOTS + 1 }, () => '');
  const colors: string[] = Array.from({ length: SLOTS + 1 }, () => palette.title);
  const highestFirst = labels.toSorted((a, b) => b.value - a.value);
  const boxes = highestFirst.map((label) => ({
    centre: (1 - heightOf(label.value, range)) * SLOTS,
    size: label.lines.length * LINE_SLOTS + 1,
  }));
  for (const [index, centre] of spread(boxes, SLOTS).entries()) {
    const label = highestFirst[index];
    if (label === undefined) continue;
    const slot = Math.round(centre);
    texts[slot] = label.lines.length === 1 ? (label.lines[0] ?? '') : [...label.lines];
    colors[slot] = label.color;
  }
  return {
    ends: {
      axis: 'y',
      type: 'category',
      labels: texts,
      offset: false,
      position: 'right',
      grid: { display: false, drawTicks: false },
      border: { display: false },
      ticks: { autoSkip: false, padding: 18, color: colors, font: font(SIZE.label, 700) },
    },
  };
}

interface Box {
  readonly centre: number;
  readonly size: number;
}

/**
 * Centres of the boxes (sorted by centre) moved as little as possible so that none overlap and all lie in 0 … `length`:
 * neighbours that touch join into one group round the mean of where its members want to be.
 */
export function spread(boxes: readonly Box[], length: number): number[] {
  const groups: { start: number; size: number; want: number; members: Box[] }[] = [];
  for (const box of boxes) {
    groups.push(settled([box], length));
    for (let last = groups.at(-1), before = groups.at(-2); last && before; ) {
      if (before.start + before.size <= last.start) break;
      groups.splice(-2, 2, settled([...before.members, ...last.members], length));
      last = groups.at(-1);
      before = groups.at(-2);
    }
  }
  return groups.flatMap(({ start, members }) => {
    let edge = start;
    return members.map(({ size }) => {
      edge += size;
      return edge - size / 2;
    });
  });
}

function settled(members: Box[], length: number): { start: number; size: number; want: number; members: Box[] } {
  let size = 0;
  let want = 0;
  for (const member of members) {
    want += (member.centre - member.size / 2 - size) / members.length;
    size += member.size;
  }
  return { start: Math.max(0, Math.min(want, length - size)), size, want, members };
}

export interface TextAt {
  readonly text: string;
  /** Across the plot, 0–1. */
  readonly x: number;
  /** A value of the axis `on`, which is `y` unless named. */
  readonly y: number;
  readonly on?: string;
  readonly color: string;
  readonly side: 'above' | 'below' | 'on';
  readonly align?: 'start' | 'center' | 'end';
  readonly size?: number;
  readonly weight?: 400 | 600 | 700;
  /** Blots out what is behind the words. */
  readonly backdrop?: string;
  /** CSS pixels between the point and the words. */
  readonly gap?: number;
}

/** About how wide a text is, as a share of a plot of usual width; the true width only the renderer knows. */
export function widthShare(text: string, size: number): number {
  return (text.length * size * 0.56) / 600;
}

/** Fewest and most places an axis of one text may have. */
const PLACES = { fewest: 8, most: 40 };

/** The place and how many there are (counted from 0) that come nearest to `x`, 0–1, with few places. */
export function nearestPlace(x: number): { readonly place: number; readonly last: number } {
  let best = { place: 0, last: PLACES.fewest };
  let miss = Number.POSITIVE_INFINITY;
  for (let last = PLACES.fewest; last <= PLACES.most; last++) {
    const place = Math.round(x * last);
    const off = Math.abs(place / last - x);
    if (off < miss - 0.001) {
      best = { place, last };
      miss = off;
    }
  }
  return best;
}

/** Centred on its point, unless it would run out of the plot. */
function alignment(x: number, half: number): 'start' | 'center' | 'end' {
  if (x < half) return 'start';
  return x > 1 - half ? 'end' : 'center';
}

/** One axis that prints one text at a point of the plot. */
export function textAt(at: TextAt): Part {
  const size = at.size ?? SIZE.tick;
  const { place, last } = nearestPlace(Math.min(1, Math.max(0, at.x)));
  const gap = at.gap ?? 8;
  return {
    axis: 'x',
    type: 'category',
    labels: Array.from({ length: last + 1 }, (_, index) => (index === place ? at.text : '')),
    offset: false,
    position: { [at.on ?? 'y']: at.y },
    grid: { display: false, drawTicks: false },
    border: { display: false },
    ticks: {
      z: 1,
      autoSkip: false,
      maxRotation: 0,
      align: at.align ?? alignment(at.x, widthShare(at.text, size) / 2),
      padding: { above: -size * 1.2 - gap, on: -size * 0.6, below: gap }[at.side],
      color: at.color,
      font: font(size, at.weight ?? 600),
      ...(at.backdrop !== undefined && {
        showLabelBackdrop: true,
        backdropColor: Array.from({ length: last + 1 }, (_, index) => (index === place ? at.backdrop : TRANSPARENT)),
        backdropPadding: { x: 4, y: 1 },
      }),
    },
  };
}

/** More labels than this stand on two lines. */
const MOST_ON_ONE_LINE = 7;

/** Labels under bars or steps: "20 Mar" breaks at its space where many stand side by side, and always at a line break. */
export function stepLabels(labels: readonly string[]): readonly (string | readonly string[])[] {
  const broken = labels.map((label) => label.split(labels.length > MOST_ON_ONE_LINE ? /[\n ]/ : '\n'));
  return broken.map((lines) => (lines.length === 1 ? (lines[0] ?? '') : lines));
}
