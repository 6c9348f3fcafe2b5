import { expect, it } from 'vitest';
import { readerOf } from '../../commands/targets-ledger.ts';
import { CapwatchError } from '../../src/errors.ts';
import { unprovenFigures } from '../../src/messages/answer-guard.ts';
import { NAMED_WINDOWS } from '../../src/metrics/windows.ts';
import { type AnsweredKind, answerDraft } from '../../src/questions/answer.ts';
import type { Asking } from '../../src/questions/desk.ts';
import type { Slots } from '../../src/questions/question.ts';
import { describeWithData } from '../support/data-folder.ts';
import { desk } from '../support/desk.ts';

const DAYS = ['2022-06-16', '2023-03-13', '2024-01-22', '2024-08-05', '2026-08-21'] as const;
const PLAIN: Slots = { figures: [], chart: false, bearish: false, fromHigh: false };
const { call } = desk();

function asking(session: string, kind: AnsweredKind, slots: Partial<Slots>, text = ''): Asking {
  const { market, fedMarket, macroMarket } = call.capwatch;
  const { reader, team } = readerOf(call);
  const ledger = async () => ({
    calls: await reader.listCallVersions(team),
    surveys: await reader.listSurveySeries(team),
    readings: await reader.listSurveyReadings(team),
  });
  return {
    question: { kind, slots: { ...PLAIN, ...slots } },
    text,
    desk: { market, fedMarket, ledger, ...(macroMarket && { macroMarket }) },
    now: call.now,
    session,
    latest: '2026-08-21',
  };
}

/** What the guard says of an answer; a refusal in words is one too. */
async function unproven(one: Asking): Promise<string[]> {
  try {
    const draft = await answerDraft(one.question.kind as AnsweredKind, one);
    return draft
      ? unprovenFigures(draft).map(
          (figure) => `${one.question.kind} ${JSON.stringify(one.question.slots)} ${one.text}: ${figure}`,
        )
      : [];
  } catch (error) {
    if (error instanceof CapwatchError) return [];
    throw error;
  }
}

async function allOf(cases: readonly Asking[]): Promise<string[]> {
  const found: string[] = [];
  for (const one of cases) found.push(...(await unproven(one)));
  return found;
}

const PRICES: readonly AnsweredKind[] = ['lag', 'base', 'breadth', 'needed'];
const ONCE: readonly AnsweredKind[] = [
  ...([
    'highs',
    'after',
    'recovery',
    'streak',
    'gap-rank',
    'ratio',
    'seasonality',
    'fed-range',
    'odds-why',
    'rates-link',
  ] as const),
  ...([
    'target',
    'horizon',
    'ranking',
    'track-record',
    'consensus',
    'small-v-large',
    'survey',
    'survey-after',
  ] as const),
  ...(['as-of', 'source', 'formula', 'define', 'advice', 'fed-path', 'odds-move-rank', 'calibration'] as const),
];
const BY_MEETING: readonly AnsweredKind[] = ['odds', 'odds-at-by', 'fed-path', 'odds-inputs', 'odds-history'];
const MONTHS = [1, 3, 5, 6, 7, 9, 11, 12];
const SIZES = [25, 50, 75, 100];

describeWithData('every answer', () => {
  it.each(DAYS)('of %s proves its figures for every window and benchmark', { timeout: 120_000 }, async (day) => {
    const windows = NAMED_WINDOWS.flatMap((window) => PRICES.map((kind) => asking(day, kind, { window })));
    const others = (['XLK', 'QQQ', 'IXIC', 'RSP', 'IJR'] as const).flatMap((benchmark) =>
      PRICES.map((kind) => asking(day, kind, { benchmark, chart: true, table: true })),
    );
    const texts = ['iwm vs spy ytd', 'ytd with dividends'].map((text) => asking(day, 'lag', { proxy: 'IWM' }, text));
    expect(await allOf([...windows, ...others, ...texts])).toEqual([]);
  });

  it.each(DAYS)('of %s proves its figures for every meeting and size of move', { timeout: 120_000 }, async (day) => {
    const words = ['cut', 'hold', 'hike'] as const;
    const meetings = MONTHS.flatMap((month) => [
      ...BY_MEETING.map((kind) =>
        asking(day, kind, { meeting: { month }, month, chart: true }, 'how is that computed'),
      ),
      ...SIZES.map((size) => asking(day, 'odds-size', { meeting: { month }, sizes: [size, 125] })),
      ...words.map((word) => asking(day, 'odds', { meeting: { month }, word })),
      asking(day, 'odds-at-by', { meeting: { month }, sizes: [50] }),
      asking(day, 'odds-at-by', { meeting: { month }, word: 'cut' }, 'is that the first cut'),
      asking(day, 'odds-history', { meeting: { month }, sizes: [25], chart: true }),
    ]);
    expect(await allOf(meetings)).toEqual([]);
  });

  it.each(DAYS)('of %s proves its figures for disputes, paths and all the rest', { timeout: 120_000 }, async (day) => {
    const figure = (value: number, typed = String(value)) => ({ value, decimals: 0, unit: 'none' as const, typed });
    const disputes = [4, 7, 27, 42, 50, 99].flatMap((value) => [
      asking(
        day,
        'challenge-odds',
        { figures: [figure(value), figure(1)], who: 'wirp' },
        `wirp says ${value} you have 1`,
      ),
      asking(
        day,
        'challenge-odds',
        { figures: [figure(value, `${value}%`)], meeting: { month: 12 }, sizes: [50] },
        `polymarket has ${value}% for 50bp`,
      ),
      asking(
        day,
        'challenge-price',
        { figures: [figure(value, `${value}pct`), figure(4)], fromHigh: true },
        `yahoo says ${value}pct off the high you say 4`,
      ),
      asking(day, 'challenge-price', { figures: [figure(value)] }, `yahoo says the gap is ${value}`),
      asking(
        day,
        'challenge-price',
        { figures: [figure(value)], window: 'ytd' },
        `google has the russell up ${value} ytd`,
      ),
    ]);
    const paths = [
      'terminal rate',
      'when is the first cut fully priced',
      'second hike',
      'whole path',
      'year end rate',
      'bps of easing',
    ].flatMap((text) =>
      [undefined, 2023, 2024, 2025, 2027].map((year) =>
        asking(day, 'fed-path', { ...(year !== undefined && { year }) }, text),
      ),
    );
    const macros = (['ICSA', 'PERMIT', 'RSAFS', 'GDPNOW', 'UNRATE', 'DGS2', 'DGS10', 'MMF'] as const).map((macro) =>
      asking(day, 'macro', { macro, chart: true }),
    );
    const rest = ONCE.map((kind) => asking(day, kind, { chart: true }));
    const superlatives = (['day', 'month', 'year'] as const).map((length) =>
      asking(day, 'extreme', { superlative: { ask: 'most', length, side: 'low', of: 'gap' } }),
    );
    expect(await allOf([...disputes, ...paths, ...macros, ...rest, ...superlatives])).toEqual([]);
  });
});
