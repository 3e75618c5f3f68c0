import type { Position, Problem } from '../shared/problem.ts';
import { quote } from './issue.ts';
import type { Pointer, SpecIssue } from './issue.ts';

/**
 * Issues as problems with their positions, in the order of the file. Issues with the same rule and pointer become one problem
 * that names the first edit and counts the others: a matrix of 200 would repeat the same message 200 times.
 */
export function locateIssues(
  issues: readonly SpecIssue[],
  locate: (pointer: Pointer) => Position,
): readonly Problem[] {
  const groups = new Map<string, SpecIssue[]>();
  for (const issue of issues) {
    const name = JSON.stringify([issue.severity, issue.pointer, issue.rule ?? issue.message]);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [issue]);
    else group.push(issue);
  }
  return sortProblems([...groups.values()].flatMap((group) => describeGroup(group, locate)));
}

function describeGroup(
  group: readonly SpecIssue[],
  locate: (pointer: Pointer) => Position,
): readonly Problem[] {
  const [first] = group;
  if (first === undefined) return [];
  const others = new Set(group.map(({ edit }) => edit)).size - 1;
  const which =
    first.edit === undefined ? '' : ` (${quote(first.edit)}${others > 0 ? ` and ${others} more` : ''})`;
  return [{ severity: first.severity, message: `${first.message}${which}`, at: locate(first.pointer) }];
}

/** Problems sorted by file, line and column; at one position, errors come first. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted(
    (a, b) =>
      compare(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      compare(a.severity, b.severity),
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
