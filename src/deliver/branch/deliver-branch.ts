import { removeRefs } from '../../git/push.ts';
import { plural } from '../../shared/format.ts';
import { formatProblem } from '../../shared/problem.ts';
import { quotePath } from './branch-paths.ts';
import { composeCommit } from './compose-commit.ts';
import { describeGitError } from './describe-git-error.ts';
import { describeLeft } from './describe-left.ts';
import { planGallery } from './plan-gallery.ts';
import { landWork } from './land-work.ts';
import type { TipError } from './read-tip.ts';
import { sendAhead } from './send-ahead.ts';
import { describeUnchanged, isBehind } from './tip-facts.ts';
import type { BranchDelivery, BranchRequest, DeliverDeps, LeftEdit, OpenedBranch } from './types.ts';
import { writeChanges } from './write-changes.ts';

/**
 * Brings changes onto the branch as one commit on top of its newest one, never forced. Makes no request if there is
 * nothing to change. Never throws because of git: if it cannot be done, the delivery says why and what to do, and the
 * branch is as it was.
 */
export async function deliverBranch(
  opened: OpenedBranch,
  request: BranchRequest,
  deps: DeliverDeps,
): Promise<BranchDelivery> {
  const { repository, place } = opened;
  const { set, remove, renditions } = request.changes;
  const isNothing = set.length === 0 && remove.length === 0 && renditions === undefined;
  const gallery = planGallery(opened, opened.recorded.lock, request.gallery, place);
  const isRefresh = gallery.isChange || (request.pages === 'refresh' && opened.tip !== undefined);
  if (isNothing && !isRefresh && !isBehind(opened)) return describeUnchanged(opened, place);

  const failed = (error: TipError): BranchDelivery => {
    const message =
      error.kind === 'git'
        ? describeGitError(error.error, 'written to', place, repository.remote)
        : error.problems.map(formatProblem).join(' ');
    return { kind: 'failed', ...place, message, left: [] };
  };
  const written = await writeChanges(opened, request.changes, deps.signal);
  if (!written.ok) return failed({ kind: 'git', error: written.error });
  const work = { opened, changes: written.value.changes, request };
  // Usually no one pushes in the meantime, and then the commit is ready when the pictures are on the server.
  let composing: ReturnType<typeof composeCommit> | undefined;
  const route = await sendAhead(repository, written.value.payload, deps, () => {
    composing ??= composeCommit(opened, work, deps.signal);
    composing.catch(() => undefined); // awaited below
  });
  if (!route.ok) {
    await composing; // the repository is removed next
    return failed({ kind: 'git', error: route.error });
  }
  const composed = await (composing ?? composeCommit(opened, work, deps.signal));
  const landed = await landWork(work, composed, route.value, deps);
  if (!landed.ok || landed.value.commit === undefined) {
    // Otherwise a later run that has much to send removes them.
    const removed = await removeRefs(repository, route.value.remove, deps.signal);
    if (!removed.ok) deps.log.debug(`A stage was left behind: ${removed.error.why}`);
  }
  if (!landed.ok) return failed(landed.error);

  const { commit, changed, left, warnings } = landed.value;
  if (commit !== undefined) {
    const reasons = [...written.value.warnings, ...warnings];
    deps.log.info(`Committed to ${place.branch}: ${commit}, ${plural(changed.length, 'file')} touched`);
    return { kind: 'committed', ...place, commit, changed, warnings: reasons, left };
  }
  if (left.length > 0) return { kind: 'failed', ...place, message: nothingLanded(left, place.branch), left };
  const there = landed.value.tip;
  return { kind: 'unchanged', ...place, ...(there !== undefined && { commit: there }) };
}

function nothingLanded(left: readonly LeftEdit[], branch: string): string {
  return `Nothing could be committed to branch ${quotePath(branch)}: ${describeLeft(left)}.`;
}
