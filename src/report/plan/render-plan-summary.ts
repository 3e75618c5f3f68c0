import { shortCommit } from '../../shared/commit-name.ts';
import { describeEstimatedCost } from '../../plan/review/describe-estimate.ts';
import { describeRenditions } from '../../plan/review/count-renditions.ts';
import { describeGrowth } from '../../plan/review/estimate-growth.ts';
import { escapeMarkdown, keepMoneyWhole, markdownCode, unbroken } from '../../shared/escape-markdown.ts';
import { formatProblem, type Problem, listErrors } from '../../shared/problem.ts';
import { linkAddress } from '../addresses.ts';
import { encodePath } from '../../shared/encode-path.ts';
import { renderProblems } from '../summary-attention.ts';
import { countPlan, describeCounts, describeHeadline } from './count-plan.ts';
import { renderGroups, type GroupForm } from './render-groups.ts';
import { describeMonth } from './describe-month.ts';
import type { PlanFile } from './types.ts';

/** How detailed a plan's page is. */
interface Form extends GroupForm {
  readonly maxProblems: number;
}

/** From every detail down to nothing but the totals. The first form that fits is used. */
const LADDER: readonly Form[] = [
  { edits: 'full', maxEdits: 1000, maxPictures: 36, maxIds: 1000, maxProblems: 1000 },
  { edits: 'full', maxEdits: 100, maxPictures: 12, maxIds: 200, maxProblems: 100 },
  { edits: 'short', maxEdits: 1000, maxPictures: 0, maxIds: 100, maxProblems: 100 },
  { edits: 'short', maxEdits: 200, maxPictures: 0, maxIds: 50, maxProblems: 20 },
  { edits: 'short', maxEdits: 40, maxPictures: 0, maxIds: 20, maxProblems: 10 },
  { edits: 'short', maxEdits: 10, maxPictures: 0, maxIds: 0, maxProblems: 3 },
  { edits: 'short', maxEdits: 0, maxPictures: 0, maxIds: 0, maxProblems: 0 },
];

/** GitHub drops a whole summary that is over 1,048,576 bytes; the rest is room for what else the step may add. */
const DEFAULT_MAX_BYTES = 1_000_000;

/**
 * What a plan says as GitHub Markdown, for a summary: what would be made and what it would cost, what
 * changed and why. It becomes shorter until it fits into `maxBytes` of UTF-8: below about 1 KB only the headline may be
 * left, and below that nothing.
 */
export function renderPlanSummary(plan: PlanFile, maxBytes = DEFAULT_MAX_BYTES): string {
  return renderPlan(plan, (text) => Buffer.byteLength(text) <= maxBytes);
}

/** The most detailed form that fits, with at most so many pictures; empty if not even the headline does. */
export function renderPlan(plan: PlanFile, fits: (text: string) => boolean, mostPictures = Infinity): string {
  for (const form of LADDER) {
    const text = renderForm(plan, { ...form, maxPictures: Math.min(form.maxPictures, mostPictures) });
    if (fits(text)) return text;
  }
  const headline = renderHeadline(plan);
  return fits(headline) ? headline : '';
}

function renderForm(plan: PlanFile, form: Form): string {
  return [
    renderHeadline(plan),
    renderTotals(plan),
    renderProblems(eachOnce(plan.problems), form.maxProblems, 'plan file'),
    ...renderGroups(plan, form),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** With a matrix, one mistake may be found many times. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}

function renderHeadline(plan: PlanFile): string {
  const sign = listErrors(plan.problems).length > 0 ? '✗ ' : '';
  return `## ${sign}${keepMoneyWhole(describeHeadline(plan))}\n`;
}

/** Counts, money, and what the plan is about: a line each. */
function renderTotals(plan: PlanFile): string {
  const { estimate, edits, orphaned, destination } = plan;
  const counts = countPlan(plan);
  const isLeast = estimate.kind === 'known' && estimate.isLeast;
  const more = isLeast
    ? ' It may be more: an edit can return several pictures, and not all edits cost the same.'
    : '';
  const pending = counts.pending + counts.blocked > 0 ? ' Pending edits are not included.' : '';
  const cost = `**Cost:** ${keepMoneyWhole(describeEstimatedCost(estimate))}.${more}${pending}`;
  const lines = [
    'Nothing was sent or paid for.',
    ...(edits.length + orphaned.length > 0 ? [`**Edits:** ${describeCounts(plan)}.`, cost] : []),
    ...renderMonth(plan),
    ...(plan.renditions === undefined ? [] : [`**Renditions:** ${describeRenditions(plan.renditions)}.`]),
    ...(plan.growth === undefined ? [] : [`**Branch:** ${describeGrowth(plan.growth)}.`]),
    `**Spec:** ${renderSpec(plan)}. **Destination:** ${escapeMarkdown(destination)}.`,
  ];
  return `${lines.join('\\\n')}\n`;
}

/** What is spent of the month's budget, before this plan. */
function renderMonth({ month }: PlanFile): readonly string[] {
  if (month === undefined) return [];
  return [`**This month:** ${describeMonth(month, unbroken)}.`];
}

function renderSpec({ spec, repositoryUrl }: PlanFile): string {
  const name = markdownCode(spec.path);
  if (spec.commit === undefined) return name;
  const file = linkAddress(`${repositoryUrl}/blob/${spec.commit}/${encodePath(spec.path)}`);
  return `[${name}](${file}) at ${markdownCode(shortCommit(spec.commit))}`;
}
