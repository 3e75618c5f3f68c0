import type { Clause } from '../shared/sentence.ts';

/** Values nested deeper than this are left out: an answer may be nested deeper than the stack allows. */
const DEEPEST = 3;
const MOST_KEYS = 8;

/**
 * The shape of a JSON value from outside without its values, e.g. `{"pictures": [text, 2 in all]}`: short, and fit for
 * a message once it is redacted, because keys come from outside too. For a text, only the scheme of an address is
 * shown.
 */
export function describeShape(value: unknown, depth = 0): Clause {
  if (value === null) return 'null';
  if (Array.isArray(value)) return describeArray(value, depth);
  if (typeof value === 'object') return describeObject(value, depth);
  if (typeof value !== 'string') return typeof value;
  const scheme = /^([a-z][a-z\d+.-]{0,19}):/i.exec(value)?.[1];
  return value === '' ? 'an empty text' : scheme === undefined ? 'text' : `"${scheme}:..."`;
}

function describeArray(items: readonly unknown[], depth: number): Clause {
  if (items.length === 0) return '[]';
  if (depth >= DEEPEST) return '[...]';
  const all = items.length === 1 ? '' : `, ${items.length} in all`;
  return `[${describeShape(items[0], depth + 1)}${all}]`;
}

function describeObject(value: object, depth: number): Clause {
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  if (depth >= DEEPEST) return '{...}';
  const shown = entries
    .slice(0, MOST_KEYS)
    .map(([key, item]) => `"${key.slice(0, 40)}": ${describeShape(item, depth + 1)}`);
  const more = entries.length > MOST_KEYS ? `, ${entries.length} keys in all` : '';
  return `{${shown.join(', ')}${more}}`;
}

/** A JSON value from outside as text, or its shape if it is nested too deep for that. */
export function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return describeShape(value); // deeper than the stack allows
  }
}
