import type { Delivered } from '../deliver/deliver-run.ts';
import type { DeliveryWay } from '../../inputs/types.ts';
import type { NotedChange } from '../../ledger/write/create-ledger.ts';
import { isOpen } from '../../ledger/life/change-entry.ts';
import { createDebt, payDebt } from '../../ledger/life/debt.ts';
import type { Ledger, Step } from '../../ledger/life/types.ts';
import { listJobs, nameJob } from '../../lock/recorded-jobs.ts';
import type { Recorded } from '../../lock/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';

/** What closing the ledger depends on besides the outcomes. */
export interface ClosingFacts {
  readonly deliver: readonly DeliveryWay[];
  /** Where the pictures of this run are to go, as its claims say. */
  readonly destination: string;
  readonly delivered: Pick<Delivered, 'branch' | 'artifact' | 'paidDebts'>;
  readonly thisStep: Step;
  /** What was in flight when the run began. */
  readonly found: Ledger;
  /** What was on the branch when the plan was made; undefined if the run delivers to no branch. */
  readonly recorded: Recorded | undefined;
  /** Unix ms, by a server's clock if that is known: other runs forget a delivery by that clock. */
  readonly nowMs: number;
}

/**
 * What the ledger learns from a run that has ended and delivered; pure. An entry is closed once its pictures are at
 * their destination, or if there are none to come. Pictures for another destination are left to other runs. Pictures that
 * are on the branch and could not be uploaded become a debt. Everything else stays, and the next run collects it without
 * paying again.
 */
export function decideLedgerChanges(
  edits: readonly EditOutcome[],
  facts: ClosingFacts,
): readonly NotedChange[] {
  const changes = [
    ...recordOlder(facts),
    ...edits.flatMap((outcome) => changesFor(outcome, facts)),
    ...facts.delivered.paidDebts.map((debt) => payDebt(debt, facts.nowMs)),
  ];
  // Identical edits share one entry; it is enough if one of them is delivered.
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

/**
 * Jobs that the branch has, and whose run ended before it could record that. A forced edit replaces their pictures, and
 * after that no run could see that they were delivered: the next one would collect them over the newer ones.
 */
function recordOlder({ recorded, found, destination, nowMs: atMs }: ClosingFacts): readonly NotedChange[] {
  if (recorded === undefined) return [];
  const done = listJobs(recorded);
  return [...found.values()].flat().flatMap((entry): readonly NotedChange[] => {
    if (!isOpen(entry) || entry.destination !== destination || !done.has(nameJob(entry))) return [];
    const { fingerprint, requestId } = entry;
    return [{ kind: 'delivered', fingerprint, requestId, destination, atMs }];
  });
}

/** Only the fact about the job decides: the words for it can change without affecting money. */
function changesFor(outcome: EditOutcome, facts: ClosingFacts): readonly NotedChange[] {
  const { job } = outcome;
  const { fingerprint } = outcome.edit;
  const { destination, nowMs: atMs } = facts;
  switch (job.kind) {
    case 'none':
    case 'refused':
    case 'maybe-sent':
      return [];
    case 'open':
      return job.isUnusable === true
        ? [{ kind: 'unusable', fingerprint, requestId: job.requestId, destination }]
        : [];
    case 'made':
      if (!isDelivered(outcome, facts)) return [];
      return [
        { kind: 'delivered', fingerprint, requestId: job.requestId, destination, atMs },
        ...(isUploadOwed(facts)
          ? [createDebt({ edit: outcome.edit.id, destination, step: facts.thisStep }, job, atMs)]
          : []),
      ];
    case 'delivered':
      if (outcome.state === 'adopted' && !isDelivered(outcome, facts)) return [];
      // The run that brought its pictures to the branch did not get to record it.
      return isUndelivered(fingerprint, job.requestId, facts.found)
        ? [{ kind: 'delivered', fingerprint, requestId: job.requestId, destination, atMs }]
        : [];
    case 'over-empty':
      return [{ kind: 'ended-empty', fingerprint, requestId: job.requestId }];
    case 'lost':
      return job.isRecorded ? [] : [{ kind: 'lost', fingerprint, requestId: job.requestId, atMs }];
  }
}

function isUndelivered(fingerprint: string, requestId: string, found: Ledger): boolean {
  return (found.get(fingerprint) ?? []).some((entry) => isOpen(entry) && entry.requestId === requestId);
}

/** If they go to a branch, only the branch counts: an upload that failed beside it is a debt of its own. */
function isDelivered({ edit }: EditOutcome, { deliver, delivered }: ClosingFacts): boolean {
  const { branch, artifact } = delivered;
  if (!deliver.includes('branch')) return artifact.kind === 'artifact';
  switch (branch.kind) {
    case 'committed':
      return branch.left.every(({ id }) => id !== edit.id);
    case 'unchanged':
      return true;
    case 'none':
    case 'failed':
      return false;
  }
}

/** Whether pictures that are on the branch are missing in the artifact that was to hold them, too. */
function isUploadOwed({ deliver, delivered: { artifact } }: ClosingFacts): boolean {
  return deliver.includes('branch') && deliver.includes('artifact') && artifact.kind === 'failed';
}
