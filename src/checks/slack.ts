/** Checks of the Slack app: both tokens, the scopes of the bot token, and this machine's clock against Slack's. It posts nothing. */
import { CapwatchError } from '../errors.ts';
import { type HttpAnswer, request } from '../http.ts';
import type { Check } from './check.ts';

/** Bot scopes of manifest.yml. */
export const NEEDED_SCOPES = [
  'commands',
  'chat:write',
  'files:write',
  'files:read',
  'app_mentions:read',
  'channels:history',
  'groups:history',
  'im:history',
] as const;
/** Slack refuses signatures older than five minutes; alerts and schedules want better. */
const CLOCK_SECONDS = 30;
const TIMEOUT_MS = 8_000;
const SLACK_API = 'https://slack.com/api/';

interface Said {
  readonly ok: boolean;
  readonly error?: string;
  readonly team?: string;
}

export interface SlackSettings {
  readonly botToken?: string;
  readonly appToken?: string;
  /** With the `/api/` path; Slack's own by default. */
  readonly apiUrl?: string;
}

/** Tokens, scopes and clock; one line that says so when no token is set. */
export async function slackChecks(slack: SlackSettings, clock: () => Temporal.Instant): Promise<Check[]> {
  const { botToken, appToken } = slack;
  if (botToken === undefined || appToken === undefined) {
    const todo = 'set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or try npm run demo';
    return [{ name: 'Slack', state: 'fail', found: 'no tokens', todo }];
  }
  const bot = await called('auth.test', botToken, slack);
  const app = await called('apps.connections.open', appToken, slack);
  return [
    tokenCheck('Slack bot token', bot, 'reinstall the app and copy the bot token (xoxb-…)'),
    ...(bot.said?.ok ? [scopesCheck(bot.answer), ...clockCheck(bot.answer, clock())] : []),
    tokenCheck('Slack app token', app, 'make an app-level token with connections:write (xapp-…)'),
  ];
}

interface Called {
  readonly answer?: HttpAnswer;
  readonly said?: Said;
  readonly failure?: CapwatchError;
}

async function called(method: string, token: string, { apiUrl = SLACK_API }: SlackSettings): Promise<Called> {
  try {
    const answer = await request({
      url: `${apiUrl}${method}`,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      timeoutMs: TIMEOUT_MS,
      source: 'Slack',
      secrets: [token],
      maxBytes: 1_000_000,
    });
    const said = parseSaid(answer.text());
    return { answer, ...(said && { said }) };
  } catch (failure) {
    if (!(failure instanceof CapwatchError)) throw failure;
    return { failure };
  }
}

/** Slack's answer, or undefined for anything that is none. */
function parseSaid(text: string): Said | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('ok' in value)) return undefined;
    const field = (name: string) => Object.entries(value).find(([key]) => key === name)?.[1];
    const [error, team] = [field('error'), field('team')];
    return {
      ok: value.ok === true,
      ...(typeof error === 'string' && { error }),
      ...(typeof team === 'string' && { team }),
    };
  } catch {
    return undefined;
  }
}

function tokenCheck(name: string, { said, failure }: Called, todo: string): Check {
  if (failure) return { name, state: 'fail', found: failure.userMessage, todo: 'check the network from this machine' };
  if (said?.ok) return { name, state: 'ok', found: said.team === undefined ? 'accepted' : `accepted by ${said.team}` };
  return { name, state: 'fail', found: `refused: ${said?.error ?? 'no answer that can be read'}`, todo };
}

function scopesCheck(answer: HttpAnswer | undefined): Check {
  const name = 'Slack scopes';
  const header = answer?.headers.get('x-oauth-scopes');
  if (header === null || header === undefined) return { name, state: 'warn', found: 'Slack did not say' };
  const granted = new Set(header.split(',').map((scope) => scope.trim()));
  const lacking = NEEDED_SCOPES.filter((scope) => !granted.has(scope));
  if (lacking.length === 0) return { name, state: 'ok', found: NEEDED_SCOPES.join(', ') };
  if (lacking.every((scope) => scope.endsWith(':history'))) {
    return {
      name,
      state: 'warn',
      found: `no ${lacking.join(', ')}`,
      todo: 'nothing, if only mentions are to be answered',
    };
  }
  return {
    name,
    state: 'fail',
    found: `lacks ${lacking.join(', ')}`,
    todo: 'paste manifest.yml again and reinstall the app',
  };
}

/** Nothing where Slack told no time. */
function clockCheck(answer: HttpAnswer | undefined, now: Temporal.Instant): Check[] {
  const theirs = httpDate(answer?.headers.get('date') ?? '');
  if (theirs === undefined) return [];
  const seconds = Math.round(theirs.until(now).total('seconds'));
  const name = 'Clock';
  const found = seconds === 0 ? 'as Slack’s' : `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} Slack’s`;
  if (Math.abs(seconds) <= CLOCK_SECONDS) return [{ name, state: 'ok', found }];
  return [{ name, state: 'fail', found, todo: 'let the machine set its clock by the network' }];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Sun, 22 Nov 2026 23:17:00 GMT". */
function httpDate(text: string): Temporal.Instant | undefined {
  const [, day, name = '', year, time] = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/.exec(text) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  if (month === 0) return undefined;
  return Temporal.Instant.from(`${year}-${String(month).padStart(2, '0')}-${day}T${time}Z`);
}
