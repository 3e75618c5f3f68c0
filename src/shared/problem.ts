/** A place in a file of the repository; line and column count from 1. */
export interface Position {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something a person must know or mend: what, where, and what to do. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** One or two plain sentences: what is wrong and what to do. No newline, no position. */
  readonly message: string;
  /** Absent where no line of a file is to blame. */
  readonly at?: Position;
}

/** `edits.yml:3:5: message`, or the message alone where no file is to blame. */
export function formatProblem(problem: Problem): string {
  const { at, message } = problem;
  return at === undefined ? message : `${at.file}:${at.line}:${at.column}: ${message}`;
}
