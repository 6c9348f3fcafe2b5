/** The Web API: finds the method, checks token and scope, records the call, answers or fails as planned. */
import { type Backstage, nextFault } from './backstage.ts';
import { CHAT_METHODS, type Method } from './chat-methods.ts';
import { FILE_METHODS } from './file-methods.ts';
import type { Answer } from './http.ts';
import { type Fields, fields, parseJson, text } from './json.ts';
import { OTHER_METHODS } from './other-methods.ts';
import { refusal, refusalAnswer } from './refusal.ts';
import { VIEW_METHODS } from './view-methods.ts';
import { announce } from './workspace.ts';

const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...CHAT_METHODS, ...FILE_METHODS, ...VIEW_METHODS, ...OTHER_METHODS }),
);

/** Any one of these scopes admits the method; a method not listed needs none. */
const SCOPES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'chat.postMessage': ['chat:write'],
    'chat.postEphemeral': ['chat:write'],
    'chat.update': ['chat:write'],
    'chat.delete': ['chat:write'],
    'files.getUploadURLExternal': ['files:write'],
    'files.completeUploadExternal': ['files:write'],
    'files.info': ['files:read'],
    'reactions.add': ['reactions:write'],
    'users.info': ['users:read'],
    'conversations.info': ['channels:read'],
    'conversations.members': ['channels:read'],
    'conversations.open': ['im:write'],
    'conversations.history': ['channels:history', 'groups:history', 'im:history'],
    'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  }),
);

/** The arguments of a call: a form whose JSON-looking values are parsed, or a JSON body. */
export function callArguments(contentType: string, body: string): Fields {
  if (contentType.startsWith('application/json')) return fields(parseJson(body));
  const form = [...new URLSearchParams(body)];
  return Object.fromEntries(
    form.map(([key, value]) => [key, /^[[{]/.test(value) ? (parseJson(value) ?? value) : value]),
  );
}

/** What Slack answers to `method`; a planned fault goes first, or after the call took effect. */
export async function answerCall(
  stage: Backstage,
  method: string,
  request: { args: Fields; bearer: string },
): Promise<Answer> {
  const fault = nextFault(stage, method);
  if (fault?.delayMs !== undefined && !fault.afterStoring) await waited(fault.delayMs);
  const skip = fault !== undefined && !fault.afterStoring && (fault.status !== undefined || fault.error !== undefined);
  const { token: inBody, ...args } = request.args;
  const answer = skip ? {} : performed(stage, method, { args, token: request.bearer || (text(inBody) ?? '') });
  if (fault?.delayMs !== undefined && fault.afterStoring) await waited(fault.delayMs);
  const told = fault?.error === undefined ? answer : { ok: false, error: fault.error };
  stage.workspace.calls.push({ method, args, answer: fault?.status === undefined ? told : { status: fault.status } });
  announce(stage.workspace, { kind: 'calls' });
  if (fault?.status === undefined) return { status: 200, json: told };
  return { status: fault.status, json: {}, ...(fault.status === 429 && { headers: { 'retry-after': '1' } }) };
}

function performed(stage: Backstage, method: string, { args, token }: { args: Fields; token: string }): Fields {
  try {
    const run = METHODS.get(method);
    if (!run) throw refusal('unknown_method', { req_method: method });
    checkToken(stage, method, token);
    checkScope(stage, method);
    return { ok: true, ...run(stage, args) };
  } catch (thrown) {
    const answer = refusalAnswer(thrown);
    if (!answer) throw thrown;
    return answer;
  }
}

function checkToken({ tokens }: Backstage, method: string, token: string): void {
  if (token === '') throw refusal('not_authed');
  if (token !== tokens.bot && token !== tokens.app) throw refusal('invalid_auth');
  const wanted = method === 'apps.connections.open' ? tokens.app : tokens.bot;
  if (token !== wanted && method !== 'auth.test') throw refusal('not_allowed_token_type');
}

function checkScope({ manifest }: Backstage, method: string): void {
  const admitting = SCOPES.get(method);
  if (!manifest || !admitting || admitting.some((scope) => manifest.scopes.includes(scope))) return;
  throw refusal('missing_scope', { needed: admitting[0], provided: manifest.scopes.join(',') });
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
