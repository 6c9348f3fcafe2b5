/** What the clock starts: the table of jobs. None yet. */

/** A job's name, its cron line and zone, and what it runs. */
export interface Job {
  readonly name: string;
  readonly cron: string;
  readonly zone: string;
  run(): Promise<void>;
}

export const JOBS: readonly Job[] = [];
