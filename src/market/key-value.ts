/** The little memory the market needs between requests and restarts: text under a key. Whoever puts the parts together brings one. */

export interface KeyValueStore {
  /** The text last written under `key`, or undefined. */
  get(key: string): Promise<string | undefined>;
  /** Writes `value` under `key`; when this resolves it survives a crash, where the store survives one at all. */
  set(key: string, value: string): Promise<void>;
}

/** A store that lasts as long as the process: for tests, `show` and a desk that keeps nothing. */
export function createMemoryStore(): KeyValueStore {
  const held = new Map<string, string>();
  return {
    get: async (key) => held.get(key),
    set: async (key, value) => {
      held.set(key, value);
    },
  };
}
