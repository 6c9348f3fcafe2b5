import { expect, test } from 'vitest';
import { alertQuestion } from '../../src/messages/alert-confirm.ts';
import type { AlertRule } from '../../src/metrics/alerts.ts';
import { alertReading } from '../../src/metrics/alerts-reading.ts';
import { describeWithData } from '../support/data-folder.ts';
import { expectedMessage, sentMessage } from '../support/golden.ts';
import { factsOf } from '../support/morning.ts';

describeWithData('the question before an alert is set', () => {
  test('for a year-to-date gap is the golden word for word', async () => {
    const rule: AlertRule = { v: 1, kind: 'gap', window: 'ytd', side: 'below', threshold: -0.08, rearm: -0.075 };
    const message = alertQuestion({
      rule,
      terms: { once: false, until: '2024-12-31' },
      reading: alertReading(rule, await factsOf('2024-01-22'), { session: '2024-01-19' }),
      channel: '#desk-us',
      asker: '@maria',
      inThread: true,
      number: 7,
      draft: 'draft-2',
      today: '2024-01-22',
    });
    expect(sentMessage(message)).toEqual(expectedMessage('14-confirm-alert'));
  });

  test('says that a condition already true waits, and when an alert on odds ends', async () => {
    const asked = async (once: boolean) => {
      const rule: AlertRule = {
        v: 1,
        kind: 'odds',
        meeting: '2024-03-20',
        word: 'cut',
        side: 'below',
        threshold: 0.6,
        rearm: 0.65,
      };
      const message = alertQuestion({
        rule,
        terms: { once, until: '2024-03-20', quiet: { from: '22:00', to: '06:00', zone: 'America/New_York' } },
        reading: alertReading(rule, await factsOf('2024-01-22'), { session: '2024-01-19' }),
        channel: '#desk-us',
        asker: '@maria',
        inThread: false,
        number: 8,
        today: '2024-01-22',
      });
      return JSON.stringify(message.blocks);
    };
    const words = await asked(true);
    expect(words).toContain('true already, so it waits until it is armed again');
    expect(words).toContain('ends with the meeting of 20 Mar 2024');
    expect(await asked(false)).toContain('Re-arms: above *65.0%*, standing until its meeting');
    expect(words).toContain('Re-arms: never, it stops itself after it fired once');
    expect(words).toContain('Quiet: 22:00 to 06:00, America/New_York');
    expect(words).not.toContain('confirm_write');
  });
});
