import { fitValue } from '../models/fit-options.ts';
import type { ValueRule } from '../models/types.ts';
import type { Json } from '../lock/types.ts';
import { reject } from './build-context.ts';
import type { BuildContext } from './build-context.ts';
import { nameSteps } from './issue.ts';
import type { SpecPath } from './issue.ts';
import { interpolate, lookUp, WHOLE_REFERENCE } from './template.ts';

/**
 * A value of `options` with its expressions replaced, those that are a whole value in the type that the rule asks for;
 * undefined, with an issue recorded, if that does not work.
 */
export function readOptionValue(
  context: BuildContext,
  value: unknown,
  rule: ValueRule | undefined,
  path: SpecPath,
): Json | undefined {
  if (typeof value === 'string') return readText(context, value, rule, path);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value) && !isRounded(value)) return value;
  if (Array.isArray(value)) {
    const items = rule?.type === 'list' ? rule.items : undefined;
    const read = value.map((each: unknown, index) => readOptionValue(context, each, items, [...path, index]));
    const sound = read.filter((each) => each !== undefined);
    return sound.length === read.length ? sound : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const keys = rule?.type === 'map' ? rule.keys : undefined;
    const read = Object.entries(value).map(
      ([key, each]) => [key, readOptionValue(context, each, keys?.get(key), [...path, key])] as const,
    );
    return read.some(([, each]) => each === undefined) ? undefined : Object.fromEntries(read);
  }
  const what =
    value === null || value === undefined
      ? 'is empty. Give it a value, or remove it'
      : isRounded(value)
        ? `is larger than a number can be without being rounded. Use at most ${Number.MAX_SAFE_INTEGER}`
        : 'must be a number that JSON has';
  reject(context, `\`${describeOption(path)}\` ${what}.`, { path, on: 'value' });
  return undefined;
}

function readText(
  context: BuildContext,
  text: string,
  rule: ValueRule | undefined,
  path: SpecPath,
): Json | undefined {
  const { scope } = context.expanded;
  if (WHOLE_REFERENCE.test(text)) {
    const found = lookUp(text, scope);
    if (typeof found !== 'object') {
      const asked = fitValue(rule, found);
      return isRounded(asked) ? readOptionValue(context, asked, rule, path) : asked;
    }
    reject(context, found.message, { path, on: 'value' });
    return undefined;
  }
  const { text: read, faults } = interpolate(text, scope);
  for (const { source, message } of faults) reject(context, message, { path, on: 'text', text: source });
  return faults.length > 0 ? undefined : read;
}

/** Two such numbers may be read as one, so that one of two edits would never be made. */
function isRounded(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

/** `options.seed`, wherever in the spec it is set. */
export function describeOption(path: SpecPath): string {
  return nameSteps(path.slice(path.indexOf('options')));
}
