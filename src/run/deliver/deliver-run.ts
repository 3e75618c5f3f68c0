import type { BranchDelivery, OpenedBranch } from '../../deliver/branch/types.ts';
import type { Delivery } from '../../deliver/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { AcceptedEntry } from '../../ledger/life/types.ts';
import type { ListedEdit } from '../../report/branch-page/order-entries.ts';
import { isAside } from '../../plan/decide-aside.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import { creditParts, madeByParts, type PlannedParts } from '../../plan/shards/made-by-parts.ts';
import { decideRunOutcome } from '../../report/decide-outcome.ts';
import type { EndedRun } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';
import { startDeadline } from '../../shared/deadline.ts';
import type { OtherBranches } from '../adopt/other-branches.ts';
import { collectParts, creditBranch } from './collect-parts.ts';
import { deliverToArtifact, type ArtifactInputs, type ArtifactPorts } from './deliver-to-artifact.ts';
import { deliverToBranch, type CommitInputs, type CommitPorts } from './deliver-to-branch.ts';
import { fetchBefore } from './fetch-before.ts';
import { fetchUnchanged, isOwed } from './fetch-unchanged.ts';
import { lookAgain } from './look-again.ts';
import { preparePictures, type PicturePorts } from './pictures/prepare-pictures.ts';
import { putBack } from './put-back.ts';
import { keepAdopted, markUncommitted } from './uncommitted.ts';

/** Enough for gigabytes on a slow connection. If it is not, the step says where the files are. */
const DELIVERY_LIMIT_MS = 20 * 60_000;

/** What is delivered, and by which rules. */
export interface DeliverRequest {
  readonly inputs: CommitInputs &
    ArtifactInputs &
    Pick<ActionInputs, 'deliver' | 'prune' | 'takesOnBranch' | 'artifactContents'>;
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Undefined if the run delivers to no branch. */
  readonly branch: OpenedBranch | undefined;
  /** Every edit of the spec. */
  readonly specIds: ReadonlySet<string>;
  /** The edits of the spec in its order. */
  readonly specEdits: readonly ListedEdit[];
  /** The other branches that the plan uses pictures of. */
  readonly others: OtherBranches;
  /** Pictures of other branches that are delivered to the branch: absolute paths by SHA-256. */
  readonly copies: ReadonlyMap<string, string>;
  /** Pictures on the branch that an earlier run could not upload. */
  readonly debts: readonly AcceptedEntry[];
  /** What other jobs were to do, if this run is the last one of a divided plan. */
  readonly parts: PlannedParts | undefined;
}

/** Where the pictures ended up. */
export interface Delivered {
  /** As they ended, with the adopted pictures that went to the artifact because the branch did not get them. */
  readonly edits: readonly EditOutcome[];
  readonly branch: BranchDelivery;
  readonly artifact: Delivery;
  /** False if the step was stopped before. */
  readonly hasBegun: boolean;
  /** Those whose pictures are in the artifact now. */
  readonly paidDebts: readonly AcceptedEntry[];
}

/**
 * Delivers the pictures: to the branch first, then as an artifact if that is asked for or if the branch did not take
 * everything, so that nothing that was paid for is lost with the runner.
 */
export async function deliverRun(
  ended: EndedRun,
  request: DeliverRequest,
  world: CommitPorts & ArtifactPorts & PicturePorts & Pick<World, 'workspace'>,
): Promise<Delivered> {
  const { inputs, folder, branch: opened, others, debts, parts } = request;
  const isStopped = (): boolean => world.stop.aborted;
  if (isStopped()) return leaveToPost(ended, folder);
  const pictures = await preparePictures(ended, { ...request, prune: inputs.prune }, world);
  const { run } = pictures;
  if (isStopped()) return leaveToPost(run, folder);
  // Not under the run's deadline: what was paid for is delivered even after it.
  using limit = startDeadline(world.clock, DELIVERY_LIMIT_MS, 'the delivery', world.stop);
  const { signal } = limit;
  if (opened === undefined) {
    const branch = { kind: 'none' } as const;
    const branched = { ...run, branch, repositoryUrl: world.repository.url };
    const artifact = await deliverToArtifact(branched, folder, inputs, pictures, world, signal);
    return { edits: run.edits, branch, artifact, hasBegun: true, paidDebts: [] };
  }
  const delivery = await deliverToBranch(
    run,
    opened,
    { ...request, renditions: pictures.renditions },
    inputs,
    world,
    signal,
  );
  const found = await lookAgain(run, delivery, opened, world, signal);
  const { branch: committed, current } = await putBack(
    run,
    found,
    { opened, folder, inputs, specEdits: request.specEdits },
    world,
    signal,
  );
  const branch = parts === undefined ? committed : creditBranch(committed, run.edits, parts);
  const credit = (edits: readonly EditOutcome[]): readonly EditOutcome[] =>
    parts === undefined ? edits : creditParts(edits, parts);
  const isAsked = inputs.deliver.includes('artifact') || !isAllOnBranch(run, branch);
  // Someone has to choose: the artifact shows the takes of an edit beside each other.
  const hasTakes =
    inputs.shard?.kind !== 'part' && // the last job shows those of all jobs
    run.edits.some(({ edit, state }) => state === 'succeeded' && isAside(edit, inputs.takesOnBranch));
  if (!isAsked && !hasTakes)
    return { edits: credit(run.edits), branch, artifact: { kind: 'none' }, hasBegun: true, paidDebts: [] };
  const edits = await keepAdopted(run.edits, branch, request, world.log);
  const ofParts = edits.flatMap((outcome) => (parts && madeByParts(outcome, parts)) ?? []);
  const wanted = new Set([...debts, ...ofParts].map(({ requestId }) => requestId));
  const fetched = await fetchUnchanged(
    { ...run, edits },
    { opened, others, current, folder, owed: wanted },
    inputs.artifactContents,
    world,
    signal,
  );
  const { run: whole, renditions } =
    parts === undefined
      ? { run: fetched, renditions: pictures }
      : await collectParts(fetched, pictures, parts, { current, folder }, world, signal);
  const marked = credit(markUncommitted(whole.edits, branch));
  const done = { ...whole, edits: marked, outcome: decideRunOutcome(marked) };
  const branched = { ...done, branch, repositoryUrl: world.repository.url };
  const before = await fetchBefore(branched, opened, folder, world, signal);
  const uploaded = await deliverToArtifact(branched, folder, inputs, renditions, world, signal, before);
  // Nothing is lost without it: the branch has everything.
  const isMissed = !isAsked && uploaded.kind === 'failed';
  if (isMissed) world.log.info(`There is no artifact with the takes: ${uploaded.message}`);
  const artifact: Delivery = isMissed ? { kind: 'none' } : uploaded;
  const isPaid = ({ requestId }: AcceptedEntry): boolean =>
    artifact.kind === 'artifact' &&
    whole.edits.some(({ edit, files }) => files.length > 0 && isOwed(edit, new Set([requestId])));
  return { edits: credit(edits), branch, artifact, hasBegun: true, paidDebts: debts.filter(isPaid) };
}

/** A stopped step has no time for it; the post step has minutes. */
function leaveToPost({ edits }: EndedRun, folder: string): Delivered {
  const nothing = { edits, branch: { kind: 'none' }, hasBegun: false, paidDebts: [] } as const;
  if (edits.every(({ state }) => state !== 'succeeded')) return { ...nothing, artifact: { kind: 'none' } };
  const message =
    'The step was stopped before its pictures were delivered: the post step puts them in an artifact.';
  return { ...nothing, artifact: { kind: 'failed', message, folder } };
}

/** A branch takes only complete edits: the pictures of any other would be lost with the runner. */
function isAllOnBranch({ edits }: EndedRun, branch: BranchDelivery): boolean {
  if (branch.kind === 'failed' || (branch.kind === 'committed' && branch.left.length > 0)) return false;
  return edits.every(({ state, files }) => state === 'succeeded' || files.length === 0);
}
