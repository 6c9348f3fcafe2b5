/** What every part of the stand-in shares: the workspace, the clock, secrets with a deadline, faults to inject. */
import { newId, newSecret } from './ids.ts';
import type { Fields } from './json.ts';
import type { Manifest } from './manifest.ts';
import type { Workspace } from './workspace.ts';

/** Something that goes wrong at the next call of a method, once. */
export interface Fault {
  /** HTTP status answered instead of 200; 429 comes with `Retry-After: 1`. */
  readonly status?: number;
  /** `{ok: false, error}` answered. */
  readonly error?: string;
  /** Waits so long before it answers. */
  readonly delayMs?: number;
  /** True: the call takes effect first, then the answer is lost. */
  readonly afterStoring?: boolean;
}

/** Where an answer through a response_url goes. */
export interface ResponseUrl {
  readonly channel: string;
  readonly expiresAt: number;
  usesLeft: number;
  thread_ts?: string;
  /** The message `replace_original` and `delete_original` speak of. */
  original?: string;
}

export interface Backstage {
  readonly workspace: Workspace;
  readonly manifest: Manifest | undefined;
  readonly tokens: { readonly bot: string; readonly app: string };
  /** Address without a trailing slash. */
  readonly baseUrl: string;
  readonly now: () => Temporal.Instant;
  /** Real milliseconds, for deadlines: the replayed clock may stand still. */
  readonly elapsedMs: () => number;
  readonly fileReadyMs: number;
  readonly ackMs: number;
  readonly triggers: Map<string, { readonly expiresAt: number; used: boolean }>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly uploads: Map<string, string>;
  readonly socketTickets: Set<string>;
  readonly faults: Map<string, Fault[]>;
  /** What every call meets for now, when no other fault is planned for it. */
  outage: Fault | undefined;
}

const HALF_HOUR_MS = 30 * 60 * 1000;
const TRIGGER_MS = 3000;

/** A trigger_id that opens one view within three seconds. */
export function newTrigger(stage: Backstage): string {
  const id = `${newId('')}.${newId('')}`;
  stage.triggers.set(id, { expiresAt: stage.elapsedMs() + TRIGGER_MS, used: false });
  return id;
}

/** Lets five answers through a response_url's secret for thirty minutes. */
export function allowResponses(
  stage: Backstage,
  secret: string,
  about: Pick<ResponseUrl, 'channel' | 'thread_ts' | 'original'>,
): void {
  stage.responseUrls.set(secret, { ...about, usesLeft: 5, expiresAt: stage.elapsedMs() + HALF_HOUR_MS });
}

/** The address of a new response_url: five uses, thirty minutes. */
export function newResponseUrl(
  stage: Backstage,
  about: Pick<ResponseUrl, 'channel' | 'thread_ts' | 'original'>,
): string {
  const secret = newSecret();
  allowResponses(stage, secret, about);
  return `${stage.baseUrl}/response/${secret}`;
}

/** Takes the next fault planned for `method`, if any; else the outage, if there is one. */
export function nextFault(stage: Backstage, method: string): Fault | undefined {
  return stage.faults.get(method)?.shift() ?? stage.outage;
}

/** True or false for an uploaded file, undefined for an unknown id. */
export function fileReady(stage: Backstage, id: string): boolean | undefined {
  const file = stage.workspace.files.get(id);
  if (!file) return undefined;
  return file.readyAt !== undefined && file.readyAt <= stage.elapsedMs();
}

/** The person as payloads name them. */
export function personFields({ workspace }: Backstage): Fields {
  const { id, name } = workspace.person;
  return { id, username: name, name, team_id: workspace.team.id };
}
