import type { Json } from '../lock/types.ts';
import { isMap } from '../shared/is-map.ts';
import { mapValues } from '../shared/map-values.ts';
import type { Options } from './check-options.ts';
import type { Model, ValueRule } from './types.ts';

/**
 * Options as the model asks for them; pure. A value of the matrix or of `vars` has the type that it has there, and may be text
 * as it is written (`0.50`). Values that obey the rules already stay as they are.
 */
export function fitOptions(rules: Model['options'] | undefined, options: Options): Options {
  return mapValues(options, (value, key) => fitValue(rules?.get(key), value));
}

/** A value in the type that a rule asks for; as it is if that cannot be. */
export function fitValue(rule: ValueRule | undefined, value: Json): Json {
  if (rule === undefined || rule.type === 'image') return value;
  if (Array.isArray(value)) {
    const items = rule.type === 'list' ? rule.items : undefined;
    return value.map((each: Json) => fitValue(items, each));
  }
  if (isMap(value)) return fitOptions(rule.type === 'map' ? rule.keys : undefined, value as Options);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return value;
  const isFlag = rule.type === 'boolean' && typeof value === 'string' && /^(?:true|false)$/i.test(value);
  if (isFlag) return value.toLowerCase() === 'true';
  const { choices } = rule;
  if (choices !== undefined) return choices.includes(value) ? value : (findChoice(choices, value) ?? value);
  switch (rule.type) {
    case 'text':
      return String(value);
    case 'number':
      return typeof value === 'string' ? (readNumeral(value) ?? value) : value;
    case 'boolean':
    case 'list':
    case 'map':
    case 'any':
      return value;
  }
}

type Scalar = string | number | boolean;

/** The choice that is written like a value, or is the same number. */
function findChoice(choices: readonly Json[], value: Scalar): Json | undefined {
  const number = typeof value === 'string' ? readNumeral(value) : undefined;
  return choices.find(
    (choice) => choice === number || (typeof choice !== 'object' && String(choice) === String(value)),
  );
}

/** The number that a text is. */
function readNumeral(text: string): number | undefined {
  const number = /^[-+]?\.?\d/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
