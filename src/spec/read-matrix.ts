import { countProduct, expandMatrix } from './expand-matrix.ts';
import type { Combination, Matrix } from './expand-matrix.ts';
import { quote } from './issue.ts';
import type { SpecIssue, SpecPath } from './issue.ts';
import { NAME_PATTERN } from './edit-schema.ts';
import type { RawEdit } from './schema.ts';
import { didYouMean } from './suggest.ts';
import type { Scalar } from './types.ts';

/** GitHub's limit for the matrix of a workflow (docs.github.com, "Usage limits"). */
const MAX_COMBINATIONS = 256;

/** A checked and expanded matrix. */
export interface ReadMatrix {
  readonly axes: Matrix['axes'];
  readonly combinations: readonly Combination[];
}

/** Checks what the schema cannot, and expands the matrix; without combinations if there is an error. */
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
    issues.push({ severity: 'error', message, pointer: { path, on: 'key' } });
    return { axes: matrix.axes, combinations: [], issues };
  };
  const tooMany = `The matrix has more than ${MAX_COMBINATIONS} combinations. Split the edit.`;
  // Counted before expanding: the product of a few long axes may not fit in memory.
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
      const message = `${quote(name)} is not a valid axis name. Use letters, digits, \`_\` and \`-\`, starting with a letter or \`_\`.`;
      issues.push({ severity: 'error', message, pointer: { path: [...path, name], on: 'key' } });
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
          pointer: { path: at, on: 'value' },
        });
      for (const [name, value] of entry) {
        issues.push(...checkValue(value, [...at, name]));
        const message =
          list === 'exclude' && !axes.has(name)
            ? `\`exclude\` names ${quote(name)}, which is not an axis of this matrix.${didYouMean(name, axes.keys())}`
            : list === 'include' && !axes.has(name)
              ? misspelt(name, axes)
              : undefined;
        if (message !== undefined)
          issues.push({ severity: 'error', message, pointer: { path: [...at, name], on: 'key' } });
      }
    });
  }
  return issues;
}

/** `OS` and `os` are the same name for GitHub but would be two here, so the difference is refused. */
function misspelt(name: string, axes: Matrix['axes']): string | undefined {
  const axis = [...axes.keys()].find((other) => other.toLowerCase() === name.toLowerCase());
  return axis === undefined
    ? undefined
    : `${quote(name)} differs from the axis ${quote(axis)} only in case. Spell both the same way.`;
}

/** Values are inserted as they are, so an expression in one would reach the model as text. */
export function checkValue(value: Scalar, path: SpecPath): readonly SpecIssue[] {
  if (typeof value !== 'string' || !value.includes('${{')) return [];
  const message =
    '`${{ }}` does not work in the values of `vars` and `matrix`. Use it in the texts of an edit.';
  return [{ severity: 'error', message, pointer: { path, on: 'value' } }];
}
