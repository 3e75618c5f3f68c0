import { isDeepStrictEqual } from 'node:util';

import { deliverBranch } from '../../deliver/branch/deliver-branch.ts';
import { fetchFiles } from '../../deliver/branch/fetch-files.ts';
import { readTipAgain } from '../../deliver/branch/read-tip-again.ts';
import { refOf } from '../../deliver/branch/read-tip.ts';
import type {
  BranchChange,
  BranchDelivery,
  BranchTip,
  DeliverDeps,
  LeftEdit,
  OpenedBranch,
} from '../../deliver/branch/types.ts';
import { isDescendant } from '../../git/is-descendant.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { ListedEdit } from '../../report/branch-page/order-entries.ts';
import type { EndedRun } from '../../report/types.ts';
import {
  commitDeps,
  describeCommits,
  listUnchanged,
  type CommitInputs,
  type CommitPorts,
} from './deliver-to-branch.ts';
import { filesAtStart } from './fetch-unchanged.ts';
import type { FinalBranch } from './look-again.ts';

/** What is needed to put pictures back. */
export interface PutBackRequest {
  /** The branch as the plan knew it: the pictures are in its commit. */
  readonly opened: OpenedBranch;
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly inputs: CommitInputs;
  /** The edits of the spec in its order. */
  readonly specEdits: readonly ListedEdit[];
}

/**
 * Puts back the pictures of unchanged edits that someone removed from the branch during the run: they are paid for, and
 * they are in the branch's history. If that history was replaced, or cannot be read, the delivery stays as it is, and
 * names them: they may have been removed from it on purpose.
 */
export async function putBack(
  run: EndedRun,
  found: FinalBranch,
  { opened, folder, inputs, specEdits }: PutBackRequest,
  world: CommitPorts,
  signal: AbortSignal,
): Promise<FinalBranch> {
  const unchanged = listUnchanged(run);
  const left = leftOf(found.branch);
  const lost = new Set(unchanged.map(({ id }) => id).filter((id) => left.some((each) => each.id === id)));
  if (lost.size === 0) return found;
  const current = found.isFresh ? found.current : await readAgain(opened, commitDeps(inputs, world, signal));
  if (current === undefined || !(await isHistoryIntact(opened, current, signal))) return found;
  const outcomes = run.edits.filter(({ edit }) => lost.has(edit.id) && isAsItWas(edit.id, opened, current));
  const fetched = await fetchFiles(opened, outcomes.flatMap(filesAtStart), folder, signal);
  if (!fetched.ok) {
    world.log.info(`Pictures that were removed from the branch cannot be put back: ${fetched.error.message}`);
    return found;
  }
  const onDisk = new Map(fetched.value.map(({ path, absolutePath }) => [path, absolutePath]));
  const set = outcomes.flatMap((outcome) => changeOf(outcome, onDisk));
  const request = { changes: { set, remove: [] }, ...(await describeCommits(inputs, specEdits, world)) };
  const again = await deliverBranch(current, request, commitDeps(inputs, world, signal));
  if (again.kind !== 'committed') return found;
  const ids = new Set(set.map(({ id }) => id));
  world.log.info(
    `Put back on branch ${opened.place.branch} what was removed during the run: ${[...ids].join(', ')}.`,
  );
  const before = found.branch.kind === 'committed' ? found.branch : { changed: [], warnings: [] };
  const branch: BranchDelivery = {
    ...again,
    changed: [...new Set([...before.changed, ...again.changed])].toSorted(),
    warnings: [...before.warnings, ...again.warnings],
    left: [...left.filter(({ id }) => !ids.has(id)), ...again.left.filter(({ id }) => ids.has(id))],
  };
  return { ...found, branch };
}

async function readAgain(opened: OpenedBranch, deps: DeliverDeps): Promise<OpenedBranch | undefined> {
  const tip = await readTipAgain(opened, deps);
  return tip.ok ? { repository: opened.repository, place: opened.place, ...tip.value } : undefined;
}

function leftOf(branch: BranchDelivery): readonly LeftEdit[] {
  return branch.kind === 'committed' || branch.kind === 'failed' ? branch.left : [];
}

async function isHistoryIntact(
  opened: OpenedBranch,
  { tip }: BranchTip,
  signal: AbortSignal,
): Promise<boolean> {
  if (opened.tip === undefined || tip === undefined) return false;
  const ref = refOf(opened.place);
  const built = await isDescendant(opened.repository, { older: opened.tip, newer: tip, ref }, signal);
  return built.ok && built.value;
}

/** Whether no other run has made the edit again in the meantime. */
function isAsItWas(id: string, opened: BranchTip, tip: BranchTip): boolean {
  const now = tip.recorded.lock.edits.get(id);
  return now === undefined || isDeepStrictEqual(now, opened.recorded.lock.edits.get(id));
}

function changeOf(
  { edit: { id, action } }: EditOutcome,
  onDisk: ReadonlyMap<string, string>,
): readonly BranchChange[] {
  if (action.kind !== 'unchanged') return [];
  const { entry, files } = action;
  return [
    {
      id,
      entry,
      sources: files.map(({ path }) => ({ kind: 'copy', absolutePath: onDisk.get(path) ?? '' })),
    },
  ];
}
