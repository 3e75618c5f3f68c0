import { formatProblem, type Problem } from '../shared/problem.ts';
import { editFailures, editWarnings } from './edit-problems.ts';
import { renderBranch, renderBranchNotes } from './render-branch.ts';
import { renderPictures } from './render-pictures.ts';
import { listJudged, renderRefusal } from './refusal.ts';
import { inSpecOrder } from './spec-order.ts';
import { renderEditRows } from './summary-rows.ts';
import { renderFailures, renderProblems } from './summary-attention.ts';
import { renderNextSteps } from './summary-next-steps.ts';
import { renderHeadline, renderTotals } from './summary-totals.ts';
import type { Report } from './types.ts';

/** How detailed a summary is: which rows it has, and at most how many failures, problems and pictures. */
interface Form {
  readonly rows: 'full' | 'short' | 'none';
  readonly maxFailures: number;
  readonly maxProblems: number;
  readonly maxPictures: number;
}

/** Everyone who opens the summary loads each picture at full size. These are twelve rows; the branch shows all. */
const MAX_PICTURES = 36;

/** From every detail down to nothing but the totals. The first form that fits is used. */
const LADDER: readonly Form[] = [
  { rows: 'full', maxFailures: Infinity, maxProblems: Infinity, maxPictures: MAX_PICTURES },
  { rows: 'short', maxFailures: Infinity, maxProblems: Infinity, maxPictures: MAX_PICTURES },
  { rows: 'short', maxFailures: 300, maxProblems: 100, maxPictures: MAX_PICTURES },
  { rows: 'none', maxFailures: 300, maxProblems: 100, maxPictures: MAX_PICTURES },
  { rows: 'none', maxFailures: 50, maxProblems: 20, maxPictures: 12 },
  { rows: 'none', maxFailures: 0, maxProblems: 0, maxPictures: 0 },
];

/** GitHub drops a whole summary that is over 1,048,576 bytes; the rest is room for what else the step may add. */
const DEFAULT_CAP_BYTES = 1_000_000;

/**
 * The job summary in GitHub Markdown: headline, totals, what went wrong and what to do, a row for each edit.
 * It becomes shorter until it fits into `capBytes` of UTF-8: below about 2 KB only the headline may be left, and
 * below that nothing.
 */
export function renderSummary(reported: Report, capBytes = DEFAULT_CAP_BYTES): string {
  const report = { ...reported, edits: inSpecOrder(reported.edits) };
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
    renderRefusal(report),
    renderTotals(report),
    renderBranch(report),
    renderFailures(listJudged(report), maxFailures),
    renderNextSteps({ ...report, edits: listJudged(report) }),
    renderPictures(report, maxPictures),
    renderBranchNotes(report.branch, maxProblems),
    renderProblems(otherProblems(report), maxProblems),
    rows === 'none' ? LEFT_OUT : renderEditRows(report, rows),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** All problems except those that are above or in the table of failures already; each once. */
export function otherProblems({ problems, edits, refusal }: Report): readonly Problem[] {
  const above = refusal === undefined ? [] : [refusal];
  const listed = new Set([...above, ...editFailures(edits)].map(formatProblem));
  const others = [...problems, ...editWarnings(edits)].filter(
    (problem) => !listed.has(formatProblem(problem)),
  );
  return [...new Map(others.map((problem) => [formatProblem(problem), problem])).values()];
}

const LEFT_OUT =
  '_There are too many edits to list here. All of them are in the results file and the gallery._\n';
