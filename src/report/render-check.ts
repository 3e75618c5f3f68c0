import type { Problem } from '../shared/problem.ts';
import { plural } from '../shared/format.ts';
import { renderProblems } from './summary-attention.ts';

/** GitHub drops a whole summary that is over 1,048,576 bytes. */
const CAP_BYTES = 1_000_000;

/** How many problems are listed if all of them together are too long. */
const SOME = 300;

/** The job summary of a step that only found problems, or none, in GitHub Markdown. `headline` is ours: plain text. */
export function renderCheck(
  headline: string,
  problems: readonly Problem[],
  details: readonly string[] = [],
): string {
  const [whole = '', some = ''] = [problems.length, SOME].map(
    (most) =>
      `## ${headline}\n\n${renderProblems(problems, most, 'log')}${details.map((line) => `${line}\n`).join('')}`,
  );
  return Buffer.byteLength(whole) <= CAP_BYTES ? whole : some;
}

/** How many problems of each severity there are, e.g. `2 errors, 1 warning`; empty if there are none. */
export function countProblems(problems: readonly Problem[]): string {
  const counts = (['error', 'warning'] as const).map((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count === 0 ? undefined : plural(count, severity);
  });
  return counts.filter((count) => count !== undefined).join(', ');
}
