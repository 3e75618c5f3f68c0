import type { Schema } from './model-schema.ts';

/**
 * What is wrong with a value by its schema: one line for each problem, led by where it is.
 * Properties the schema does not name are refused: a misspelt one would silently do nothing.
 */
export function checkValue(schema: Schema, value: unknown, path: string): readonly string[] {
  switch (schema.type) {
    case 'object':
      return checkObject(schema, value, path);
    case 'array':
      return checkArray(schema, value, path);
    case 'string':
      return checkString(schema, value, path);
    case 'float':
      return checkNumber(schema, value, path);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path} must be true or false`];
    default:
      throw new Error(`The schema has a type this emulator does not know: ${schema.type}`);
  }
}

function checkObject(schema: Schema, value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${path} must be an object`];
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => `${path}.${key} is required`),
    ...Object.entries(value).flatMap(([key, item]) => {
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return own === undefined
        ? [`${path}.${key} is not an input of this model`]
        : checkValue(own, item, `${path}.${key}`);
    }),
  ];
}

function checkArray(schema: Schema, value: unknown, path: string): readonly string[] {
  if (!Array.isArray(value)) return [`${path} must be an array`];
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  const problems: string[] = [];
  if (value.length < minItems) problems.push(`${path} must have at least ${minItems} item`);
  if (value.length > maxItems)
    problems.push(`${path} must have at most ${maxItems} items, it has ${value.length}`);
  if (items !== undefined) {
    value.forEach((item: unknown, index) => problems.push(...checkValue(items, item, `${path}[${index}]`)));
  }
  return problems;
}

function checkString(schema: Schema, value: unknown, path: string): readonly string[] {
  if (typeof value !== 'string') return [`${path} must be a string`];
  const problems: string[] = [];
  // Code points, as JSON schema counts them: an emoji is one.
  const length = schema.maxLength === undefined ? 0 : Array.from(value).length;
  if (length > (schema.maxLength ?? 0)) {
    problems.push(`${path} must be at most ${schema.maxLength ?? 0} characters, it has ${length}`);
  }
  if (schema.enum?.includes(value) === false)
    problems.push(`${path} must be one of ${schema.enum.join(', ')}`);
  if (schema.format === 'image_uri' && !/^(data:|https?:\/\/)/i.test(value)) {
    problems.push(`${path} must be an http(s) URL or a data: URI`);
  }
  return problems;
}

function checkNumber(schema: Schema, value: unknown, path: string): readonly string[] {
  if (typeof value !== 'number') return [`${path} must be a number`];
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  return value >= minimum && value <= maximum
    ? []
    : [`${path} must be from ${minimum} to ${maximum}, it is ${value}`];
}
