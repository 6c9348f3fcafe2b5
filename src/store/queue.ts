/** What a queue of jobs promises, whatever stands behind it: a key is taken once, a lane keeps its order, a crash loses nothing. */

/** A job as its handler gets it. */
export interface QueuedJob {
  readonly team: string;
  readonly key: string;
  /** JSON. */
  readonly payload: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** Nothing: done. `again`: not yet, try after so long; the jobs behind it in its lane wait too. */
export type JobResult = { readonly again: Temporal.DurationLike } | undefined;

/** Runs one job; what it throws counts as a failed try and is repeated later. */
export type JobHandler = (job: QueuedJob) => Promise<JobResult>;

interface Sending {
  readonly team: string;
  /** Taken once per team and job name, for good. */
  readonly key: string;
  /** Default the key: no order with any other job. */
  readonly lane?: string;
  /** Default at once. */
  readonly notBefore?: Temporal.Instant;
}

export interface Queue {
  /** `known`: this key was sent before, whatever has become of it. */
  send(job: string, payload: string, sending: Sending): Promise<'queued' | 'known'>;
  /** Registers the handler of a job name, before `start`. */
  work(job: string, handler: JobHandler): void;
  /** Takes up what a crash left open, then runs what is due. */
  start(): Promise<void>;
  /** Looks now for what is due; resolves when nothing that is due is left. */
  drain(): Promise<void>;
  /** Takes nothing new and waits up to ten seconds for what is running. */
  stop(): Promise<void>;
}
