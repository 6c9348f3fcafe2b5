/** Queries with their database filled in: how a half of the store is made from the functions of its files. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

type Query = (db: Kysely<Tables>, ...rest: never[]) => unknown;

/** The same functions without their first argument. */
export type Bound<Queries> = {
  readonly [Name in keyof Queries]: Queries[Name] extends (db: Kysely<Tables>, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/** `queries` over an open database, under the same names. */
export function boundTo<Queries extends Readonly<Record<string, Query>>>(
  db: Kysely<Tables>,
  queries: Queries,
): Bound<Queries> {
  const bound = Object.entries(queries).map(([name, query]) => [name, query.bind(undefined, db)]);
  // The names are those of `queries`, and each value is its function with the first argument given.
  return Object.fromEntries(bound) as Bound<Queries>;
}
