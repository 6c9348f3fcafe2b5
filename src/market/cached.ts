/** Holds what a source said for a while: fresh for a soft age, shown as stale up to a hard age, one request however many ask. */
import { CapwatchError } from '../errors.ts';
import type { Time } from './pacing.ts';

interface Ages {
  /** Until this age nobody is asked. */
  readonly softMinutes: number;
  /** Until this age a failed refresh leaves the old value, marked stale; after it the failure is told. */
  readonly hardMinutes: number;
}

interface Held<T> {
  readonly value: T;
  readonly fetchedAt: Temporal.Instant;
  /** The value is past its soft age because a refresh failed, and why. */
  readonly stale?: CapwatchError;
}

export interface Cache {
  /** The value under `key`, loaded when needed. Throws what `load` throws when nothing young enough is held. */
  read<T>(key: string, ages: Ages, load: () => Promise<T>): Promise<Held<T>>;
}

export function createCache({ clock }: Pick<Time, 'clock'>): Cache {
  const held = new Map<string, Held<unknown>>();
  const loading = new Map<string, Promise<Held<unknown>>>();

  async function load<T>(key: string, ages: Ages, loader: () => Promise<T>): Promise<Held<unknown>> {
    try {
      const fresh = { value: await loader(), fetchedAt: clock() };
      held.set(key, fresh);
      return fresh;
    } catch (error) {
      const old = held.get(key);
      if (!(error instanceof CapwatchError) || old === undefined || age(old, clock()) > ages.hardMinutes) throw error;
      return { ...old, stale: error };
    }
  }

  return {
    async read<T>(key: string, ages: Ages, loader: () => Promise<T>): Promise<Held<T>> {
      const old = held.get(key);
      if (old !== undefined && age(old, clock()) <= ages.softMinutes) return old as Held<T>;
      const shared = loading.get(key) ?? load(key, ages, loader).finally(() => loading.delete(key));
      loading.set(key, shared);
      // A key is one kind of value: whoever names it brings the loader of that kind.
      return (await shared) as Held<T>;
    },
  };
}

/** Minutes since the value came. */
function age({ fetchedAt }: Held<unknown>, now: Temporal.Instant): number {
  return fetchedAt.until(now).total('minutes');
}
