/** What turns a compiled chart into a picture: embedded Chart.js, or a QuickChart host, behind one interface. */

/** A spec compiled to what every Chart.js 4 renderer accepts: pure JSON, no function, no plugin. */
export interface CompiledChart {
  readonly config: Readonly<Record<string, unknown>>;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly devicePixelRatio: number;
  /** Solid colour, `#rrggbb`. */
  readonly background: string;
}

export interface ChartRenderer {
  readonly name: 'embedded' | 'quickchart';
  /** PNG bytes. @throws CapwatchError `unreachable` or `bad_response`; the text of the message stands without it. */
  render(chart: CompiledChart): Promise<Uint8Array>;
  close(): Promise<void>;
}
