import type { Schema } from './schema.ts';

/**
 * What is wrong with a value by its schema: one line for each problem, led by where it is.
 * Properties the schema does not name are refused: a misspelt one would silently do nothing.
 */
export function checkValue(schema: Schema, value: unknown, path: string): readonly string[] {
  const problems = checkType(schema, value, path);
  const isListed = schema.enum === undefined || schema.enum.some((allowed) => allowed === value);
  // Some schemas list values of another type than they name.
  if (schema.enum !== undefined && isListed && !isOfType(schema, value)) return [];
  return problems.length > 0 || isListed
    ? problems
    : [`${path} must be one of ${(schema.enum ?? []).join(', ')}`];
}

function isOfType({ type }: Schema, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === (type === 'float' ? 'number' : type);
}

function checkType(schema: Schema, value: unknown, path: string): readonly string[] {
  switch (schema.type) {
    case 'object':
      return checkObject(schema, value, path);
    case 'array':
      return checkArray(schema, value, path);
    case 'string':
      return checkString(schema, value, path);
    case 'integer':
      return Number.isInteger(value) ? checkNumber(schema, value, path) : [`${path} must be a whole number`];
    case 'number':
    case 'float':
      return checkNumber(schema, value, path);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path} must be true or false`];
  }
}

function checkObject(schema: Schema, value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${path} must be an object`];
  const { properties } = schema;
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => `${path}.${key} is required`),
    ...Object.entries(value).flatMap(([key, item]) => {
      if (properties === undefined) return [];
      const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return own === undefined
        ? [`${path}.${key} is not an input of this model`]
        : checkValue(own, item, `${path}.${key}`);
    }),
  ];
}

function checkArray(schema: Schema, value: unknown, path: string): readonly string[] {
  if (!Array.isArray(value)) return [`${path} must be an array`];
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  const problems: string[] = [];
  if (value.length < minItems) problems.push(`${path} must have at least ${items(minItems)}`);
  if (value.length > maxItems)
    problems.push(`${path} must have at most ${items(maxItems)}, it has ${value.length}`);
  const each = schema.format === 'image_uris' ? ADDRESS : schema.items;
  if (each !== undefined) {
    value.forEach((item: unknown, index) => problems.push(...checkValue(each, item, `${path}[${index}]`)));
  }
  return problems;
}

/** What an array of the format `image_uris` holds, whether or not its `items` say so. */
const ADDRESS: Schema = { type: 'string', format: 'image_uri' };

function items(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}

function checkString(schema: Schema, value: unknown, path: string): readonly string[] {
  if (typeof value !== 'string') return [`${path} must be a string`];
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const problems: string[] = [];
  // Code points, as JSON schema counts them: an emoji is one. Most schemas ask for no length.
  const length = minLength > 0 || maxLength < value.length ? Array.from(value).length : 0;
  if (length > maxLength) problems.push(`${path} must be at most ${maxLength} characters, it has ${length}`);
  if (length < minLength) problems.push(`${path} must be at least ${minLength} characters, it has ${length}`);
  if (schema.format === 'image_uri' && !/^(data:|https?:\/\/)/i.test(value)) {
    problems.push(`${path} must be an http(s) URL or a data: URI`);
  }
  return problems;
}

function checkNumber(schema: Schema, value: unknown, path: string): readonly string[] {
  if (typeof value !== 'number') return [`${path} must be a number`];
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  if (value >= minimum && value <= maximum) return [];
  if (maximum === Number.POSITIVE_INFINITY) return [`${path} must be ${minimum} or more, it is ${value}`];
  if (minimum === Number.NEGATIVE_INFINITY) return [`${path} must be ${maximum} or less, it is ${value}`];
  return [`${path} must be from ${minimum} to ${maximum}, it is ${value}`];
}
