import { isMap } from '../shared/is-map.ts';
import { MODEL } from '../shared/model.ts';
import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';
import { OWN_KEYS } from './own-keys.ts';
import { readNames, readRule } from './read-rule.ts';
import { digestSchema, reduceSchema } from './reduce-schema.ts';
import type { ImageRule, Model, ValueRule } from './types.ts';

/** More than any model has; a lock file that holds them is still read quickly. */
const MAX_SCHEMA_CHARACTERS = 64 * 1024;

/**
 * What the published input schema of a model says, as `GET /v1/models/{id}` has it under `input_schema`, or as the lock file
 * keeps it; pure. The error says why it is not an edit model.
 */
export function readModel(id: string, inputSchema: unknown): Result<Model, Clause> {
  const schema = reduceSchema(inputSchema);
  const fail = (error: Clause): Result<never, Clause> => ({ ok: false, error });
  if (!isMap(schema) || !isMap(schema['properties'])) return fail('its published schema has no keys');
  if (JSON.stringify(schema).length > MAX_SCHEMA_CHARACTERS) return fail('its published schema is too large');
  const required = readNames(schema['required']);
  const read = Object.entries(schema['properties']).map(([key, each]) => [key, readRule(each)] as const);
  const rules = new Map(read.map(([key, { rule }]) => [key, rule]));
  const prompt = rules.get('prompt');
  if (prompt?.type !== 'text') return fail('its published schema has no `prompt`');
  const reference = findReferences(rules, required);
  if (reference === undefined) return fail('its published schema has no key for reference images');
  const [key, rule, ...rivals] = reference;
  const options = new Map([...rules].filter(([name]) => name !== 'prompt' && name !== key));
  return {
    ok: true,
    value: {
      id,
      ...(prompt.leastLength !== undefined && { leastPromptLength: prompt.leastLength }),
      ...(prompt.mostLength !== undefined && { mostPromptLength: prompt.mostLength }),
      references: { ...rule, key, least: Math.max(1, rule.least) },
      options,
      required: required.filter((name) => options.has(name) && !(id === MODEL && OWN_KEYS.has(name))),
      rivals,
      unknownRules: read.flatMap(([name, { unknown }]) => unknown.map((each) => `${name}: ${each}`)),
      digest: digestSchema(schema),
      schema,
    },
  };
}

/** What models call their references; `face_images` and `control_image` are for something else. */
const PLAIN_NAME = /^(?:input_|reference_)?images?(?:_ur[il]s?)?$/i;

/**
 * Of several keys for pictures, the references' has a plain name, is required and a list; a mask is none of this. Gives it with its
 * rule, and the keys that might as well be it.
 */
function findReferences(
  rules: ReadonlyMap<string, ValueRule>,
  required: readonly string[],
): readonly [string, ImageRule, ...string[]] | undefined {
  const keys = [...rules].flatMap(([key, rule]) => (rule.type === 'image' ? [[key, rule] as const] : []));
  const rank = ([key, { isList }]: (typeof keys)[number]): number =>
    (/mask/i.test(key) ? 0 : 8) +
    (PLAIN_NAME.test(key) ? 4 : 0) +
    (required.includes(key) ? 2 : 0) +
    (isList ? 1 : 0);
  // The keys are sorted: among equals, the first by name counts, in whatever order they are published.
  const [first, ...others] = keys.toSorted((a, b) => rank(b) - rank(a));
  if (first === undefined) return undefined;
  const rivals = others.filter((other) => rank(other) === rank(first)).map(([key]) => key);
  return [...first, ...rivals];
}
