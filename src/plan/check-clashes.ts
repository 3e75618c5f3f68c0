import { filesOnBranch } from '../lock/has-files.ts';
import type { LockedRenditions, LockEntry, Recorded } from '../lock/types.ts';
import { currentFiles } from '../pictures/apply-renditions.ts';
import type { Problem } from '../shared/problem.ts';
import { otherNameOf } from '../shared/take-id.ts';
import { clashKeysOf, keysOf } from './clash-keys.ts';
import { isUntouched } from './outputs.ts';
import type { PlannedEdit } from './types.ts';

/** Who has a path. */
interface Owner {
  /** Of the edit. */
  readonly id: string;
  /** The spec that its pictures belong to; undefined: any may take them over. */
  readonly spec: string | undefined;
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
  const stayingUnder = new Map(edits.flatMap((edit) => (isInPlace(edit) ? [[edit.action.from, edit]] : [])));
  const owners = new Map<string, Owner>();
  for (const [name, entry] of lock.edits) {
    const edit = planned.get(name) ?? stayingUnder.get(name);
    const stays =
      edit === undefined
        ? specIds.has(name)
        : stayingUnder.get(name) === edit || isUntouched(edit) || edit.action.kind === 'skip';
    if (!stays) continue;
    const owner = { id: edit?.id ?? name, spec: entry.spec };
    if (edit === undefined)
      for (const path of listRenditionPaths(entry, lock.renditions))
        for (const key of keysOf(path)) owners.set(key, { ...owner, has: 'renditions' });
    for (const { path } of filesOnBranch(entry))
      for (const key of keysOf(path)) owners.set(key, { ...owner, has: 'those' });
  }
  return edits.flatMap((edit): readonly Problem[] => {
    const clash =
      isUntouched(edit) || isInPlace(edit) ? undefined : clashKeysOf(edit).find((key) => owners.has(key));
    const owner = clash === undefined ? undefined : owners.get(clash);
    if (owner === undefined) return [];
    const { id, spec, has } = owner;
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

type Staying = PlannedEdit & { readonly action: { readonly kind: 'unchanged' } };

/**
 * Whether the pictures of a frozen edit stay where they are, recorded under the name that the edit had with other `takes`. An edit
 * that takes over those of another one may not: that one may still have them under its other name.
 */
function isInPlace(edit: PlannedEdit): edit is Staying {
  const { id, frozen, action } = edit;
  return (
    frozen &&
    action.kind === 'unchanged' &&
    action.on === undefined &&
    action.from === otherNameOf(id) &&
    action.files.every(({ path }, index) => path === action.entry.files[index]?.path)
  );
}

/** The paths of an entry's renditions that pages use. */
function listRenditionPaths(entry: LockEntry, renditions: LockedRenditions = {}): readonly string[] {
  return filesOnBranch(entry).flatMap(({ path: original, sha256 }) =>
    Object.values(renditions[sha256] ?? {}).flatMap((record) =>
      currentFiles(record, original).map(({ path }) => path),
    ),
  );
}
