import type { Json, LockedInput } from './types.ts';

/** The same value with the keys of every object in one order, so that equal values give equal texts. */
export function sortJson(value: LockedInput | Json): Json {
  if (Array.isArray(value)) return value.map(sortJson);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return Object.fromEntries(entries.toSorted(byKey).map(([key, each]) => [key, sortJson(each)]));
}

/** The record with its keys in order: by code unit and not by a language's rules: the same order on every machine. */
export function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(byKey));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
