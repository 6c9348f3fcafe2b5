import { describe, expect, it } from 'vitest';
import { compile } from '../../src/charts/compile.ts';
import type { ChartSpec, Theme } from '../../src/charts/spec.ts';
import { EXAMPLES, fedHistoryExample, fedStackExample, fedStackHikes, rebasedYtd } from './examples.ts';
import { SMALL } from './small.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];
const EVERY = [...Object.entries(EXAMPLES), ...Object.entries(SMALL)].flatMap(([name, spec]) =>
  THEMES.map((theme) => [name, theme, spec] as const),
);
const OWN = { ...rebasedYtd, title: 'Title', subtitle: 'Subtitle', alt: 'Alt' };

/** Every string anywhere in a config. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

interface Dataset {
  readonly xAxisID: string;
  readonly yAxisID: string;
  readonly spanGaps: boolean;
  readonly pointRadius: unknown;
  readonly data: readonly { readonly x: number; readonly y: number | null }[];
}

interface Scale {
  readonly labels: readonly unknown[];
  readonly ticks: { readonly z: number };
  readonly title: { readonly text: string };
}

interface Config {
  readonly data: { readonly datasets: readonly Dataset[] };
  readonly options: {
    readonly plugins: Readonly<Record<'title' | 'subtitle', { readonly text: string }>>;
    readonly scales: Readonly<Record<string, Scale>>;
  };
}

function configOf(spec: ChartSpec, theme: Theme = 'light'): Config {
  return compile(spec, theme).config as unknown as Config;
}

function printed(scale: Scale | undefined): unknown[] {
  return (scale?.labels ?? []).filter((label) => label !== '');
}

describe('compile', () => {
  it.each(EVERY)('%s, %s: is pure JSON', (_name, theme, spec) => {
    const { config } = compile(spec, theme);
    expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config);
  });

  it.each(EVERY)('%s, %s: is an 800×450 picture at ratio 2 on a solid background', (_name, theme, spec) => {
    const { width, height, devicePixelRatio, background } = compile(spec, theme);
    expect({ width, height, devicePixelRatio }).toEqual({ width: 800, height: 450, devicePixelRatio: 2 });
    expect(background).toBe(theme === 'light' ? '#FFFFFF' : '#1A1D21');
  });

  it.each(EVERY)('%s, %s: prints no hyphen for a minus and no glyph outside Inter latin', (_name, theme, spec) => {
    for (const text of strings(configOf(spec, theme))) {
      expect(text).not.toMatch(/^-[\d.]/);
      expect(text).toMatch(/^[\u0020-\u00ff\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]*$/);
    }
  });

  it.each(EVERY)('%s, %s: fits the body of a QuickChart request (100 kB)', (_name, theme, spec) => {
    expect(JSON.stringify(configOf(spec, theme)).length).toBeLessThan(90_000);
  });

  it.each(EVERY)('%s, %s: every dataset names axes that exist', (_name, theme, spec) => {
    const { data, options } = configOf(spec, theme);
    for (const { xAxisID, yAxisID } of data.datasets) {
      expect(Object.keys(options.scales)).toEqual(expect.arrayContaining([xAxisID, yAxisID]));
    }
  });

  it.each(EVERY)('%s, %s: has at most five gridlines', (_name, theme, spec) => {
    const { length } = printed(configOf(spec, theme).options.scales.values);
    expect(length).toBeLessThanOrEqual(5);
    expect(length).toBeGreaterThanOrEqual(2);
  });

  it.each(Object.entries(SMALL))('%s: equals its golden file', async (name, spec) => {
    const config = JSON.stringify(configOf(spec), null, 1);
    await expect(`${config}\n`).toMatchFileSnapshot(`../golden/charts/${name}.json`);
  });

  it('differs between light and dark in colours only', () => {
    const colourless = (theme: Theme) => JSON.stringify(configOf(rebasedYtd, theme)).replaceAll(/#[0-9A-F]{6}/g, '#');
    expect(colourless('dark')).toBe(colourless('light'));
  });

  it('prints title, subtitle, source and as-of as given', () => {
    const { plugins, scales } = configOf(rebasedYtd).options;
    expect(plugins.title.text).toBe('Russell 2000 trails S&P 500 by 3.85 pp YTD');
    expect(plugins.subtitle.text).toBe('Rebased to 100 at the close of 29 Dec 2023 · price only');
    expect(scales.footer?.title.text).toBe('Source: Yahoo Finance · As of Mon 22 Jan 2024, 16:00 ET');
  });

  it.each(THEMES)('says SAMPLE DATA across the plot and in the footer, %s', (theme) => {
    const { scales } = configOf({ ...rebasedYtd, sample: true }, theme).options;
    expect(scales.sample?.labels).toEqual(['SAMPLE DATA']);
    expect(scales.footer?.title.text).toMatch(/^SAMPLE DATA, not market prices · Source: /);
    expect(configOf(rebasedYtd, theme).options.scales.sample).toBeUndefined();
  });

  it('prints SAMPLE DATA over bars, which would hide it', () => {
    expect(configOf({ ...fedStackExample, sample: true }).options.scales.sample?.ticks.z).toBeGreaterThan(1);
  });

  it.each([
    ['title', 50],
    ['subtitle', 80],
    ['alt', 400],
  ] as const)('refuses a %s of more than %i characters', (part, limit) => {
    expect(() => compile({ ...OWN, [part]: 'x'.repeat(limit) }, 'light')).not.toThrow();
    expect(() => compile({ ...OWN, [part]: 'x'.repeat(limit + 1) }, 'light')).toThrow(RangeError);
  });

  it('refuses odds that do not sum to 1', () => {
    const [meeting] = fedStackHikes.meetings;
    const shares = { cut50: 0, cut25: 0.2, hold: 0.7, hike25: 0, hike50: 0 };
    const spec = { ...fedStackHikes, meetings: [{ label: meeting?.label ?? '', shares }] };
    expect(() => compile(spec, 'light')).toThrow('odds of 22 Mar sum to 0.8999');
  });

  it('refuses a marked day that is not on the chart', () => {
    const spec = { ...fedHistoryExample, marks: [{ day: '2023-12-24', label: 'Eve' }] };
    expect(() => compile(spec, 'light')).toThrow('marked day 2023-12-24 is not on the chart');
  });

  it('refuses a line without a single value', () => {
    const [line] = rebasedYtd.lines;
    const spec = {
      ...rebasedYtd,
      lines: line === undefined ? [] : [{ ...line, values: [null, null] }],
      gap: undefined,
    };
    expect(() => compile(JSON.parse(JSON.stringify(spec)), 'light')).toThrow(RangeError);
  });
});

describe('a rebased chart', () => {
  it('labels each line at its end, and the gap between two of them with a bracket', () => {
    const { data, options } = configOf(SMALL.rebased);
    expect(printed(options.scales.ends)).toEqual([['S&P 500', '+1.50%'], 'Gap −3.50 pp', ['Russell 2000', '−2.00%']]);
    expect(data.datasets.at(-1)?.data.map(({ y }) => y)).toEqual([101.5, 101.5, 98, 98]);
  });

  it('draws a gap as a gap, and a value between two gaps as a dot', () => {
    const [line] = configOf(SMALL['rebased-gap']).data.datasets;
    expect(line?.spanGaps).toBe(false);
    expect(line?.data.map(({ y }) => y)).toEqual([100, null, 97.5, null, 98]);
    expect(line?.pointRadius).toEqual([3, 0, 3, 0, 3]);
  });
});

describe('a stack of meetings', () => {
  it('prints shares of 8% and more, and no smaller one, inside its bar', () => {
    const { scales } = configOf(SMALL['fed-stack']).options;
    const rows = Object.entries(scales).filter(([id]) => id.startsWith('numbers'));
    expect(rows.flatMap(([, row]) => printed(row)).toSorted()).toEqual(['42', '57', '8', '90']);
  });

  it('names outcomes that occur, cuts below hold', () => {
    expect(printed(configOf(SMALL['fed-stack']).options.scales.ends)).toEqual(['Hold', 'Cut 25', 'Cut 50+']);
  });
});

describe('a recovery race', () => {
  it('names the finishers below the low, the earlier one on the lower row', () => {
    const { scales } = configOf(EXAMPLES.race ?? rebasedYtd).options;
    const names = Object.entries(scales).filter(([id]) => id.startsWith('name'));
    expect(names.flatMap(([, scale]) => printed(scale))).toEqual(['1987: 313', '2014: 52', '2023: 36 sessions']);
    const heights = names.map(([, scale]) => (scale as unknown as { position: { y: number } }).position.y);
    expect(heights[0]).toBe(heights[1]);
    expect(heights[2]).toBeLessThan(heights[1] ?? 0);
    expect(Math.max(...heights)).toBeLessThan(100);
  });
});

describe('an underwater chart', () => {
  it('hangs from 0% and leaves room for words under a marked low', () => {
    const { scales } = configOf(SMALL.drawdown).options;
    expect(printed(scales.values)[0]).toBe('0%');
    expect(scales.values?.labels[0]).toBe('0%');
    expect(scales.y).toMatchObject({ max: 0 });
    expect((scales.y as unknown as { min: number }).min).toBeLessThan(-0.25 * 1.1);
    expect(printed(scales.mark0)).toEqual(['18 Jan']);
  });
});

describe('a history of odds', () => {
  it('always runs from 0% to 100%, with the names of its rules above', () => {
    const { data, options } = configOf(SMALL['fed-history']);
    expect(printed(options.scales.values)).toEqual(['100%', '75%', '50%', '25%', '0%']);
    expect(options.scales.y).toMatchObject({ min: 0, max: 1.125 });
    expect([printed(options.scales.rule0), printed(options.scales.rule1)]).toEqual([['Waller'], ['Retail sales']]);
    const rules = data.datasets.filter(({ xAxisID }) => xAxisID === 'unitX');
    expect(rules.map(({ data: [foot] }) => foot?.x)).toEqual([0, 0.25]);
  });

  it('needs no room above 100% without rules', () => {
    const { scales } = configOf({ ...fedHistoryExample, marks: [] }).options;
    expect(scales.y).toMatchObject({ min: 0, max: 1 });
  });
});

describe('an implied path', () => {
  it('is flat over each step and lies over the target range in force', () => {
    const { datasets } = configOf(SMALL['rate-path']).data;
    const [path] = datasets;
    expect(path?.data.map(({ x, y }) => [x, y])).toEqual([
      [0, 5.33],
      [1, 5.33],
      [1, 5.32],
      [2, 5.32],
      [2, 5.22],
      [3, 5.22],
    ]);
    const levels = datasets.filter(({ xAxisID }) => xAxisID === 'unitX').map(({ data: [start] }) => start?.y);
    expect(levels).toEqual([5.25, 5.5]);
  });
});

describe('a two-axis panel', () => {
  it('shows zero on both axes, so that all four quadrants can be seen', () => {
    const { scales } = configOf(SMALL.panel).options;
    expect(printed(scales.xValues)).toContain('0');
    expect(printed(scales.values)).toContain('0%');
    expect(printed(scales.latest)).toEqual(['22 Jan']);
  });
});
