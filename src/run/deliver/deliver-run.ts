import { deliverToArtifact } from './deliver-to-artifact.ts';
import { deliverToBranch } from './deliver-to-branch.ts';
import { fetchKept } from '../../deliver/branch/fetch-kept.ts';
import type { BranchDelivery, OpenedBranch } from '../../deliver/branch/types.ts';
import type { Delivery } from '../../deliver/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { EndedRun } from '../../report/types.ts';
import { startDeadline } from '../../shared/deadline.ts';
import type { World } from '../../runner/world.ts';

/** Enough for gigabytes on a slow line; after it the step says where the files are. */
const DELIVERY_LIMIT_MS = 20 * 60_000;

interface Work {
  readonly inputs: ActionInputs;
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Undefined if the run delivers to no branch. */
  readonly branch: OpenedBranch | undefined;
  /** Every edit of the spec. */
  readonly specIds: ReadonlySet<string>;
}

/** Where the pictures ended up. */
export interface Delivered {
  readonly branch: BranchDelivery;
  readonly artifact: Delivery;
}

/** Where nothing was made. */
export const NOTHING_DELIVERED: Delivered = { branch: { kind: 'none' }, artifact: { kind: 'none' } };

/**
 * Delivers what succeeded: to the branch first, then as an artifact where that is asked for, or where the branch
 * did not take everything, so that nothing that was paid for is lost with the runner.
 */
export async function deliverRun(run: EndedRun, work: Work, world: World): Promise<Delivered> {
  const { inputs, folder, branch: opened, specIds } = work;
  if (world.stop.aborted) return leaveToPost(run, folder);
  // Not under the run's deadline: what was paid for is delivered after it, too.
  using limit = startDeadline(world.clock, DELIVERY_LIMIT_MS, 'the delivery', world.stop);

  const branch: BranchDelivery =
    opened === undefined
      ? { kind: 'none' }
      : await deliverToBranch(run, opened, specIds, inputs, world, limit.signal);
  if (!inputs.deliver.includes('artifact') && !isIncomplete(branch)) {
    return { branch, artifact: { kind: 'none' } };
  }
  const whole =
    opened === undefined || inputs.artifactContents === 'new'
      ? run
      : await withKeptFiles(run, opened, folder, world, limit.signal);
  const branched = { ...whole, branch, repositoryUrl: world.repository.url };
  return { branch, artifact: await deliverToArtifact(branched, folder, inputs, world, limit.signal) };
}

/** A stopped step has no time for it; the post step has minutes. */
function leaveToPost({ edits }: EndedRun, folder: string): Delivered {
  if (edits.every(({ state }) => state !== 'succeeded')) return NOTHING_DELIVERED;
  const message =
    'The step was stopped before its pictures were delivered: the post step puts them in an artifact.';
  return { branch: { kind: 'none' }, artifact: { kind: 'failed', message, folder } };
}

function isIncomplete(branch: BranchDelivery): boolean {
  return branch.kind === 'failed' || (branch.kind === 'committed' && branch.left.length > 0);
}

/** The run with the files of unchanged edits brought from the branch; told in the log where that fails. */
async function withKeptFiles(
  run: EndedRun,
  opened: OpenedBranch,
  folder: string,
  { log }: World,
  signal: AbortSignal,
): Promise<EndedRun> {
  const wanted = run.edits.flatMap(({ edit: { action } }) =>
    action.kind === 'unchanged'
      ? action.files.map((to, index) => ({ from: action.entry.files[index]?.path ?? to.path, to }))
      : [],
  );
  const fetched = await fetchKept(opened, wanted, folder, signal);
  if (!fetched.ok) {
    log.info(`The artifact holds new pictures only: ${fetched.error}`);
    return run;
  }
  const byPath = new Map(fetched.value.map((file) => [file.path, file]));
  const edits = run.edits.map((outcome) => ({
    ...outcome,
    files: [...outcome.files, ...outcome.unchangedFiles.flatMap(({ path }) => byPath.get(path) ?? [])],
  }));
  return { ...run, edits };
}
