import { writeTree } from '../../git/commit-tree.ts';
import { findMergeBase } from '../../git/find-merge-base.ts';
import type { GitRepository } from '../../git/types.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Result } from '../../shared/result.ts';
import { quotePath } from './branch-paths.ts';
import { joinBranches, type Joined, type Side } from './join-branches.ts';
import { pathsBelow, readCommitTip, readTip, refOf, type Asker, type TipError } from './read-tip.ts';
import type { BranchPlace, BranchTip } from './types.ts';

/** A branch that exists. */
type ExistingTip = BranchTip & { readonly tip: string };

/**
 * Fetches what is on the branch. If it is to be merged into another one, that is what both are together: what is on either
 * of them counts as there. Nothing is pushed; the next commit merges the other branch.
 */
export async function readJoinedTip(
  repository: GitRepository,
  place: BranchPlace,
  signal: AbortSignal,
  ask: Asker = async (question) => await question(),
): Promise<Result<BranchTip, TipError>> {
  const { into, ...own } = place;
  if (into === undefined) return await readTip(repository, place, signal, ask);
  const basePlace = { ...own, branch: into };
  const base = await readTip(repository, basePlace, signal, ask);
  if (!base.ok) return base;
  const { tip: baseCommit, tree, recorded } = base.value;
  if (baseCommit === undefined) return unfit(describeNoBase(into));
  const head = await readTip(repository, own, signal, ask);
  if (!head.ok) return head;
  const { tip } = head.value;
  const known = { base: baseCommit, tree, recorded };
  const asBase = { parents: [baseCommit], files: baseCommit, isAhead: false };
  const start = tip === undefined ? {} : { tip };
  if (tip === undefined || tip === baseCommit)
    return { ok: true, value: { ...start, tree, recorded, joined: { ...known, ...asBase } } };

  const both = [
    { ref: refOf(own), commit: tip },
    { ref: refOf(basePlace), commit: baseCommit },
  ] as const;
  const common = await ask(async () => await findMergeBase(repository, both, signal));
  if (!common.ok) return { ok: false, error: { kind: 'git', error: common.error } };
  if (common.value === undefined) return unfit(describeStrangers(own.branch, into));
  if (common.value === tip)
    return { ok: true, value: { tip, tree, recorded, joined: { ...known, ...asBase } } };
  if (common.value === baseCommit) {
    const isAhead = !isSameTree(head.value, base.value);
    const joined = { ...known, parents: [tip], files: tip, isAhead };
    return { ok: true, value: { ...head.value, joined } };
  }
  return await merge(
    repository,
    place,
    { ...head.value, tip },
    { ...base.value, tip: baseCommit },
    common.value,
    signal,
    ask,
  );
}

/** Both have commits that the other does not have. */
async function merge(
  repository: GitRepository,
  place: BranchPlace,
  head: ExistingTip,
  base: ExistingTip,
  common: string,
  signal: AbortSignal,
  ask: Asker,
): Promise<Result<BranchTip, TipError>> {
  const before = await readCommitTip(repository, common, place, signal, ask);
  if (!before.ok) return before;
  const sides = { before: sideOf(before.value), head: sideOf(head), base: sideOf(base) };
  const together = joinBranches(sides, place);
  if (together.conflicts.length > 0) return unfit(describeConflicts(place, together));
  const files = await writeTree(repository, base.tip, together.changes, signal);
  if (!files.ok) return { ok: false, error: { kind: 'git', error: files.error } };
  return { ok: true, value: asTip(head, base, together, files.value, place) };
}

function asTip(
  { tip, tree: own, recorded: ownRecorded }: ExistingTip,
  base: ExistingTip,
  { tree, lock, isAhead }: Joined,
  files: string,
  place: BranchPlace,
): BranchTip {
  const paths = pathsBelow(tree, place);
  const head = { tip, tree: own, recorded: ownRecorded };
  const known = { base: base.tip, tree: base.tree, recorded: base.recorded, head };
  const joined = { ...known, parents: [tip, base.tip], files, isAhead };
  return { tip, tree, recorded: { lock, paths }, joined };
}

function sideOf({ tree, recorded }: Pick<BranchTip, 'tree' | 'recorded'>): Side {
  return { tree, lock: recorded.lock };
}

function isSameTree({ tree }: BranchTip, other: BranchTip): boolean {
  return (
    tree.size === other.tree.size &&
    [...tree.values()].every(({ path, blob, mode }) => {
      const there = other.tree.get(path);
      return there?.blob === blob && there.mode === mode;
    })
  );
}

function describeNoBase(into: string): string {
  return `There is no branch ${quotePath(into)} to open a pull request for: give an existing one as \`branch\`, or use \`deliver: branch\`, which creates it.`;
}

/** A merge would bring back what someone may have removed from the history on purpose. */
function describeStrangers(branch: string, into: string): string {
  return `Branches ${quotePath(branch)} and ${quotePath(into)} have no commit in common, because the history of one of them was replaced: rebase ${quotePath(branch)} onto ${quotePath(into)} by hand, or delete it, so that the pictures that only it has are made and paid for again.`;
}

function describeConflicts({ branch, into = '' }: BranchPlace, { conflicts }: Joined): string {
  const files = listSome(conflicts.map(quotePath), 5);
  return `Branch ${quotePath(branch)} cannot be brought up to date, because ${files} changed there and on branch ${quotePath(into)}: merge ${quotePath(into)} into ${quotePath(branch)} by hand, or delete branch ${quotePath(branch)}.`;
}

function unfit(message: string): Result<never, TipError> {
  return { ok: false, error: { kind: 'unfit', problems: [{ severity: 'error', message }] } };
}
