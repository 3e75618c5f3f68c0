import { renderBranch, renderBranchNotes } from '../render-branch.ts';
import { listJudged, renderRefusal } from '../refusal.ts';
import { inSpecOrder } from '../spec-order.ts';
import { otherProblems } from '../render-summary.ts';
import { renderFailures, renderProblems } from '../summary-attention.ts';
import { renderNextSteps } from '../summary-next-steps.ts';
import { renderHeadline, renderTotalsAsText } from '../summary-totals.ts';
import type { Report } from '../types.ts';
import type { PicturesBefore } from '../pictures-before.ts';
import { renderPairs } from './picture-pairs.ts';

/** How detailed a run's comment is: at most so many failures, problems, and pictures with their older ones. */
interface RunForm {
  readonly maxFailures: number;
  readonly maxProblems: number;
  readonly maxPairs: number;
}

/** From every detail down to nothing but the totals. */
export const RUN_FORMS: readonly RunForm[] = [
  { maxFailures: 100, maxProblems: 100, maxPairs: 12 },
  { maxFailures: 50, maxProblems: 20, maxPairs: 12 },
  { maxFailures: 20, maxProblems: 10, maxPairs: 6 },
  { maxFailures: 5, maxProblems: 3, maxPairs: 0 },
  { maxFailures: 0, maxProblems: 0, maxPairs: 0 },
];

/** What a run that applied says on a pull request, in one form. */
export function renderRunForm(
  reported: Report,
  before: PicturesBefore,
  { maxFailures, maxProblems, maxPairs }: RunForm,
): string {
  const report = { ...reported, edits: inSpecOrder(reported.edits) };
  return [
    renderHeadline(report),
    renderRefusal(report),
    renderTotalsAsText(report),
    renderBranch(report),
    renderPairs(report, before, maxPairs),
    renderFailures(listJudged(report), maxFailures),
    renderNextSteps({ ...report, edits: listJudged(report) }),
    renderBranchNotes(report.branch, maxProblems),
    renderProblems(otherProblems(report), maxProblems),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
