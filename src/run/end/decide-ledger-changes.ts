import type { Delivered } from '../deliver/deliver-run.ts';
import type { DeliverTarget } from '../../inputs/types.ts';
import { isGivenUp } from '../../jobs/follow/is-given-up.ts';
import type { NotedChange } from '../../ledger/write/create-ledger.ts';
import { openJobs } from '../../ledger/life/paid-jobs.ts';
import type { Ledger } from '../../ledger/life/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';

/** What the settling of a run depends on besides its outcomes. */
export interface SettleFacts {
  readonly deliver: readonly DeliverTarget[];
  /** Where the pictures of this run are to go, as its claims say. */
  readonly target: string;
  readonly delivered: Delivered;
  /** What was in flight when the run began. */
  readonly found: Ledger;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/**
 * What the ledger is told of a run that has ended and delivered; pure. An entry goes once its pictures are where they
 * belong, or once there are none to come. What was to go elsewhere is for others to settle. All else stays, and the next run collects it without paying again.
 */
export function decideSettled(edits: readonly EditOutcome[], facts: SettleFacts): readonly NotedChange[] {
  const changes = edits.flatMap((outcome): readonly NotedChange[] => {
    const { fingerprint } = outcome.edit;
    const requestId = outcome.requestId ?? settledBefore(outcome, facts.found);
    return requestId === undefined
      ? []
      : changesFor(judgeEnd(outcome, facts), { fingerprint, requestId }, facts);
  });
  // Edits that are the same share one entry; one of them that is delivered is enough.
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

type JobEnd = 'delivered' | 'without-pictures' | 'gone' | 'stays';

function changesFor(
  end: JobEnd,
  job: { readonly fingerprint: string; readonly requestId: string },
  { target, nowMs: atMs }: SettleFacts,
): readonly NotedChange[] {
  switch (end) {
    case 'delivered':
      return [{ kind: 'settled', ...job, delivered: { target, atMs } }];
    case 'without-pictures':
      return [{ kind: 'settled', ...job }];
    case 'gone':
      return [{ kind: 'gone', ...job, atMs }];
    case 'stays':
      return [];
  }
}

/** The job whose pictures stand on the branch already: the run that brought them there did not get to say so. */
function settledBefore({ edit }: EditOutcome, found: Ledger): string | undefined {
  const { action } = edit;
  if (action.kind !== 'unchanged') return undefined;
  const { requestId } = action.entry;
  const jobs = openJobs(found.get(edit.fingerprint));
  return jobs.some((job) => job.requestId === requestId) ? requestId : undefined;
}

function judgeEnd(outcome: EditOutcome, facts: SettleFacts): JobEnd {
  const { state, error } = outcome;
  switch (state) {
    case 'succeeded':
      return isDelivered(outcome, facts) ? 'delivered' : 'stays';
    case 'unchanged':
      return 'delivered';
    case 'cancelled':
      return 'without-pictures';
    case 'failed':
      // It was made, and its pictures did not come: some are gone for good, others come next time.
      if (error?.code === 'output-vanished' || error?.code === 'no-output') return giveUp(outcome, facts);
      return error?.code === 'job-failed' ? 'without-pictures' : 'stays';
    case 'unknown':
      // The service knows no such request any more.
      return error?.code === 'not-found' ? giveUp(outcome, facts) : 'stays';
    case 'pending':
    case 'skipped':
      return 'stays';
  }
}

function giveUp({ edit, submittedAtMs }: EditOutcome, { nowMs }: SettleFacts): 'gone' | 'stays' {
  return isGivenUp(edit, submittedAtMs, nowMs) ? 'gone' : 'stays';
}

/** Where they go to a branch, only that counts: the artifact beside it ends with its retention. */
function isDelivered({ edit }: EditOutcome, { deliver, delivered }: SettleFacts): boolean {
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
