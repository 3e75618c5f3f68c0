import type { EditOutcome } from '../plan/outcome.ts';
import { escapeMarkdown, markdownCode } from '../shared/escape-markdown.ts';
import { plural } from '../shared/format.ts';
import { shorten } from '../shared/plain-text.ts';
import { formatProblem, type Problem } from '../shared/problem.ts';
import { STATES } from './count-edits.ts';
import { isSkippedOnPurpose, isThere } from './decide-outcome.ts';
import { capital } from './summary-totals.ts';
import type { Report } from './types.ts';

/** Longest reason shown; the results file has it whole. */
const REASON_CHARACTERS = 500;

/** The edits that are not there, failed ones first, each with the reason and what to do; empty without any. */
export function renderFailures(edits: readonly EditOutcome[], max: number): string {
  const missing = edits
    .filter((outcome) => !isThere(outcome) && !isSkippedOnPurpose(outcome))
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  if (missing.length === 0 || max === 0) return '';
  return [
    `### Needs attention (${missing.length})`,
    '',
    '| Edit | State | Reason and what to do | Request |',
    '| --- | --- | --- | --- |',
    ...missing.slice(0, max).map(failureRow),
    '',
    ...moreLine(missing.length - max, 'edit'),
  ].join('\n');
}

function failureRow({ edit, state, error, requestId }: EditOutcome): string {
  const reason = error === undefined ? '' : escapeMarkdown(shorten(error.message, REASON_CHARACTERS));
  const request = requestId === undefined ? '' : markdownCode(requestId);
  return `| ${markdownCode(edit.id)} | ${capital(state)} | ${reason} | ${request} |`;
}

/** What to do about edits whose end is still to come; empty where there are none. */
export function renderNextSteps({ edits }: Report): string {
  const pending = edits.filter(({ state }) => state === 'pending').length;
  const unknown = edits.filter(({ state }) => state === 'unknown');
  const lost = unknown.filter(({ requestId }) => requestId !== undefined).length;
  const unclear = unknown.length - lost;
  const steps: string[] = [];
  if (pending > 0) {
    steps.push(
      `- **${plural(pending, 'edit')} pending:** the service accepted ${pending === 1 ? 'it' : 'them'} and charges as usual. ` +
        'Keep the request ids above: the results can be read by them. ' +
        'A new run submits these edits again, and pays again. To give edits more time, raise `timeout`.',
    );
  }
  if (unclear > 0) {
    steps.push(
      `- **${plural(unclear, 'edit')} unknown:** it is not known whether the service accepted ${unclear === 1 ? 'it' : 'them'}; if so, it charges as usual. ` +
        'Look at your requests on RunComfy before you run it again.',
    );
  }
  if (lost > 0) {
    steps.push(
      `- **${plural(lost, 'edit')} unknown:** the service accepted ${lost === 1 ? 'it' : 'them'} and may have charged, but no longer knows the request. ` +
        'Look for the request ids above on RunComfy before you run it again.',
    );
  }
  return steps.length === 0 ? '' : ['### What to do next', '', ...steps, ''].join('\n');
}

/** Problems of the spec and of the run, errors first; empty without any. */
export function renderProblems(problems: readonly Problem[], max: number): string {
  if (problems.length === 0 || max === 0) return '';
  const errorsFirst = problems.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  return [
    `### Problems (${problems.length})`,
    '',
    ...errorsFirst.slice(0, max).map(problemLine),
    '',
    ...moreLine(problems.length - max, 'problem'),
  ].join('\n');
}

function problemLine(problem: Problem): string {
  const text = escapeMarkdown(shorten(formatProblem(problem), REASON_CHARACTERS));
  return `- **${capital(problem.severity)}:** ${text}`;
}

function moreLine(more: number, noun: string): readonly string[] {
  return more > 0 ? [`_And ${plural(more, noun)} more: see the results file._`, ''] : [];
}
