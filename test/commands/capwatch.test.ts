import { describe, expect, it } from 'vitest';
import { answer } from '../../commands/index.ts';
import { createCapwatch } from '../../src/capwatch.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { mockHttp } from '../support/http.ts';

mockHttp();

const capwatch = createCapwatch(parseConfig({ CAPWATCH_EODHD_KEY: 'canary-key' }), {
  log: createLog('error', () => {}),
  renderer: {
    name: 'embedded',
    render: () => Promise.resolve(Uint8Array.from([0x89, 0x50, 0x4e, 0x47])),
    close: () => Promise.resolve(),
  },
});
const ask = (line: string) => answer(line, { capwatch, now: capwatch.clock() });

describe('/capwatch', () => {
  it('lists every source with its terms, and says what answers rest on instead', async () => {
    const said = JSON.stringify(await ask('/capwatch sources'));

    expect(said).toContain('live sources are off; answers rest on generated sample');
    for (const id of ['yahoo', 'cboe', 'nyfed', 'fred', 'tiingo']) expect(said).toContain(`\`${id}\``);
    expect(said).toContain('no key (`CAPWATCH_FRED_KEY`)');
    expect(said).not.toContain('canary-key');
  });

  it('looks at itself without asking a source, and names no secret', async () => {
    const said = JSON.stringify(await ask('/capwatch doctor'));

    expect(said).toContain('New York is right in summer and winter');
    expect(said).toContain('last Russell 2000 close Mon 22 Jan 2024');
    expect(said).toContain('no tokens');
    expect(said).not.toContain('canary-key');
  });

  it('offers sources and doctor where a word is not known', async () => {
    await expect(ask('/capwatch sorces')).rejects.toMatchObject({ details: { example: '/capwatch sources' } });
  });
});
