import { fetchFiles, type WantedFile } from '../../deliver/branch/fetch-files.ts';
import type { OpenedBranch } from '../../deliver/branch/types.ts';
import { fileExtension, shownAs } from '../../media/formats.ts';
import type { MediaFile } from '../../media/types.ts';
import type { EndedRun } from '../../report/types.ts';
import type { World } from '../../runner/world.ts';

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
  const entries = opened.recorded.lock.edits;
  const replaced = edits.flatMap(({ edit: { id }, state, files }) => {
    const old = entries.get(id);
    if (state !== 'succeeded' || old === undefined || old.stored !== undefined) return [];
    const now = new Set(files.map(({ sha256 }) => sha256));
    return [[id, old.files.map((file) => (isOther(file, now) ? file : undefined))] as const];
  });
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

function isOther({ sha256, type }: MediaFile, now: ReadonlySet<string>): boolean {
  return !now.has(sha256) && shownAs(type) === 'picture';
}

function pathOf({ sha256, type }: MediaFile): string {
  return `references/before/${sha256}.${fileExtension(type)}`;
}
