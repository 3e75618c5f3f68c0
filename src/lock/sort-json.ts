import type { Json, LockedInput } from './types.ts';

/** The same value with the keys of every object in one order, so that equal values give equal texts. */
export function sortJson(value: LockedInput | Json): Json {
  if (Array.isArray(value)) return value.map(sortJson);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return sortKeys(Object.fromEntries(entries.map(([key, each]) => [key, sortJson(each)])));
}

/** By code unit and not by a language's rules: the same order on every machine. */
export function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  const keys = Object.keys(record).toSorted();
  return Object.fromEntries(keys.map((key) => [key, record[key] as T]));
}
