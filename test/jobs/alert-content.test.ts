import { expect, test } from 'vitest';
import { alertContent, evaluateAlert } from '../../jobs/alert-content.ts';
import { withCloses } from '../../jobs/alert-correction.ts';
import type { AlertOutcome, Json, StoredAlert } from '../../jobs/content.ts';
import type { AlertRule } from '../../src/metrics/alerts.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { factsOf, folderSources, JANUARY_SETTLEMENTS } from '../support/morning.ts';

const DIVERGENCE: AlertRule = { v: 1, kind: 'divergence', tier: 0.2, rearm: -0.19 };

function stored(rule: AlertRule, state?: Json): StoredAlert {
  return {
    id: 'al-7',
    title: 'test',
    rule: { ...rule },
    terms: { once: false },
    ...(state !== undefined && { state }),
  };
}

/** New York wall time on a day. */
function at(day: string, time: string): Temporal.Instant {
  return Temporal.ZonedDateTime.from(`${day}T${time}[America/New_York]`).toInstant();
}

/** One evaluation after another over the given sessions. */
async function over(rule: AlertRule, days: readonly string[], time = '16:25'): Promise<AlertOutcome[]> {
  const outcomes: AlertOutcome[] = [];
  for (const day of days) {
    outcomes.push(evaluateAlert(stored(rule, outcomes.at(-1)?.state), await factsOf(day), at(day, time)));
  }
  return outcomes;
}

/** The channel's name is the sending half's; the golden has it. */
function golden(name: string): unknown {
  return JSON.parse(JSON.stringify(expectedMessage(name)).replaceAll('#desk-us', 'This channel'));
}

describeWithData('the divergence alert of January 2024', () => {
  test('is silent at first, fires on the 19th, clears on the 22nd and fires again on the 31st, as the goldens say', async () => {
    const outcomes = await over(DIVERGENCE, ['2024-01-18', '2024-01-19', '2024-01-22', '2024-01-31']);
    const [first, fired, cleared, again] = outcomes;
    expect(first?.event).toBeUndefined();
    expect(fired?.event?.kind).toBe('fired');
    expect(cleared?.event?.kind).toBe('cleared');
    expect(again?.event?.kind).toBe('again');
    const sent = (outcome: AlertOutcome | undefined) => outcome?.event && sentMessage(outcome.event.message);
    expect(sent(fired)).toEqual(golden('07-alert-1-fired'));
    expect(sent(cleared)).toEqual(golden('07-alert-2-cleared'));
    expect(cleared?.event?.threadNote && sentMessage(cleared.event.threadNote)).toEqual(
      golden('07-alert-2-cleared-thread'),
    );
    expect(sent(again)).toEqual(golden('07-alert-3-fired-again'));
  });

  test('does not fire twice on one session, nor between its lines', async () => {
    const [, fired, same, next] = await over(DIVERGENCE, ['2024-01-18', '2024-01-19', '2024-01-19', '2024-01-23']);
    expect(fired?.event?.kind).toBe('fired');
    expect(same?.event).toBeUndefined();
    expect(same?.state).toEqual(fired?.state);
    // 23 Jan: −19.09%, above the tier but not above the re-arm line of −19%.
    expect(next?.event).toBeUndefined();
    expect(next?.because).toContain('not yet above −19%');
  });

  test('created while it is on says nothing until it was armed again', async () => {
    const [baseline, cleared, again] = await over(DIVERGENCE, ['2024-01-19', '2024-01-22', '2024-01-31']);
    expect(baseline?.event).toBeUndefined();
    expect(baseline?.because).toBe(
      'First look: −20.40% on Fri 19 Jan, past −20% already, so it waits until it is back above −19%.',
    );
    expect(cleared?.event).toBeUndefined();
    expect(again?.event?.kind).toBe('fired');
  });

  test('corrects the post when the close it fired with was changed, old struck, new bold', async () => {
    const data = await factsOf('2024-01-19');
    const early = withCloses(data, { session: '2024-01-19', closes: { RUT: 1939.3 } });
    const baseline = evaluateAlert(stored(DIVERGENCE), await factsOf('2024-01-18'), at('2024-01-18', '16:25'));
    const fired = evaluateAlert(stored(DIVERGENCE, baseline.state), early, at('2024-01-19', '16:05'));
    expect(fired.event?.message.text).toContain('−20.61%');
    const corrected = evaluateAlert(stored(DIVERGENCE, fired.state), data, at('2024-01-19', '16:40'));
    expect(corrected.event?.kind).toBe('corrected');
    const words = JSON.stringify(corrected.event?.message.blocks);
    expect(words).toContain('~−20.61%~ *−20.40%* Russell 2000, ~1,939.30~ 1,944.39, from 2,442.74 (8 Nov 2021');
    expect(words).toContain('~+25.96%~ *+25.63%* from here back to its record');
    expect(corrected.event?.message.text).toBe(golden07Text());
  });

  test('a post that the corrected close makes false says so and is armed again', async () => {
    const data = await factsOf('2024-01-18');
    const early = withCloses(data, { session: '2024-01-18', closes: { RUT: 1900, GSPC: 4900 } });
    const baseline = evaluateAlert(stored(DIVERGENCE), await factsOf('2024-01-17'), at('2024-01-17', '16:25'));
    const fired = evaluateAlert(stored(DIVERGENCE, baseline.state), early, at('2024-01-18', '16:05'));
    expect(fired.event?.kind).toBe('fired');
    const corrected = evaluateAlert(stored(DIVERGENCE, fired.state), data, at('2024-01-18', '16:40'));
    expect(corrected.event?.message.text).toContain('The alert was false and is armed again.');
    expect(corrected.state).toMatchObject({ latched: false, fires: [] });
  });

  function golden07Text(): string {
    return expectedMessage('07-alert-4-corrected').text;
  }
});

describeWithData('other alerts on real days', () => {
  test('a gap alert fires past its line and re-arms half a point inside it', async () => {
    const rule: AlertRule = { v: 1, kind: 'gap', window: 'ytd', side: 'below', threshold: -0.055, rearm: -0.05 };
    const [, fired, cleared] = await over(rule, ['2024-01-18', '2024-01-19', '2024-01-22']);
    expect(fired?.event?.message.text).toBe(
      'Alert: small caps lag by 5.55\u00a0pp year to date, past −5.50\u00a0pp: Russell 2000 −4.08%, S&amp;P 500 +1.47%. Fri 19 Jan 2024 close.',
    );
    expect(cleared?.event?.threadNote?.text).toBe(
      'Cleared and re-armed, Mon 22 Jan close: Gap −3.85\u00a0pp, from −5.55\u00a0pp. Fires again below −5.50\u00a0pp.',
    );
  });

  test('an odds alert names its line, and last trades where there is no settlement', async () => {
    const rule: AlertRule = {
      v: 1,
      kind: 'odds',
      meeting: '2024-03-20',
      word: 'cut',
      side: 'below',
      threshold: 0.45,
      rearm: 0.5,
    };
    const [, fired] = await over(rule, ['2024-01-19', '2024-01-22']);
    expect(fired?.event?.message.text).toBe(
      'Alert: March cut odds 42.6%, below 45.0%; hold 57.4%. Mon 22 Jan 2024 last trade.',
    );
    expect(JSON.stringify(fired?.event?.message.blocks)).toContain(
      '† last trades, no settlement stored: good to 1–2 pp.',
    );
  });

  test('an odds alert fired on last trades is corrected when the settlement comes, in its post and its thread', async () => {
    const rule: AlertRule = {
      ...{ v: 1, kind: 'odds', meeting: '2024-03-20', word: 'cut' },
      ...{ side: 'below', threshold: 0.45, rearm: 0.5 },
    };
    const [, fired] = await over(rule, ['2024-01-19', '2024-01-22']);
    // As golden/article.md implies them: a cut by March 43.2% at the settlement.
    const settled = await factsOf('2024-01-22', folderSources(JANUARY_SETTLEMENTS));
    const corrected = evaluateAlert(stored(rule, fired?.state), settled, at('2024-01-22', '18:30'));
    const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
    expect(corrected.event?.kind).toBe('corrected');
    expect(plain(corrected.event?.message.text)).toBe(
      'Corrected: March cut odds 43.2% on Mon 22 Jan 2024, not 42.6%. The alert stands.',
    );
    const words = JSON.stringify(corrected.event?.message.blocks);
    expect(words).toContain('~42.6%~ *43.2%* cut by 20 Mar; hold ~57.4%~ 56.8%');
    expect(words).toContain(
      'the first figure was a last trade; the settlement came later. The alert stands: both are below 45.0%.',
    );
    expect(words).toContain('*Corrected* Mon 22 Jan 2024, 18:30 ET · fed funds futures, FedWatch method · CME prices');
    expect(plain(corrected.event?.threadNote?.text)).toBe(
      'Correction: March cut odds 43.2%, not 42.6%. Cause: last trade, the settlement came later. The alert stands.',
    );
    const again = evaluateAlert(stored(rule, corrected.state), settled, at('2024-01-22', '18:35'));
    expect(again.event).toBeUndefined();

    const closer: AlertRule = { ...rule, threshold: 0.43, rearm: 0.48 };
    const [, near] = await over(closer, ['2024-01-19', '2024-01-22']);
    const wrong = evaluateAlert(stored(closer, near?.state), settled, at('2024-01-22', '18:30'));
    expect(wrong.event?.message.text).toContain('The alert was false and is armed again.');
    expect(wrong.state).toMatchObject({ latched: false, fires: [] });
  });

  test('an alert on moving odds names both days', async () => {
    const rule: AlertRule = {
      v: 1,
      kind: 'odds-move',
      meeting: '2024-03-20',
      word: 'cut',
      threshold: 0.3,
      rearm: 0.15,
      sessions: 5,
    };
    const [, fired] = await over(rule, ['2024-01-12', '2024-01-22']);
    expect(fired?.event?.message.text).toMatch(
      /^Alert: March cut odds 42\.6%, from 7\d\.\d%: −3\d\.\d\u00a0pp in 5 futures days; hold 57\.4%\./,
    );
  });

  test('a record alert fires on the first record in over 20 sessions and not on the second', async () => {
    const rule: AlertRule = { v: 1, kind: 'record', symbol: 'GSPC' };
    const [, fired, second] = await over(rule, ['2024-01-18', '2024-01-19', '2024-01-22']);
    expect(fired?.event?.message.text).toContain('S&amp;P 500 record close 4,839.81, first since 3 Jan 2022');
    expect(second?.event).toBeUndefined();
  });

  test('a recovery alert fires on the session that completes it: 19 Dec 2023, 53 days', async () => {
    const [, fired] = await over({ v: 1, kind: 'recovery' }, ['2023-12-18', '2023-12-19']);
    expect(fired?.event?.message.text).toContain('from a 52-week low to a 52-week high in 53 days, 36 sessions');
  });

  test('a drawdown alert fires at its tier', async () => {
    const rule: AlertRule = { v: 1, kind: 'drawdown', symbol: 'RUT', threshold: -0.2, rearm: -0.19 };
    const outcomes = await over(rule, ['2023-12-27', '2024-01-17']);
    expect(outcomes[1]?.event?.message.text).toMatch(
      /^Alert: Russell 2000 −2\d\.\d\d% from its record close, past −20%\./,
    );
  });

  test('without data it says why it was not looked at and keeps its memory', async () => {
    const data = {
      session: '2024-01-22',
      prices: { ok: false, why: 'Yahoo Finance not answering' },
      fed: { ok: false, why: 'x' },
    } as const;
    const outcome = evaluateAlert(stored(DIVERGENCE, { v: 1 }), data, at('2024-01-22', '16:25'));
    expect(outcome).toEqual({ state: { v: 1 }, because: 'Not looked at: Yahoo Finance not answering.' });
  });

  test('waits for final closes', async () => {
    const data = await factsOf('2024-01-19');
    if (!data.prices.ok) throw new Error('no prices');
    const { subject } = data.prices.value;
    const note = { date: '2024-01-19', kind: 'provisional', publisher: 'Yahoo Finance', close: 1939.3 } as const;
    const early = {
      ...data,
      prices: { ok: true, value: { ...data.prices.value, subject: { ...subject, notes: [note] } } },
    } as const;
    const outcome = evaluateAlert(stored(DIVERGENCE), early, at('2024-01-19', '16:05'));
    expect(outcome.because).toBe('Not looked at: the Russell 2000 close is still provisional.');
  });

  test('several at once are one post with a line each', async () => {
    const content = alertContent(folderSources());
    const record = await over({ v: 1, kind: 'record', symbol: 'GSPC' }, ['2024-01-18', '2024-01-19']);
    const divergence = await over(DIVERGENCE, ['2024-01-18', '2024-01-19']);
    const events = [record[1]?.event, divergence[1]?.event].filter((event) => event !== undefined);
    const message = content.bundle(events);
    expect(message.text).toMatch(/^Alert: 2 alerts fired, Fri 19 Jan 2024\. S&amp;P 500 record close 4,839\.81/);
  });
});
