import { formatProblem, type Problem } from '../shared/problem.ts';
import { editFailures, editWarnings } from './edit-problems.ts';
import { renderBranch, renderBranchNotes } from './render-branch.ts';
import { renderPictures } from './render-pictures.ts';
import { renderEditRows } from './summary-rows.ts';
import { renderFailures, renderProblems } from './summary-attention.ts';
import { renderNextSteps } from './summary-next-steps.ts';
import { renderHeadline, renderTotals } from './summary-totals.ts';
import type { Report } from './types.ts';

/** How much a summary tells: which rows there are, and at most how many failures, problems and pictures. */
interface Form {
  readonly rows: 'full' | 'short' | 'none';
  readonly maxFailures: number;
  readonly maxProblems: number;
  readonly maxPictures: number;
}

/** Each is loaded whole by who looks at the summary. Twelve rows; the branch shows all. */
const MAX_PICTURES = 36;

/** From all there is to tell down to the totals alone; the first form that fits is taken. */
const LADDER: readonly Form[] = [
  { rows: 'full', maxFailures: Infinity, maxProblems: Infinity, maxPictures: MAX_PICTURES },
  { rows: 'short', maxFailures: Infinity, maxProblems: Infinity, maxPictures: MAX_PICTURES },
  { rows: 'short', maxFailures: 300, maxProblems: 100, maxPictures: MAX_PICTURES },
  { rows: 'none', maxFailures: 300, maxProblems: 100, maxPictures: MAX_PICTURES },
  { rows: 'none', maxFailures: 50, maxProblems: 20, maxPictures: 12 },
  { rows: 'none', maxFailures: 0, maxProblems: 0, maxPictures: 0 },
];

/** GitHub drops a summary over 1,048,576 bytes whole; the rest is room for what else the step may add. */
const DEFAULT_CAP_BYTES = 1_000_000;

/**
 * The job summary in GitHub Markdown: headline, totals, what went wrong and what to do, a row for each edit.
 * It takes a shorter form as long as it is over `capBytes` of UTF-8; a cap below some 2 KB may get the headline
 * alone, and one below that an empty text.
 */
export function renderSummary(report: Report, capBytes = DEFAULT_CAP_BYTES): string {
  for (const form of LADDER) {
    const text = renderForm(report, form);
    if (Buffer.byteLength(text) <= capBytes) return text;
  }
  const headline = renderHeadline(report);
  return Buffer.byteLength(headline) <= capBytes ? headline : '';
}

function renderForm(report: Report, { rows, maxFailures, maxProblems, maxPictures }: Form): string {
  return [
    renderHeadline(report),
    renderTotals(report),
    renderBranch(report),
    renderFailures(report.edits, maxFailures),
    renderNextSteps(report),
    renderPictures(report, maxPictures),
    renderBranchNotes(report.branch, maxProblems),
    renderProblems(otherProblems(report), maxProblems),
    rows === 'none' ? LEFT_OUT : renderEditRows(report, rows),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Problems but for those that the table of failures tells already; each once. */
function otherProblems({ problems, edits }: Report): readonly Problem[] {
  const told = new Set(editFailures(edits).map(formatProblem));
  const others = [...problems, ...editWarnings(edits)].filter((problem) => !told.has(formatProblem(problem)));
  return [...new Map(others.map((problem) => [formatProblem(problem), problem])).values()];
}

const LEFT_OUT =
  '_There are too many edits to list here. Every one is in the results file and the gallery._\n';
