import { fetchFiles, type WantedFile } from '../../deliver/branch/fetch-files.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { fileExtension, shownAs } from '../../media/formats.ts';
import type { LockEntry } from '../../lock/types.ts';
import type { MediaFile } from '../../media/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { EndedRun } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';
import { editOfTake, namesBefore } from '../../shared/take-id.ts';

/** What was in the place of an edit's pictures: paths relative to the output folder, in their order, by the edit's id. */
export type FilesBefore = ReadonlyMap<string, readonly (string | undefined)[]>;

/**
 * Brings the pictures that this run replaced to `references/before/` in the output folder, so that the gallery shows old beside new. If
 * they cannot be fetched, the gallery does without them.
 */
export async function fetchBefore(
  { edits }: Pick<EndedRun, 'edits'>,
  opened: OpenedBranch,
  folder: string,
  { log }: Pick<World, 'log'>,
  signal: AbortSignal,
): Promise<FilesBefore> {
  const replaced = listReplaced(edits, opened.recorded.lock.edits);
  const wanted = replaced.flatMap(([, files]) =>
    files.flatMap((file) =>
      file === undefined
        ? []
        : [{ from: file.path, to: { ...file, path: pathOf(file) } } satisfies WantedFile],
    ),
  );
  if (wanted.length === 0) return new Map();
  const fetched = await fetchFiles(opened, wanted, folder, signal);
  if (!fetched.ok) {
    log.info(`The gallery does not show the pictures that were replaced: ${fetched.error.message}`);
    return new Map();
  }
  return new Map(
    replaced.map(([id, files]) => [id, files.map((file) => (file === undefined ? undefined : pathOf(file)))]),
  );
}

/**
 * The files that were on the branch in the place of new ones, in their order and by the edit's id; undefined for those that are the same
 * or that no page can show; pure. What a kept take replaced is what was kept before it, whichever take that was.
 */
export function listReplaced(
  edits: readonly EditOutcome[],
  entries: ReadonlyMap<string, LockEntry>,
): readonly (readonly [id: string, files: readonly (MediaFile | undefined)[]])[] {
  const kept = new Map(
    [...entries].flatMap(([id, entry]) => (entry.isKept === true ? [[editOfTake(id), entry] as const] : [])),
  );
  return edits.flatMap(({ edit: { id, take }, state, files }) => {
    const own = namesBefore(id, take)
      .map((name) => entries.get(name))
      .find((entry) => entry !== undefined);
    const old = (take?.isKept === false ? undefined : kept.get(editOfTake(id))) ?? own;
    if (state !== 'succeeded' || old === undefined || old.stored !== undefined) return [];
    const now = new Set(files.map(({ sha256 }) => sha256));
    return [[id, old.files.map((file) => (isOther(file, now) ? file : undefined))] as const];
  });
}

function isOther({ sha256, type }: MediaFile, now: ReadonlySet<string>): boolean {
  return !now.has(sha256) && shownAs(type) === 'picture';
}

function pathOf({ sha256, type }: MediaFile): string {
  return `references/before/${sha256}.${fileExtension(type)}`;
}
