import { commitTree } from '../../git/commit-tree.ts';
import type { GitResult } from '../../git/types.ts';
import { writeTexts } from '../../git/write-blobs.ts';
import type { LockFile } from '../../lock/types.ts';
import { renderLock } from '../../lock/render-lock.ts';
import { fromRoot, LOCK_NAME, quotePath } from './branch-paths.ts';
import { findMissing } from './find-missing.ts';
import { describeGallery, planGallery, type PlannedGallery } from './plan-gallery.ts';
import { holds, planCommit, planPages, type CommitPlan } from './plan-commit.ts';
import type { WrittenChanges } from './rebase-changes.ts';
import { filesOf, isBehind } from './tip-facts.ts';
import type { BranchPlace, BranchRequest, BranchTip, OpenedBranch } from './types.ts';

/** What is to be put on the branch, whatever its tip is by then. */
export interface BranchWork {
  /** The branch as the plan knew it. */
  readonly opened: OpenedBranch;
  readonly changes: WrittenChanges;
  readonly request: BranchRequest;
}

/** A commit in the private repository. */
export interface ComposedCommit extends Pick<CommitPlan, 'left' | 'warnings'> {
  /** Absent if there is nothing to commit on this tip. */
  readonly commit?: string;
  /** Every path that it touches, from the root, sorted. */
  readonly changed: readonly string[];
}

/** GitHub's own bot, whose name the runner's token uses. */
const AUTHOR = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';

/** Makes the commit that brings the work onto `tip`: pictures, pages and lock file. Nothing goes over the network. */
export async function composeCommit(
  tip: BranchTip,
  { opened, changes, request }: BranchWork,
  signal: AbortSignal,
): Promise<GitResult<ComposedCommit>> {
  const { repository, place } = opened;
  const plan = planCommit(tip, opened, changes, place);
  const { warnings } = plan;
  const left = [...plan.left, ...findMissing(tip, request.unchanged ?? [], place)];
  const gallery = planGallery(tip, plan.lock, request.gallery, place);
  const isRefresh = request.pages === 'refresh' && tip.tip !== undefined;
  if (!plan.isChange && !gallery.isChange && !isBehind(tip) && !isRefresh)
    return { ok: true, value: { changed: [], left, warnings } };

  const { edits, pages: before, spending, models, renditions } = plan.lock;
  const preview = request.preview === 'as-before' ? plan.lock.preview : request.preview;
  const described: LockFile = {
    edits,
    pages: before,
    ...(gallery.specs.length > 0 && { gallery: gallery.specs }),
    ...(preview !== undefined && { preview }),
    ...(spending !== undefined && { spending }),
    ...(models !== undefined && { models }),
    ...(renditions !== undefined && { renditions }),
  };
  const texts = request.pages === 'leave' ? new Map<string, string>() : request.renderPages(described);
  const pages =
    request.pages === 'leave'
      ? { pages: before, removed: [], obstacles: [] }
      : planPages(tip, described, [...texts.keys()], place);
  const lock = renderLock({ ...described, pages: pages.pages });
  const documents = [
    ...pages.pages.flatMap((name) => {
      const text = texts.get(name);
      return text === undefined ? [] : [{ path: fromRoot(place, name), text }];
    }),
    { path: fromRoot(place, LOCK_NAME), text: lock },
  ];
  const written = await writeTexts(
    repository,
    documents.map(({ text }) => text),
    signal,
  );
  if (!written.ok) return written;
  const tree = [
    ...plan.pictures,
    ...pages.removed.map((path) => ({ path })),
    ...documents
      .map(({ path }, index) => ({ path, blob: written.value[index] ?? '' }))
      .filter(({ path, blob }) => !holds(tip.tree, path, blob)),
  ];
  const files = filesOf(tip);
  const base = {
    ...(files !== undefined && { tip: files }),
    ...(tip.joined !== undefined && { parents: tip.joined.parents }),
  };
  const message = plan.isChange ? request.renderMessage(plan.facts) : describeRest(tip, place, gallery);
  const commit = await commitTree(repository, { ...base, changes: tree, message, author: AUTHOR }, signal);
  if (!commit.ok) return commit;
  const blocked = pages.obstacles.map(
    (path) =>
      `${quotePath(path)} was not made by this action, so the action's own file of that name was not written.`,
  );
  return {
    ok: true,
    value: {
      ...(commit.value !== undefined && { commit: commit.value }),
      changed: tree.map(({ path }) => path).toSorted(),
      left,
      warnings: [...warnings, ...blocked],
    },
  };
}

/** The message of a commit without pictures. */
function describeRest(tip: BranchTip, { branch, into = '' }: BranchPlace, gallery: PlannedGallery): string {
  if (isBehind(tip)) return `Merge branch '${into}' into ${branch}`;
  return gallery.isChange ? describeGallery(gallery) : 'Update the pages';
}
