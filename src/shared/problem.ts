/** A position in a file of the repository; line and column count from 1. */
export interface Position {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Negative if `a` comes before `b`, both in one file. */
export function compareInFile(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** Something a person must know or fix: what, where, and what to do. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** One or two plain sentences: what is wrong and what to do. No newline, no position. */
  readonly message: string;
  /** Absent if the problem is not in a line of a file. */
  readonly at?: Position;
}

/** Those that must be fixed. */
export function listErrors(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/** `edits.yml:3:5: message`, or only the message if the problem is not in a file. */
export function formatProblem(problem: Problem): string {
  const { at, message } = problem;
  return at === undefined ? message : `${at.file}:${at.line}:${at.column}: ${message}`;
}
