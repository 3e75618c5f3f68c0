import type { Json } from '../lock/types.ts';
import { readImageLimits } from './image-limits.ts';
import { isMap } from '../shared/is-map.ts';
import type { ImageRule, Range, ValueRule } from './types.ts';

type Schema = Readonly<Record<string, unknown>>;

/** A rule, and the rules for pictures in it that this version does not understand. */
export interface ReadRule {
  readonly rule: ValueRule;
  readonly unknown: readonly string[];
}

/** What a part of a published schema says about a value. What is not understood is left to the service. */
export function readRule(published: unknown): ReadRule {
  const schema = isMap(published) ? published : {};
  const image = readImageRule(schema);
  if (image !== undefined) return image;
  const enumerated = schema['enum'];
  const choices = Array.isArray(enumerated) ? { choices: enumerated as readonly Json[] } : {};
  switch (schema['type']) {
    case 'string':
      return plain({
        type: 'text',
        ...choices,
        ...present('leastLength', readNumber(schema['minLength'])),
        ...present('mostLength', readNumber(schema['maxLength'])),
      });
    case 'integer':
    case 'number':
    case 'float':
    case 'double':
      return plain({
        type: 'number',
        isWhole: schema['type'] === 'integer',
        ...choices,
        range: readRange(schema),
      });
    case 'boolean':
      return plain({ type: 'boolean', ...choices });
    case 'array': {
      const { rule: items, unknown } = readRule(schema['items']);
      return { rule: { type: 'list', ...choices, items, ...readCount(schema) }, unknown };
    }
    case 'object':
      return readMapRule(schema, choices);
    default:
      return plain({ type: 'any', ...choices });
  }
}

function plain(rule: ValueRule): ReadRule {
  return { rule, unknown: [] };
}

function readMapRule(schema: Schema, choices: { readonly choices?: readonly Json[] }): ReadRule {
  const { properties } = schema;
  const read = Object.entries(isMap(properties) ? properties : {}).map(
    ([name, each]) => [name, readRule(each)] as const,
  );
  const keys = new Map(read.map(([name, { rule }]) => [name, rule]));
  return {
    rule: {
      type: 'map',
      ...choices,
      ...(isMap(properties) && { keys }),
      required: readNames(schema['required']),
    },
    unknown: read.flatMap(([, { unknown }]) => unknown),
  };
}

/** The rule of a key for pictures, which is known by its format, whatever its name; undefined for any other key. */
function readImageRule(
  schema: Schema,
): { readonly rule: ImageRule; readonly unknown: readonly string[] } | undefined {
  const items = isMap(schema['items']) ? schema['items'] : {};
  const formats = [schema['format'], items['format']];
  if (!formats.includes('image_uri') && !formats.includes('image_uris')) return undefined;
  const isList = schema['type'] === 'array' || schema['format'] === 'image_uris' || isMap(schema['items']);
  const validations = [schema, items].flatMap(
    ({ validations: each }) => (Array.isArray(each) ? each : []) as unknown[],
  );
  const { limits, unknown } = readImageLimits(validations);
  const { least, most } = isList ? readCount(schema) : { least: 0, most: 1 };
  return { rule: { type: 'image', isList, least, most, limits }, unknown };
}

function readCount({ minItems, maxItems }: Schema): { readonly least: number; readonly most: number } {
  return { least: readNumber(minItems) ?? 0, most: readNumber(maxItems) ?? Infinity };
}

function readRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): Range {
  // In older schemas, `true` makes the limit itself out of range.
  const [least, above] = [
    readNumber(minimum),
    readNumber(exclusiveMinimum === true ? minimum : exclusiveMinimum),
  ];
  const [most, below] = [
    readNumber(maximum),
    readNumber(exclusiveMaximum === true ? maximum : exclusiveMaximum),
  ];
  return {
    ...present(
      'least',
      above !== undefined && above >= (least ?? -Infinity) ? bound(above, true) : bound(least, false),
    ),
    ...present(
      'most',
      below !== undefined && below <= (most ?? Infinity) ? bound(below, true) : bound(most, false),
    ),
  };
}

function bound(value: number | undefined, isOpen: boolean): Range['least'] {
  return value === undefined ? undefined : { value, isOpen };
}

function present<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

/** A number, also if it is published as text. */
function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The texts of a list from outside. */
export function readNames(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
