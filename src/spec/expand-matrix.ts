import { looselyEqual } from './loosely-equal.ts';
import type { Scalar } from './types.ts';

/** The values of one edit of a matrix, by name: the axes in their order, then what `include` added. */
export type Combination = ReadonlyMap<string, Scalar>;

/** A matrix as in the spec: axes with their values, and the two lists that add or remove combinations. */
export interface Matrix {
  readonly axes: ReadonlyMap<string, readonly Scalar[]>;
  readonly include: readonly Combination[];
  readonly exclude: readonly Combination[];
}

/**
 * All combinations, with the rules of GitHub workflows (docs.github.com, "Running variations of jobs in a
 * workflow"): the product of the axes, the first one changing slowest, without combinations that match all
 * pairs of an `exclude` entry. Each `include` entry is then added to every original combination whose axis
 * values it does not change (it may change values that an earlier entry added), or else appended as a
 * combination of its own, to which later entries add nothing.
 */
export function expandMatrix(matrix: Matrix): readonly Combination[] {
  const originals = multiply(matrix.axes).filter(
    (values) => !matrix.exclude.some((entry) => matches(values, entry)),
  );
  const added: Combination[] = [];
  for (const entry of matrix.include) {
    const [onAxes, beside] = split(entry, matrix.axes);
    const extended = originals.filter((values) => matches(values, onAxes));
    for (const combination of extended) for (const [name, value] of beside) combination.set(name, value);
    if (extended.length === 0) added.push(new Map([...onAxes, ...beside]));
  }
  return [...originals, ...added];
}

/** The number of combinations of the axes, without `include` and `exclude`. */
export function countProduct(axes: Matrix['axes']): number {
  return axes.size === 0 ? 0 : [...axes.values()].reduce((count, values) => count * values.length, 1);
}

function multiply(axes: Matrix['axes']): Map<string, Scalar>[] {
  if (axes.size === 0) return [];
  let combinations = [new Map<string, Scalar>()];
  for (const [name, values] of axes) {
    combinations = combinations.flatMap((start) => values.map((value) => new Map(start).set(name, value)));
  }
  return combinations;
}

/** Splits an entry into its axis values, in the order of the axes, and the rest. */
function split(entry: Combination, axes: Matrix['axes']): readonly [Combination, Combination] {
  const onAxes = [...axes.keys()].flatMap((name) => {
    const value = entry.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return [new Map(onAxes), new Map([...entry].filter(([name]) => !axes.has(name)))];
}

function matches(values: Combination, wanted: Combination): boolean {
  return [...wanted].every(([name, value]) => {
    const own = values.get(name);
    return own !== undefined && looselyEqual(own, value);
  });
}
