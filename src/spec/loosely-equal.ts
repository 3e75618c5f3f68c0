import type { Scalar } from './types.ts';

/**
 * Equality as in GitHub's expressions, which compares the values of a workflow's matrix: text ignores case, and values of
 * different types are compared as numbers (docs.github.com, "Evaluate expressions in workflows", operators).
 */
export function looselyEqual(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toUpperCase() === b.toUpperCase();
  return typeof a === typeof b ? a === b : toNumber(a) === toNumber(b);
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Empty text is 0; other text that is not a JSON number is NaN, which equals nothing. */
function toNumber(value: Scalar): number {
  if (typeof value !== 'string') return Number(value);
  if (value === '') return 0;
  return JSON_NUMBER.test(value) ? Number(value) : Number.NaN;
}
