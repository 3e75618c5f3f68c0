import { fetchFiles, type WantedFile } from '../../deliver/branch/fetch-files.ts';
import { fromRoot } from '../../deliver/branch/branch-paths.ts';
import { readCommitTip } from '../../deliver/branch/read-tip.ts';
import type { BranchDelivery, OpenedBranch } from '../../deliver/branch/types.ts';
import type { DownloadedFile } from '../../download/types.ts';
import { renditionRecords } from '../../lock/rendition-records.ts';
import type { LockedRenditions } from '../../lock/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import { madeByParts, type PlannedParts } from '../../plan/shards/made-by-parts.ts';
import type { EndedRun } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';
import type { ArtifactRenditions } from './deliver-to-artifact.ts';

/** Where the pictures of other jobs are found, and where they are put. */
interface Places {
  /** The branch as it is now. */
  readonly current: OpenedBranch;
  /** Absolute path of the output folder. */
  readonly folder: string;
}

/** What goes to the artifact. */
interface Collected {
  readonly run: EndedRun;
  readonly renditions: ArtifactRenditions;
}

/**
 * Fetches what other jobs of the plan brought to the branch and the artifact is to hold as well, besides the pictures
 * themselves: the takes that are in its history only, and the renditions. What cannot be fetched is left out; the log says why.
 */
export async function collectParts(
  run: EndedRun,
  own: ArtifactRenditions,
  parts: PlannedParts,
  places: Places,
  world: Pick<World, 'log'>,
  signal: AbortSignal,
): Promise<Collected> {
  const made = run.edits.filter((outcome) => madeByParts(outcome, parts) !== undefined);
  const takes = await fetchTakes(made, places, world, signal);
  return {
    run: {
      ...run,
      edits: run.edits.map((outcome) => ({
        ...outcome,
        files: [...outcome.files, ...(takes.get(outcome.edit.id) ?? [])],
      })),
    },
    renditions: await fetchRenditions(made, own, places, world, signal),
  };
}

/** The files of takes that are not kept, by edit. */
async function fetchTakes(
  made: readonly EditOutcome[],
  { current, folder }: Places,
  { log }: Pick<World, 'log'>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly DownloadedFile[]>> {
  const byCommit = Map.groupBy(made, ({ edit: { action } }) =>
    action.kind === 'aside' ? action.entry.heldBy : undefined,
  );
  const fetched = new Map<string, readonly DownloadedFile[]>();
  for (const [commit, outcomes] of byCommit) {
    if (commit === undefined) continue;
    const { repository, place } = current;
    const tip = await readCommitTip(repository, commit, place, signal, async (question) => await question());
    if (!tip.ok) {
      log.info(`The artifact does not hold takes of commit ${commit}, which cannot be read.`);
      continue;
    }
    const held = { repository, place, ...tip.value };
    for (const { edit, unchangedFiles } of outcomes) {
      const wanted = unchangedFiles.map((to) => ({ from: to.path, to }));
      const files = await fetchFiles(held, wanted, folder, signal);
      if (files.ok) fetched.set(edit.id, files.value);
      else log.info(`The artifact does not hold ${edit.id}: ${files.error.message}`);
    }
  }
  return fetched;
}

async function fetchRenditions(
  made: readonly EditOutcome[],
  own: ArtifactRenditions,
  { current, folder }: Places,
  { log }: Pick<World, 'log'>,
  signal: AbortSignal,
): Promise<ArtifactRenditions> {
  const { renditions = {} } = current.recorded.lock;
  const originals = new Set(made.flatMap(({ unchangedFiles }) => unchangedFiles.map(({ sha256 }) => sha256)));
  const recorded: LockedRenditions = Object.fromEntries(
    Object.entries(renditions).filter(([sha256]) => originals.has(sha256)),
  );
  const files = renditionRecords(recorded).flatMap((record) => record.files);
  const wanted = [
    ...new Map(files.map((to): [string, WantedFile] => [to.path, { from: to.path, to }])).values(),
  ];
  if (wanted.length === 0) return own;
  const fetched = await fetchFiles(current, wanted, folder, signal);
  if (!fetched.ok) {
    log.info(`The artifact holds only renditions that this job made: ${fetched.error.message}`);
    return own;
  }
  return {
    files: [...own.files, ...fetched.value.map(({ absolutePath }) => absolutePath)],
    made: { ...recorded, ...own.made },
  };
}

/** The delivery as it is for the plan as a whole: with the pictures that its other jobs committed; pure. */
export function creditBranch(
  branch: BranchDelivery,
  edits: readonly EditOutcome[],
  parts: PlannedParts,
): BranchDelivery {
  if (branch.kind !== 'committed' && branch.kind !== 'unchanged') return branch;
  const { commit } = branch;
  const paths = edits
    .filter((outcome) => madeByParts(outcome, parts) !== undefined && outcome.edit.action.kind !== 'aside')
    .flatMap(({ unchangedFiles }) => unchangedFiles.map((file) => fromRoot(branch, file.path)));
  if (paths.length === 0 || commit === undefined) return branch;
  const own = branch.kind === 'committed' ? branch : { changed: [], warnings: [], left: [] };
  return {
    ...branch,
    ...own,
    kind: 'committed',
    commit,
    changed: [...new Set([...own.changed, ...paths])].toSorted(),
    isByParts: true,
  };
}
