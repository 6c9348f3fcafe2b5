import { describe, expect, test } from 'vitest';
import { CapwatchError } from '../../src/errors.ts';
import { parseAlertRequest } from '../../src/questions/alert-request.ts';

const TODAY = '2024-01-22';

describe('parseAlertRequest', () => {
  test('past −8 is below −8 points, re-armed half a point inside, until the year’s base moves', () => {
    expect(parseAlertRequest('when gap ytd past -8', TODAY)).toEqual({
      rule: { v: 1, kind: 'gap', window: 'ytd', side: 'below', threshold: -0.08, rearm: -0.075 },
      once: false,
      until: '2024-12-31',
    });
  });

  test.each([
    ['when gap 1m above 2.5', { kind: 'gap', window: '1m', side: 'above', threshold: 0.025, rearm: 0.02 }],
    ['gap ytd past −8', { kind: 'gap', side: 'below', threshold: -0.08 }],
    ['drawdown past -10', { kind: 'drawdown', symbol: 'RUT', threshold: -0.1, rearm: -0.09 }],
    ['spx drawdown 5', { kind: 'drawdown', symbol: 'GSPC', threshold: -0.05, rearm: -0.04 }],
    ['record', { kind: 'record', symbol: 'GSPC' }],
    ['russell record', { kind: 'record', symbol: 'RUT' }],
    ['divergence', { kind: 'divergence', tier: 0.2, rearm: -0.19 }],
    ['divergence 10', { kind: 'divergence', tier: 0.1, rearm: -0.09 }],
    [
      'when march cut odds past 60',
      { kind: 'odds', meeting: { month: 3 }, word: 'cut', side: 'above', threshold: 0.6, rearm: 0.55 },
    ],
    [
      'next hike odds below 20%',
      { kind: 'odds', meeting: 'next', word: 'hike', side: 'below', threshold: 0.2, rearm: 0.25 },
    ],
    [
      '2024-03-20 hold odds above 50 rearm 40',
      { kind: 'odds', meeting: { day: '2024-03-20' }, word: 'hold', rearm: 0.4 },
    ],
    [
      'march cut odds moves 10 points in 5 days',
      { kind: 'odds-move', word: 'cut', threshold: 0.1, rearm: 0.05, sessions: 5 },
    ],
    ['gap ytd past -8.0 points', { kind: 'gap', threshold: -0.08, rearm: -0.075 }],
    ['gap ytd past -8 pp', { kind: 'gap', threshold: -0.08 }],
    ['gap ytd past -8pts rearm -7 pts', { kind: 'gap', threshold: -0.08, rearm: -0.07 }],
    ['gap ytd past ８', { kind: 'gap', side: 'above', threshold: 0.08 }],
    ['march cut odds past 60 per cent', { kind: 'odds', threshold: 0.6 }],
    ['march cut odds past 60 %', { kind: 'odds', threshold: 0.6 }],
    ['december 2024 cut odds past 60', { kind: 'odds', meeting: { month: 12, year: 2024 } }],
    ['drawdown past 10 percent', { kind: 'drawdown', threshold: -0.1 }],
    ['march cut odds moves 10 pp in 5 sessions', { kind: 'odds-move', threshold: 0.1, sessions: 5 }],
    ['spx record high', { kind: 'record', symbol: 'GSPC' }],
    // The usual band would end where the figure can never be, and the alert would never be armed again.
    ['march cut odds above 4', { kind: 'odds', threshold: 0.04, rearm: 0.02 }],
    ['march cut odds below 98', { kind: 'odds', threshold: 0.98, rearm: 0.99 }],
    ['drawdown past 0.5', { kind: 'drawdown', threshold: -0.005, rearm: -0.0025 }],
    ['recovery', { kind: 'recovery' }],
    ['target hit', { kind: 'calls', what: 'hit' }],
    ['targets', { kind: 'calls', what: 'any' }],
    ['survey flips', { kind: 'calls', what: 'flip' }],
  ])('reads "%s"', (text, rule) => {
    expect(parseAlertRequest(text, TODAY).rule).toMatchObject(rule);
  });

  test('reads once, until and quiet hours', () => {
    const draft = parseAlertRequest('when divergence once until 2024-06-28 quiet 22:00 to 6:00', TODAY);
    expect(draft).toMatchObject({
      once: true,
      until: '2024-06-28',
      quiet: { from: '22:00', to: '06:00', zone: 'America/New_York' },
    });
  });

  test('reads quiet hours of another city, and the next friday', () => {
    const draft = parseAlertRequest('divergence quiet 22:00-06:30 new york until friday', TODAY);
    expect(draft).toMatchObject({
      until: '2024-01-26',
      quiet: { from: '22:00', to: '06:30', zone: 'America/New_York' },
    });
    const { quiet } = parseAlertRequest('record quiet 21:00 to 05:00 london once', TODAY);
    expect(quiet?.zone).toBe('Europe/London');
  });

  test.each([
    'gap ytd past -8 -9',
    'gap ytd past −8 %',
    'gap ytd past --8',
    'gap ytd past 8.125',
    'gap ytd past eight',
    'gap ytd past ١',
    'march cut odds past 0.6',
    'march cut odds moves ten in 5 days',
    'divergence quiet 06:00 06:00',
    'gap ytd past 1e309',
    'gap ytd past -0',
    'gap ytd past 0x10',
    'gap ytd past 1,5',
    'gap ytd past ٣',
    'gap ytd past 5%',
    'gap ytd past NaN',
    'gap ytd past',
    'gap ytd',
    'gap 5y past -8',
    'march cut odds past 100',
    'march cut odds past -5',
    'divergence 15',
    'drawdown past 0',
    'gap ytd past -8 rearm -9',
    'divergence until 2020-01-01',
    'divergence quiet 25:00 06:00',
    'everything',
    '',
  ])('refuses "%s" with an example', (text) => {
    const refused = () => parseAlertRequest(text, TODAY);
    expect(refused).toThrow(CapwatchError);
    try {
      refused();
    } catch (error) {
      expect((error as CapwatchError).kind).toBe('invalid_input');
      expect((error as CapwatchError).details.example).toContain('/capwatch alert when');
    }
  });

  test('offers the nearest word', () => {
    expect(() => parseAlertRequest('divergance', TODAY)).toThrow(/Did you mean `divergence`/);
  });
});
