import { fetchFiles, type WantedFile } from '../../deliver/branch/fetch-files.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import type { DownloadedFile } from '../../download/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import { hasPictures } from '../../plan/outputs.ts';
import type { EndedRun } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';
import { wantedOf } from '../adopt/fetch-copies.ts';
import { branchOf, type OtherBranches } from '../adopt/other-branches.ts';

/** Whether another run delivered the edit after this run had planned to make it. */
export function isDeliveredMeanwhile({ state, edit }: Pick<EditOutcome, 'state' | 'edit'>): boolean {
  const { kind } = edit.action;
  return state === 'unchanged' && kind !== 'unchanged' && kind !== 'aside';
}

/**
 * Fetches files of the branch for the artifact: those of edits that another run delivered in the meantime, those that an
 * earlier run could not upload and, with the contents `all`, those of every unchanged edit. Returns the run with them; if
 * they cannot be fetched, the log says why, and the run stays as it is.
 */
export async function fetchUnchanged(
  run: EndedRun,
  {
    opened,
    others,
    current,
    folder,
    owed,
  }: {
    readonly opened: OpenedBranch;
    readonly others: OtherBranches;
    readonly current: OpenedBranch;
    /** Absolute path of the output folder. */
    readonly folder: string;
    /** Request ids. */
    readonly owed: ReadonlySet<string>;
  },
  contents: ActionInputs['artifactContents'],
  { log }: Pick<World, 'log'>,
  signal: AbortSignal,
): Promise<EndedRun> {
  const unchanged = run.edits
    .filter(({ edit, files }) => files.length === 0 && (contents === 'all' || isOwed(edit, owed)))
    .flatMap((outcome) => {
      const { action } = outcome.edit;
      return hasPictures(action) ? [{ branch: branchOf(action, opened, others), outcome }] : [];
    });
  const meanwhile = run.edits.filter(isDeliveredMeanwhile).flatMap(filesAtEnd);
  const byPath = new Map<string, DownloadedFile>();
  for (const [branch, files] of [
    ...[...Map.groupBy(unchanged, ({ branch }) => branch)].map(
      ([branch, same]) => [branch, same.flatMap(({ outcome }) => filesAtStart(outcome))] as const,
    ),
    [current, meanwhile] as const,
  ]) {
    if (files.length === 0) continue;
    const fetched = await fetchFiles(branch, files, folder, signal);
    if (!fetched.ok) {
      log.info(`The artifact holds only pictures that this run made: ${fetched.error.message}`);
      return run;
    }
    for (const file of fetched.value) byPath.set(file.path, file);
  }
  if (byPath.size === 0) return run;
  const edits = run.edits.map((outcome) => ({
    ...outcome,
    files: [...outcome.files, ...outcome.unchangedFiles.flatMap(({ path }) => byPath.get(path) ?? [])],
  }));
  return { ...run, edits };
}

/** Whether the pictures of an unchanged edit are among those that are `owed` (request ids) to the artifact. */
export function isOwed({ action }: EditOutcome['edit'], owed: ReadonlySet<string>): boolean {
  return hasPictures(action) && owed.has(action.entry.requestId);
}

/** Files of an edit that the plan found on a branch, at the paths they had then. */
export function filesAtStart({ edit: { action } }: EditOutcome): readonly WantedFile[] {
  return hasPictures(action) ? wantedOf(action) : [];
}

function filesAtEnd({ unchangedFiles }: EditOutcome): readonly WantedFile[] {
  return unchangedFiles.map((to) => ({ from: to.path, to }));
}
