import { looselyEqual } from './loosely-equal.ts';
import type { Scalar } from './types.ts';

/** The values of one edit of a matrix, by name: the axes in their order, then what `include` added. */
export type Combination = ReadonlyMap<string, Scalar>;

/** A matrix as the spec has it: axes with their values, and the two lists that change what comes of them. */
export interface Matrix {
  readonly axes: ReadonlyMap<string, readonly Scalar[]>;
  readonly include: readonly Combination[];
  readonly exclude: readonly Combination[];
}

/**
 * All combinations, as a GitHub workflow makes them (docs.github.com, "Running variations of jobs in a
 * workflow"): the axes multiplied, the first changing slowest; those left out that match all pairs of an
 * `exclude` entry; then each `include` entry put into every original combination whose axis values it would
 * not change (values that an earlier entry added may be changed), or else appended as a combination of its
 * own, to which later entries add nothing.
 */
export function expandMatrix(matrix: Matrix): readonly Combination[] {
  const originals = multiply(matrix.axes).filter(
    (values) => !matrix.exclude.some((entry) => matches(values, entry)),
  );
  const added: Combination[] = [];
  for (const entry of matrix.include) {
    const [onAxes, beside] = split(entry, matrix.axes);
    const targets = originals.filter((values) => matches(values, onAxes));
    for (const target of targets) for (const [name, value] of beside) target.set(name, value);
    if (targets.length === 0) added.push(new Map([...onAxes, ...beside]));
  }
  return [...originals, ...added];
}

/** How many combinations the axes alone make. */
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

/** Parts an entry into what it says of axes, in their order, and the rest. */
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
