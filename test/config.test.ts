import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { CapwatchError } from '../src/errors.ts';

describe('parseConfig', () => {
  it('takes empty values as not set', () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: '', CAPWATCH_THEME: '' })).toMatchObject({
      slack: {},
      theme: 'light',
      pricesPublisher: 'Yahoo Finance',
    });
  });

  it('names every bad setting at once, and never its value', () => {
    const bad = {
      SLACK_BOT_TOKEN: 'secret-1',
      SLACK_APP_TOKEN: 'secret-2',
      QUICKCHART_URL: 'ftp://secret-3',
      CAPWATCH_THEME: 'pink',
    };

    expect(() => parseConfig(bad)).toThrow(CapwatchError);
    try {
      parseConfig(bad);
    } catch (error) {
      const { message } = error as CapwatchError;
      for (const name of Object.keys(bad)) expect(message).toContain(name);
      expect(message).not.toMatch(/secret|pink/);
    }
  });

  it('reads the switches of live sources, and keeps a key with a blank out', () => {
    expect(parseConfig({})).toMatchObject({ live: false, sourcesOff: [], keys: {} });
    expect(
      parseConfig({ CAPWATCH_LIVE: 'on', CAPWATCH_SOURCES_OFF: 'yahoo, fmp', CAPWATCH_TIINGO_KEY: 'k' }),
    ).toMatchObject({ live: true, sourcesOff: ['yahoo', 'fmp'], keys: { tiingo: 'k' } });
    expect(() => parseConfig({ CAPWATCH_FRED_KEY: 'secret 4' })).toThrow(/CAPWATCH_FRED_KEY must not contain blanks/);
  });
});
