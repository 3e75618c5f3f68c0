import { stringify } from 'yaml';
import * as z from 'zod';

const keySchema = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  const: z.unknown().optional(),
  type: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  examples: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  required: z.array(z.string()).optional(),
  anyOf: z.array(z.unknown()).optional(),
});
type KeySchema = z.infer<typeof keySchema>;

/** One key of a spec, as the schema for editors describes it. */
export interface SpecKey {
  readonly name: string;
  /** Where it is in a spec; `*` stands for an id or a name of the reader's own. */
  readonly path: readonly string[];
  readonly meaning: string;
  /** Empty if the schema gives none. */
  readonly fallback: string;
  readonly isRequired: boolean;
  readonly example: unknown;
}

/** The keys of one map of a spec. */
export interface SpecSection {
  readonly title: string;
  readonly path: readonly string[];
  readonly keys: readonly SpecKey[];
}

const SECTIONS: readonly Pick<SpecSection, 'title' | 'path'>[] = [
  { title: 'The top level', path: [] },
  { title: 'An edit', path: ['edits', '*'] },
  { title: '`matrix` of an edit', path: ['edits', '*', 'matrix'] },
  { title: '`defaults`', path: ['defaults'] },
  { title: '`budget`', path: ['budget'] },
  { title: 'A set of `renditions`', path: ['renditions', '*'] },
];

/** The keys of every map of a spec, from the JSON schema. Throws if one has no meaning or no example. */
export function listSpecSections(schema: unknown): readonly SpecSection[] {
  return SECTIONS.map(({ title, path }) => {
    const map = find(schema, path);
    const keys = Object.entries(map.properties ?? {}).map(([name, value]) => {
      const key = keySchema.parse(value);
      const meaning = key.description ?? key.title;
      const example = exampleOf(key);
      if (meaning === undefined || example === undefined)
        throw new Error(`${[...path, name].join('.')} needs a description and an example in the schema.`);
      const fallback = key.default === undefined ? '' : renderValue(key.default);
      const isRequired = map.required?.includes(name) === true;
      return { name, path: [...path, name], meaning, fallback, isRequired, example };
    });
    return { title, path, keys };
  });
}

/** A value as YAML on one line. */
export function renderValue(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
  return text.replaceAll(/(?<=\[) | (?=\])/g, '');
}

function find(schema: unknown, path: readonly string[]): KeySchema {
  const here = keySchema.parse(schema);
  const [step, ...rest] = path;
  if (step === undefined) return here;
  return find(step === '*' ? here.additionalProperties : here.properties?.[step], rest);
}

/** The first example; if there is none, the default, or what else is sure to be right. */
function exampleOf({ examples, default: fallback, const: only, enum: values, type }: KeySchema): unknown {
  if (type === 'boolean') return fallback !== true;
  return examples?.[0] ?? only ?? fallback ?? values?.[0];
}
