import { describeLeft } from '../../deliver/branch/describe-left.ts';
import type { Delivered } from '../deliver/deliver-run.ts';
import { markUncommitted } from '../deliver/uncommitted.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import { decideRunOutcome, shouldFail } from '../../report/decide-outcome.ts';
import { describeOutcome } from '../../report/summary-totals.ts';
import type { EndedRun, FailOn, Report } from '../../report/types.ts';
import type { Repository } from '../../runner/job-facts.ts';
import { plural } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';

/** Whether the step fails. */
export interface StepVerdict {
  /** Why it fails, in sentences; absent if it does not. */
  readonly failure?: string;
}

/** The whole report. A run whose pictures are not where they belong is not complete, whatever its edits say. */
export function createReport(
  ended: EndedRun,
  { edits: delivered, branch, artifact }: Pick<Delivered, 'edits' | 'branch' | 'artifact'>,
  repository: Pick<Repository, 'url'>,
): Report {
  const isDelivered = deliveryFailures(branch, artifact).length === 0;
  const edits = markUncommitted(delivered, branch);
  return {
    ...ended,
    edits: edits.map((outcome) => withWhereabouts(outcome, artifact)),
    delivery: artifact,
    branch,
    repositoryUrl: repository.url,
    outcome: isDelivered ? decideRunOutcome(edits) : 'incomplete',
  };
}

/** Pictures of an edit that did not all come go to the artifact only. Only now is it known whether they are there. */
function withWhereabouts(outcome: EditOutcome, artifact: Delivered['artifact']): EditOutcome {
  const { error, files } = outcome;
  if (error === undefined || files.length === 0) return outcome;
  const where =
    artifact.kind === 'artifact'
      ? `What came is in the artifact \`${artifact.name}\`.`
      : 'What came was not delivered.';
  return { ...outcome, error: { ...error, message: `${error.message} ${where}` } };
}

/** The last line of the log: how it ended, and where the pictures are. */
export function describeReport(report: Report): string {
  const { branch, delivery } = report;
  const links = [
    ...(branch.kind === 'committed' ? [`Branch ${branch.branch}: commit ${branch.commit}.`] : []),
    ...(delivery.kind === 'artifact' ? [`Pictures and gallery: ${delivery.url}`] : []),
  ];
  return [`${describeOutcome(report)}.`, ...links].join(' ');
}

/** Whether a run that made its edits fails the step. */
export function judgeReport(report: Report, failOn: FailOn): StepVerdict {
  const failures = deliveryFailures(report.branch, report.delivery);
  if (failures.length > 0) return { failure: failures.join(' ') };
  return shouldFail(report.edits, failOn) ? { failure: describeOutcome(report) } : {};
}

/**
 * Whether the post step has nothing left to do: the main step ended by itself, or was stopped when everything was
 * already delivered, and the ledger knows about it. A step that is stopped earlier leaves its upload to the post step.
 */
export function isAllDone(
  { isStopped, isDelivered }: { readonly isStopped: boolean; readonly isDelivered: boolean },
  unrecorded: readonly Problem[],
): boolean {
  return unrecorded.length === 0 && (!isStopped || isDelivered);
}

/** Whether the delivery was begun, and everything is where it belongs. */
export function isWhole(delivered: Delivered): boolean {
  return delivered.hasBegun && deliveryFailures(delivered.branch, delivered.artifact).length === 0;
}

function deliveryFailures(branch: Delivered['branch'], artifact: Delivered['artifact']): readonly string[] {
  return [
    ...(branch.kind === 'failed' ? [branch.message] : []),
    ...(branch.kind === 'committed' && branch.left.length > 0
      ? [`${plural(branch.left.length, 'edit')} could not be committed: ${describeLeft(branch.left)}.`]
      : []),
    ...(artifact.kind === 'failed' ? [artifact.message] : []),
  ];
}
