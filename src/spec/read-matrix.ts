import { countProduct, expandMatrix } from './expand-matrix.ts';
import type { Combination, Matrix } from './expand-matrix.ts';
import { quote } from './issue.ts';
import type { SpecIssue, SpecPath } from './issue.ts';
import { NAME_PATTERN } from './schema.ts';
import type { RawEdit } from './schema.ts';
import { didYouMean } from './suggest.ts';
import type { Scalar } from './types.ts';

/** As many as GitHub lets a workflow's matrix make (docs.github.com, "Usage limits"). */
const MAX_COMBINATIONS = 256;

/** A matrix that was checked and expanded. */
export interface ReadMatrix {
  readonly axes: Matrix['axes'];
  readonly combinations: readonly Combination[];
}

/** Checks what the form of a matrix does not tell, and expands it; no combinations where there is an error. */
export function readMatrix(
  raw: NonNullable<RawEdit['matrix']>,
  path: SpecPath,
): ReadMatrix & { issues: readonly SpecIssue[] } {
  const { include = [], exclude = [], ...axes } = raw;
  const matrix: Matrix = {
    axes: new Map(Object.entries(axes)),
    include: include.map((entry) => new Map(Object.entries(entry))),
    exclude: exclude.map((entry) => new Map(Object.entries(entry))),
  };
  const issues = [...checkAxes(matrix, path), ...checkEntries(matrix, path)];
  const reject = (message: string): ReturnType<typeof readMatrix> => {
    issues.push({ severity: 'error', message, place: { path, on: 'key' } });
    return { axes: matrix.axes, combinations: [], issues };
  };
  const tooMany = `The matrix makes more than ${MAX_COMBINATIONS} combinations. Split the edit.`;
  // Counted before they are made: a few long axes multiply to more than fits in memory.
  if (countProduct(matrix.axes) > MAX_COMBINATIONS) return reject(tooMany);
  if (issues.length > 0) return { axes: matrix.axes, combinations: [], issues };
  const combinations = expandMatrix(matrix);
  if (combinations.length > MAX_COMBINATIONS) return reject(tooMany);
  if (combinations.length > 0) return { axes: matrix.axes, combinations, issues };
  return reject(
    matrix.axes.size === 0 ? 'The matrix is empty.' : 'The matrix excludes all of its combinations.',
  );
}

function checkAxes({ axes }: Matrix, path: SpecPath): SpecIssue[] {
  const issues: SpecIssue[] = [];
  for (const [name, values] of axes) {
    if (!NAME_PATTERN.test(name)) {
      const message = `${quote(name)} is no valid name of an axis: use letters, digits, \`_\` and \`-\`, a letter or \`_\` first.`;
      issues.push({ severity: 'error', message, place: { path: [...path, name], on: 'key' } });
    }
    values.forEach((value, index) => issues.push(...checkValue(value, [...path, name, index])));
  }
  return issues;
}

function checkEntries({ axes, include, exclude }: Matrix, path: SpecPath): SpecIssue[] {
  const issues: SpecIssue[] = [];
  for (const [list, entries] of Object.entries({ include, exclude })) {
    entries.forEach((entry, index) => {
      const at = [...path, list, index];
      if (entry.size === 0)
        issues.push({
          severity: 'error',
          message: `This entry of \`${list}\` is empty.`,
          place: { path: at, on: 'value' },
        });
      for (const [name, value] of entry) {
        issues.push(...checkValue(value, [...at, name]));
        const message =
          list === 'exclude' && !axes.has(name)
            ? `\`exclude\` names ${quote(name)}, which is no axis of this matrix.${didYouMean(name, axes.keys())}`
            : list === 'include' && !axes.has(name)
              ? misspelt(name, axes)
              : undefined;
        if (message !== undefined)
          issues.push({ severity: 'error', message, place: { path: [...at, name], on: 'key' } });
      }
    });
  }
  return issues;
}

/** GitHub takes `OS` and `os` for one name. Here they would be two, so that the difference is refused rather than overlooked. */
function misspelt(name: string, axes: Matrix['axes']): string | undefined {
  const axis = [...axes.keys()].find((other) => other.toLowerCase() === name.toLowerCase());
  return axis === undefined
    ? undefined
    : `${quote(name)} differs from the axis ${quote(axis)} only in upper and lower case.`;
}

/** Values are put in as they are, so an expression in one would reach the model as text. */
export function checkValue(value: Scalar, path: SpecPath): readonly SpecIssue[] {
  if (typeof value !== 'string' || !value.includes('${{')) return [];
  const message = '`${{ }}` does not work in values of `vars` and `matrix`, only where they are used.';
  return [{ severity: 'error', message, place: { path, on: 'value' } }];
}
