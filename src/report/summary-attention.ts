import { requestOf } from './request-of.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import { markdownCode, markdownSentence } from '../shared/escape-markdown.ts';
import { plural } from '../shared/format.ts';
import { shorten } from '../shared/plain-text.ts';
import { formatProblem, type Problem } from '../shared/problem.ts';
import { STATES } from './count-edits.ts';
import { isSkippedOnPurpose, isThere } from './decide-outcome.ts';
import { capital } from './summary-totals.ts';

/** Longest reason shown of an edit or a line of the spec, of which there may be many; the results file has all of it. */
const REASON_CHARACTERS = 500;

/** The same for what is wrong with the run as a whole. */
const RUN_CHARACTERS = 4000;

/** The edits that have no pictures, failed ones first, each with the reason and what to do; empty if there are none. */
export function renderFailures(edits: readonly EditOutcome[], max: number): string {
  const missing = edits
    .filter((outcome) => !isThere(outcome) && !isSkippedOnPurpose(outcome))
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  if (missing.length === 0 || max === 0) return '';
  const shown = missing.slice(0, max);
  // An empty column would take the room of the reasons on a small screen.
  const hasRequests = shown.some((outcome) => requestOf(outcome) !== undefined);
  return [
    `### Needs attention (${missing.length})`,
    '',
    `| Edit | State | Reason and what to do |${hasRequests ? ' Request |' : ''}`,
    `| --- | --- | --- |${hasRequests ? ' --- |' : ''}`,
    ...shown.map((outcome) => failureRow(outcome, hasRequests)),
    '',
    ...moreLine(missing.length - max, 'edit', 'results file'),
  ].join('\n');
}

function failureRow(outcome: EditOutcome, hasRequests: boolean): string {
  const { edit, state, error } = outcome;
  const requestId = requestOf(outcome);
  const reason = error === undefined ? '' : markdownSentence(shorten(error.message, REASON_CHARACTERS));
  const request = requestId === undefined ? '' : markdownCode(requestId);
  return `| ${markdownCode(edit.id)} | ${capital(state)} | ${reason} |${hasRequests ? ` ${request} |` : ''}`;
}

/** Problems of the spec and of the run, errors first; empty if there are none. `file` has those that are left out. */
export function renderProblems(
  problems: readonly Problem[],
  max: number,
  file: 'results file' | 'plan file' | 'log' = 'results file',
): string {
  if (problems.length === 0 || max === 0) return '';
  const errorsFirst = problems.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  return [
    `### Problems (${problems.length})`,
    '',
    ...errorsFirst.slice(0, max).map(problemLine),
    '',
    ...moreLine(problems.length - max, 'problem', file),
  ].join('\n');
}

function problemLine(problem: Problem): string {
  // What is wrong with the run as a whole is one problem, or a few, and must not lose what to do about it.
  const most = problem.at === undefined ? RUN_CHARACTERS : REASON_CHARACTERS;
  const text = markdownSentence(shorten(formatProblem(problem), most));
  return `- **${capital(problem.severity)}:** ${text}`;
}

function moreLine(more: number, noun: string, file: string): readonly string[] {
  return more > 0 ? [`_And ${plural(more, `more ${noun}`)}: see the ${file}._`, ''] : [];
}
