import { createHash } from 'node:crypto';

import { sortJson } from '../lock/sort-json.ts';
import type { Json } from '../lock/types.ts';
import { isMap } from '../shared/is-map.ts';

/** Keys of a schema whose values decide what is valid. */
const KEPT = new Set([
  'type',
  'format',
  'enum',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'required',
]);

/** Deeper values are left to the service, and deeper choices make a schema one that lists none. */
const MAX_DEPTH = 8;

/**
 * The parts of a published schema that decide what is valid, with keys in one order: without descriptions, samples and
 * defaults, which change often and are never sent.
 */
export function reduceSchema(schema: unknown, depth = 0): Json {
  const reduced: Record<string, Json> = {};
  if (!isMap(schema) || depth > MAX_DEPTH) return reduced;
  for (const [key, value] of Object.entries(schema)) {
    if (KEPT.has(key) && !isDeep(value)) reduced[key] = sortJson(value as Json);
    if (key === 'items') reduced[key] = reduceSchema(value, depth + 1);
    if (key === 'properties' && isMap(value)) reduced[key] = reduceProperties(value, depth);
    if (key === 'validations' && Array.isArray(value)) reduced[key] = value.flatMap(reduceValidation);
  }
  return sortJson(reduced);
}

function isDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth > MAX_DEPTH || Object.values(value).some((each) => isDeep(each, depth + 1));
}

function reduceProperties(properties: Readonly<Record<string, unknown>>, depth: number): Json {
  // The lock file cannot hold that key.
  const named = Object.entries(properties).filter(([name]) => name !== '__proto__');
  return Object.fromEntries(named.map(([name, each]) => [name, reduceSchema(each, depth + 1)]));
}

function reduceValidation(validation: unknown): readonly Json[] {
  if (!isMap(validation)) return [];
  const { validation_rule: rule, validation_value: value } = validation;
  if (typeof rule !== 'string') return [];
  const isPlain = typeof value === 'number' || typeof value === 'string';
  return [{ validation_rule: rule, validation_value: isPlain ? value : null }];
}

/** Hex SHA-256 of a reduced schema: the same for two schemas if and only if the same inputs are valid. */
export function digestSchema(reduced: Json): string {
  return createHash('sha256').update(JSON.stringify(reduced)).digest('hex');
}
