import { filesOnBranch } from '../lock/has-files.ts';
import type { LockedRenditions, LockEntry, Recorded } from '../lock/types.ts';
import { currentFiles } from '../pictures/apply-renditions.ts';
import { foldPath } from '../shared/fold-path.ts';
import type { Problem } from '../shared/problem.ts';
import { isUntouched } from './outputs.ts';
import type { PlannedEdit } from './types.ts';
import { withoutExtension } from '../shared/without-extension.ts';

/** Who has a path. */
interface Owner {
  readonly id: string;
  /** What of it is there. */
  readonly has: 'those' | 'renditions';
}

/**
 * Finds edits whose pictures would overwrite those of another edit that keeps them, because it is frozen or not part of
 * this run, or renditions of one that is not part of it. This is an error before anything is paid for. `specIds` has the ids
 * of the whole spec; within one spec, its own check compares renditions.
 */
export function checkClashes(
  edits: readonly PlannedEdit[],
  { lock }: Recorded,
  specIds: ReadonlySet<string>,
): readonly Problem[] {
  const planned = new Map(edits.map((edit) => [edit.id, edit]));
  const owners = new Map<string, Owner>();
  for (const [id, entry] of lock.edits) {
    const edit = planned.get(id);
    const stays = edit === undefined ? specIds.has(id) : isUntouched(edit) || edit.action.kind === 'skip';
    if (!stays) continue;
    if (edit === undefined)
      for (const path of listRenditionPaths(entry, lock.renditions))
        for (const key of keysOf(path)) owners.set(key, { id, has: 'renditions' });
    for (const { path } of filesOnBranch(entry))
      for (const key of keysOf(path)) owners.set(key, { id, has: 'those' });
  }
  return edits.flatMap((edit): readonly Problem[] => {
    const clash = isUntouched(edit) ? undefined : clashKeysOf(edit).find((key) => owners.has(key));
    const owner = clash === undefined ? undefined : owners.get(clash);
    if (owner === undefined) return [];
    const { id, has } = owner;
    const { spec } = lock.edits.get(id) ?? {};
    const isOther = spec !== undefined && spec !== edit.at.file;
    const why = isOther
      ? `belongs to the spec \`${spec}\`. Use another \`branch-directory\``
      : planned.has(id)
        ? 'is frozen. Remove `frozen`'
        : 'is not part of this run. Name both in `only`';
    const message = `The pictures of \`${edit.id}\` cannot be saved as \`${edit.output}\`: the branch has ${has} of \`${id}\` there, and \`${id}\` ${why}, or choose another \`output\`.`;
    return [{ severity: 'error', message, at: edit.at }];
  });
}

/** The paths of an entry's renditions that pages use. */
function listRenditionPaths(entry: LockEntry, renditions: LockedRenditions = {}): readonly string[] {
  return filesOnBranch(entry).flatMap(({ path: original, sha256 }) =>
    Object.values(renditions[sha256] ?? {}).flatMap((record) =>
      currentFiles(record, original).map(({ path }) => path),
    ),
  );
}

/** A file's folded path, the same without extension, and also without number. */
function keysOf(path: string): readonly string[] {
  const key = foldPath(path);
  const stem = withoutExtension(key);
  return [key, stem, stem.replace(/-[1-9]\d*$/, '-*')];
}

/** The keys under which an edit's pictures could clash. The number and types of pictures to be made are not known yet. */
function clashKeysOf({ output, forceSingle, action }: PlannedEdit): readonly string[] {
  switch (action.kind) {
    case 'skip':
    case 'hold':
    case 'aside':
      return [];
    case 'unchanged':
    case 'adopt':
      return action.files.map(({ path }) => foldPath(path));
    case 'submit':
    case 'collect':
    case 'other-run':
    case 'share':
      return forceSingle ? [foldPath(output)] : [foldPath(output), foldPath(`${output}-*`)];
  }
}
