import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checksText } from '../../src/checks/check.ts';
import { NEEDED_SCOPES, slackChecks } from '../../src/checks/slack.ts';
import { mockHttp, mockSlack, mockSlackRefusal } from '../support/http.ts';

mockHttp();

const TOKENS = { botToken: 'xoxb-canary-bot', appToken: 'xapp-canary-app' };
const NOON = Temporal.Instant.from('2026-11-22T12:00:00Z');
const scopes = NEEDED_SCOPES.join(',');
const states = async (now = NOON) =>
  (await slackChecks(TOKENS, () => now)).map(({ name, state, found }) => [name, state, found]);

function identity(headers: Readonly<Record<string, string>>): void {
  mockSlack('auth.test', { status: 200, headers, body: { ok: true, team: 'Desk' } });
}

describe('slackChecks', () => {
  it('finds tokens, scopes and clock in order', async () => {
    identity({ 'x-oauth-scopes': scopes, date: 'Sun, 22 Nov 2026 12:00:02 GMT' });
    mockSlack('apps.connections.open', { url: 'wss://example.test' });

    expect(await states()).toEqual([
      ['Slack bot token', 'ok', 'accepted by Desk'],
      ['Slack scopes', 'ok', scopes.replaceAll(',', ', ')],
      ['Clock', 'ok', '2 s behind Slack’s'],
      ['Slack app token', 'ok', 'accepted'],
    ]);
  });

  it('names the scope that is missing and a clock that is wrong', async () => {
    identity({
      'x-oauth-scopes': 'commands,chat:write,channels:history,groups:history,im:history',
      date: 'Sun, 22 Nov 2026 12:00:00 GMT',
    });
    mockSlack('apps.connections.open', { url: 'wss://example.test' });

    expect((await states(NOON.add({ minutes: 7 }))).slice(1, 3)).toEqual([
      ['Slack scopes', 'fail', 'lacks files:write, files:read, app_mentions:read'],
      ['Clock', 'fail', '420 s ahead of Slack’s'],
    ]);
  });

  it('warns where only mentions can be heard', async () => {
    const granted = NEEDED_SCOPES.filter((scope) => !scope.endsWith(':history')).join(',');
    identity({ 'x-oauth-scopes': granted, date: 'Sun, 22 Nov 2026 12:00:00 GMT' });
    mockSlack('apps.connections.open', { url: 'wss://example.test' });

    expect((await states())[1]).toEqual(['Slack scopes', 'warn', 'no channels:history, groups:history, im:history']);
  });

  it('tells Slack’s own word for a refusal', async () => {
    mockSlackRefusal('auth.test', 'token_revoked');
    mockSlackRefusal('apps.connections.open', 'invalid_auth');

    expect(await states()).toEqual([
      ['Slack bot token', 'fail', 'refused: token_revoked'],
      ['Slack app token', 'fail', 'refused: invalid_auth'],
    ]);
  });

  it('fails in words on a web page instead of an answer', async () => {
    mockSlack('auth.test', { status: 503, body: '<html>down</html>' });
    mockSlack('apps.connections.open', { status: 200, body: 'null' });

    const found = await slackChecks(TOKENS, () => NOON);

    expect(found.map(({ state }) => state)).toEqual(['fail', 'fail']);
    expect(checksText(found)).not.toContain('canary');
  });

  it('asks nobody without tokens', async () => {
    expect(await slackChecks({}, () => NOON)).toMatchObject([{ state: 'fail', found: 'no tokens' }]);
  });

  it('needs exactly the scopes of the manifest', () => {
    const path = fileURLToPath(new URL('../../manifest.yml', import.meta.url));
    const manifest = parse(readFileSync(path, 'utf8')) as { oauth_config: { scopes: { bot: string[] } } };

    expect([...NEEDED_SCOPES].sort()).toEqual(manifest.oauth_config.scopes.bot.sort());
  });
});
