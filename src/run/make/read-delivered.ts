import { isWhole } from '../../lock/has-files.ts';
import { describeGitError } from '../../deliver/branch/describe-git-error.ts';
import { readTipAgain } from '../../deliver/branch/read-tip-again.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { judgeLedgerKind } from '../../ledger/stores/git-store.ts';
import type { LedgerResult } from '../../ledger/life/types.ts';
import { nameJob } from '../../lock/recorded-jobs.ts';
import type { LockEntry, Recorded } from '../../lock/types.ts';
import { createLine } from '../../shared/line.ts';
import { formatProblem } from '../../shared/problem.ts';
import type { World } from '../../runner/world.ts';

/** What other runs delivered, by fingerprint. */
export type DeliveredEdits = ReadonlyMap<string, LockEntry>;

/** Reads the branch again for what has come onto it since the plan was made; one read after the other. */
export type ReadDelivered = () => Promise<LedgerResult<DeliveredEdits>>;

/** A reader for the branch that the plan was made from; without one, nothing is ever found. */
export function createDeliveredReader(
  opened: OpenedBranch | undefined,
  world: Pick<World, 'clock' | 'random' | 'log'>,
  signal: AbortSignal,
): ReadDelivered {
  const line = createLine();

  async function read({ repository, place, recorded }: OpenedBranch): Promise<LedgerResult<DeliveredEdits>> {
    const tip = await readTipAgain({ repository, place }, { ...world, signal });
    if (tip.ok) return { ok: true, value: findDelivered(tip.value.recorded, recorded) };
    const { error } = tip;
    if (error.kind === 'unfit')
      return { ok: false, error: { kind: 'damaged', message: error.problems.map(formatProblem).join(' ') } };
    const message = describeGitError(error.error, 'read', place, repository.remote);
    return { ok: false, error: { kind: judgeLedgerKind(error.error.kind), message } };
  }
  return async () => {
    if (opened === undefined) return { ok: true, value: new Map() };
    // Two simultaneous fetches of one tip get in each other's way.
    return await line.run(async () => await read(opened));
  };
}

/** Edits whose pictures are there `now`, made by another request than `before`; pure. */
export function findDelivered(now: Recorded, before: Recorded): DeliveredEdits {
  const known = new Set([...before.lock.edits.values()].map(nameJob));
  return new Map(
    [...now.lock.edits.values()]
      .filter((entry) => !known.has(nameJob(entry)))
      .filter((entry) => isWhole(entry, now.paths))
      .map((entry) => [entry.fingerprint, entry]),
  );
}
