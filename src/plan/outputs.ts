import type { LockEntry } from '../lock/types.ts';
import { fileExtension } from '../media/formats.ts';
import type { MediaFile } from '../media/types.ts';
import type { OtherBranch, PlannedAction, PlannedEdit } from './types.ts';

/**
 * Output paths (without extension) for the `count` pictures of one edit: only `hero`, or `hero-1`, `hero-2`, ... Numbers
 * that would give the path of another edit in `taken` (lower case) are skipped, because files must not collide on any
 * system. The same plan gives the same paths in every run.
 */
export function numberOutputs(output: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  if (count === 1) return [output];
  const paths: string[] = [];
  for (let number = 1; paths.length < count; number += 1) {
    const path = `${output}-${number}`;
    if (!taken.has(path.toLowerCase())) paths.push(path);
  }
  return paths;
}

/** The entry's files at the edit's current output paths; pure. `taken`: as `numberOutputs` has it. */
export function outputFiles(
  { output }: Pick<PlannedEdit, 'output'>,
  { files }: Pick<LockEntry, 'files'>,
  taken: ReadonlySet<string>,
): readonly MediaFile[] {
  const paths = numberOutputs(output, files.length, taken);
  return files.map((file, index) => ({
    ...file,
    path: `${paths[index] ?? output}.${fileExtension(file.type)}`,
  }));
}

/** Whether the pictures exist already: on the run's own branch, or on another one. */
export function hasPictures(
  action: PlannedAction,
): action is Extract<PlannedAction, { readonly kind: 'unchanged' | 'adopt' }> {
  return action.kind === 'unchanged' || action.kind === 'adopt';
}

/** Whether nothing changes for an edit: its pictures are recorded under its id, where the spec asks for them. */
export function isUntouched({ id, action }: Pick<PlannedEdit, 'id' | 'action'>): boolean {
  if (action.kind === 'aside')
    return action.on?.kind === 'base' || (action.from === id && action.entry.stored !== undefined);
  return (
    action.kind === 'unchanged' &&
    action.from === id &&
    action.files.every(({ path }, index) => path === action.entry.files[index]?.path)
  );
}

/** Whether a take is set aside by this plan; one that is aside already may only get another id. */
export function isSetAside(edit: Pick<PlannedEdit, 'id' | 'action'>): boolean {
  const { action } = edit;
  if (action.kind !== 'aside' || isUntouched(edit)) return false;
  return action.entry.stored === undefined || action.on !== undefined;
}

/** Whether pictures are copied from where they were replaced by others meanwhile. */
export function isOfThePast({ on }: { readonly on?: OtherBranch }): boolean {
  return on?.kind === 'history' || on?.kind === 'target';
}
