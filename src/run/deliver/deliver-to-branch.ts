import { deliverBranch } from '../../deliver/branch/deliver-branch.ts';
import { planChanges } from '../../deliver/branch/plan-changes.ts';
import type { BranchDelivery, OpenedBranch } from '../../deliver/branch/types.ts';
import { renderCommitMessage } from '../../inputs/commit-message.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { renderBranchPages } from '../../report/branch-page/render-branch-pages.ts';
import type { EndedRun } from '../../report/types.ts';
import { VERSION } from '../../shared/version.ts';
import type { World } from '../../runner/world.ts';

/** Commits what the run made, moved or pruned to the assets branch. */
export async function deliverToBranch(
  run: EndedRun,
  opened: OpenedBranch,
  specIds: ReadonlySet<string>,
  inputs: ActionInputs,
  world: World,
  signal: AbortSignal,
): Promise<BranchDelivery> {
  const { repository, job, clock } = world;
  const { sha } = repository;
  const changes = planChanges(run.edits, {
    recorded: opened.recorded,
    specIds,
    prune: inputs.prune,
    model: run.model,
    actionVersion: VERSION,
    ...(sha !== undefined && { specCommit: sha }),
    nowMs: clock.now(),
  });
  return await deliverBranch(
    opened,
    {
      changes,
      renderMessage: (facts) =>
        renderCommitMessage(inputs.commitMessage, { ...facts, spec: inputs.spec, run: job.runUrl }),
      renderPages: (lock) =>
        renderBranchPages(lock, {
          title: `${repository.owner}/${repository.name}`,
          directory: inputs.branchDirectory,
        }),
    },
    { ...world, signal },
  );
}
