import { isMap } from '../shared/is-map.ts';
import { isDeepStrictEqual } from 'node:util';

import type { Json } from '../lock/types.ts';
import { isInRange } from './image-limits.ts';
import type { Model, OptionFault, ValueRule } from './types.ts';

/** The values of `options`, without those that are pictures. */
export type Options = Readonly<Record<string, Json>>;

/**
 * Everything that is wrong with `options` by the model's published schema; pure. `pictures` are the keys of `options` whose
 * pictures are named in the spec: they are there, and checked with the other pictures.
 */
export function checkOptions(
  { options: rules, required }: Pick<Model, 'options' | 'required'>,
  options: Options,
  pictures: ReadonlySet<string> = new Set(),
): readonly OptionFault[] {
  return checkMap(rules, required, options, [], pictures);
}

function checkMap(
  rules: ReadonlyMap<string, ValueRule>,
  required: readonly string[],
  value: Options,
  path: OptionFault['path'],
  pictures: ReadonlySet<string>,
): readonly OptionFault[] {
  const missing = required.filter((key) => !Object.hasOwn(value, key) && !pictures.has(key));
  return [
    ...missing.map((key): OptionFault => ({ kind: 'missing', path: [...path, key], rule: rules.get(key) })),
    ...Object.entries(value).flatMap(([key, each]) => {
      const rule = rules.get(key);
      if (rule !== undefined) return checkValue(rule, each, [...path, key]);
      return [{ kind: 'unknown-key', path: [...path, key], known: [...rules.keys()] } as const];
    }),
  ];
}

function checkValue(rule: ValueRule, value: Json, path: OptionFault['path']): readonly OptionFault[] {
  const isFit = isOfType(rule, value);
  const choices = rule.type === 'image' ? undefined : rule.choices;
  if (choices?.some((choice) => isDeepStrictEqual(choice, value)) === true) {
    // The choices of a schema may be of another type than it says. They count.
    if (!isFit) return [];
  } else if (!isFit) return [{ kind: 'type', path, rule, value }];
  else if (choices !== undefined) return [{ kind: 'choice', path, choices, value }];
  switch (rule.type) {
    case 'text': {
      const amount = typeof value === 'string' ? Array.from(value).length : 0;
      return checkAmount('text', amount, rule.leastLength ?? 0, rule.mostLength ?? Infinity, path);
    }
    case 'number':
      return typeof value !== 'number' || isInRange(value, rule.range)
        ? []
        : [{ kind: 'range', path, range: rule.range, value }];
    case 'list': {
      const entries = Array.isArray(value) ? (value as readonly Json[]) : [];
      return [
        ...checkAmount('list', entries.length, rule.least, rule.most, path),
        ...entries.flatMap((each, index) => checkValue(rule.items, each, [...path, index])),
      ];
    }
    case 'map':
      return rule.keys === undefined
        ? []
        : checkMap(rule.keys, rule.required, value as Options, path, new Set());
    case 'image':
      return Array.isArray(value) ? checkAmount('list', value.length, rule.least, rule.most, path) : [];
    case 'boolean':
    case 'any':
      return [];
  }
}

function isOfType(rule: ValueRule, value: Json): boolean {
  switch (rule.type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return (
        typeof value === 'number' && Number.isFinite(value) && (!rule.isWhole || Number.isInteger(value))
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    case 'map':
      return isMap(value);
    // A picture directly under `options` is read before. Inside of another value, it is sent as it is.
    case 'image':
      return rule.isList ? Array.isArray(value) && value.every(isAddress) : isAddress(value);
    case 'any':
      return value !== null;
  }
}

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^https:\/\/[^\s/]/.test(value);
}

function checkAmount(
  of: 'text' | 'list',
  amount: number,
  least: number,
  most: number,
  path: OptionFault['path'],
): readonly OptionFault[] {
  return amount >= least && amount <= most ? [] : [{ kind: 'length', of, path, amount, least, most }];
}
