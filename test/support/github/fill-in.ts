import { answerSchema, description, type Operation, type Schema } from './description.ts';

/**
 * Completes a value by its schema: what GitHub's description requires and the fake has no opinion of gets a plain value.
 * So the fake says only what matters, and its answers still have GitHub's form.
 */
function fillIn(schema: Schema, value: unknown): unknown {
  const rules = resolve(schema, value);
  if (value === undefined) return plainValue(rules);
  if (Array.isArray(value)) {
    const items = rules['items'];
    return value.map((each: unknown) => (items === undefined ? each : fillIn(items as Schema, each)));
  }
  if (value === null || typeof value !== 'object') return value;
  const properties = (rules['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const given = Object.entries(value).map(([name, each]) => {
    const property = properties[name];
    return [name, property === undefined ? each : fillIn(property, each)] as const;
  });
  const missing = ((rules['required'] ?? []) as readonly string[])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => [name, fillIn(properties[name] ?? {}, undefined)] as const);
  return Object.fromEntries([...given, ...missing]);
}

/** Follows references and, of several forms, takes the one that may be null if there is no value, else the last. */
function resolve(schema: Schema, value: unknown): Schema {
  const { $ref: ref } = schema;
  if (typeof ref === 'string') return resolve(description.$defs[ref.replace('#/$defs/', '')] ?? {}, value);
  const forms = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as readonly Schema[] | undefined;
  if (forms === undefined) return schema;
  const isNull = (form: Schema): boolean => form['type'] === 'null';
  if (value === undefined || value === null) return resolve(forms.find(isNull) ?? forms[0] ?? {}, value);
  return resolve(forms.findLast((form) => !isNull(form)) ?? {}, value);
}

function plainValue(rules: Schema): unknown {
  const { enum: values, type, format } = rules;
  if (Array.isArray(values)) return values[0];
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return 0;
    case 'array':
      return [];
    case 'object':
      return fillIn(rules, {});
    default:
      if (format === 'date-time') return '2026-11-01T00:00:00Z';
      return format === 'uri' ? 'https://api.github.com/' : '';
  }
}

/** The answer of a call, complete; errors are left as they are. */
export function fillAnswer(operation: Operation, status: number, body: unknown): unknown {
  const schema = answerSchema(operation, status);
  return status >= 400 || schema === undefined || schema === null ? body : fillIn(schema, body);
}
