import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/charts/compile.ts';
import { CapwatchError } from '../../../src/errors.ts';
import { createQuickChartRenderer } from '../../../src/slack/render/quickchart.ts';
import { SMALL } from '../../charts/small.ts';
import { mockHttp } from '../../support/http.ts';

const HOST = 'https://charts.desk.example';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const CHART = compile(SMALL.rebased, 'dark');

mockHttp();

describe('createQuickChartRenderer', () => {
  it('posts the whole config with version 4, ratio 2, size and background, and returns the bytes', async () => {
    let body: Record<string, unknown> = {};
    nock(HOST)
      .post('/chart', (sent) => {
        body = sent;
        return true;
      })
      .reply(200, PNG, { 'content-type': 'image/png' });
    const png = await createQuickChartRenderer(HOST).render(CHART);
    expect(Buffer.compare(png, PNG)).toBe(0);
    const { chart, ...rest } = body;
    expect(JSON.parse(String(chart))).toEqual(CHART.config);
    expect(rest).toEqual({
      version: '4',
      width: 800,
      height: 450,
      devicePixelRatio: 2,
      backgroundColor: '#1A1D21',
      format: 'png',
    });
  });

  it('keeps scheme, port and path of the address', async () => {
    nock('http://10.0.0.7:3400').post('/tools/chart').reply(200, PNG);
    await createQuickChartRenderer('http://10.0.0.7:3400/tools/').render(CHART);
  });

  it.each([
    [400, 'bad_response', 'QuickChart did not draw the chart.'],
    [429, 'rate_limited', 'QuickChart did not draw the chart.'],
    [500, 'unreachable', 'QuickChart is not answering.'],
    [503, 'unreachable', 'QuickChart is not answering.'],
  ] as const)('answers %i as %s', async (status, kind, userMessage) => {
    nock(HOST).post('/chart').reply(status, 'no', { 'x-quickchart-error': 'Maximum chart data exceeded' });
    const failure = await createQuickChartRenderer(HOST)
      .render(CHART)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CapwatchError);
    expect(failure).toMatchObject({ kind, userMessage, details: { source: 'QuickChart' } });
    expect(String((failure as CapwatchError).cause)).toContain('Maximum chart data exceeded');
  });

  it('says unreachable when nobody listens', async () => {
    nock(HOST).post('/chart').replyWithError('connect ECONNREFUSED');
    await expect(createQuickChartRenderer(HOST).render(CHART)).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('refuses an answer that is no PNG', async () => {
    nock(HOST).post('/chart').reply(200, '<html>Sign in</html>');
    await expect(createQuickChartRenderer(HOST).render(CHART)).rejects.toMatchObject({ kind: 'bad_response' });
  });

  it('gives up after its own time, since the client has none', async () => {
    nock(HOST).post('/chart').delay(150).reply(200, PNG);
    const late = createQuickChartRenderer(HOST, { timeoutMs: 30 }).render(CHART);
    await expect(late).rejects.toMatchObject({ kind: 'unreachable', cause: { message: 'no answer after 30 ms' } });
  });
});
