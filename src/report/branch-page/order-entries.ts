import type { LockEntry, LockFile } from '../../lock/types.ts';
import type { EditRequest } from '../../spec/types.ts';

/** An edit as the spec lists it. */
export type ListedEdit = Pick<EditRequest, 'id'> &
  Partial<Pick<EditRequest, 'description' | 'key' | 'matrix'>>;

/** An entry of the lock file, with what the spec says of its edit. */
export interface OrderedEntry {
  readonly id: string;
  readonly entry: LockEntry;
  readonly listed: ListedEdit | undefined;
}

/**
 * The entries in the order of the spec; if there are several specs, by spec and id, because a run knows only its own.
 */
export function orderEntries(lock: LockFile, spec: readonly ListedEdit[] = []): readonly OrderedEntry[] {
  const isOne = hasOneSpec(lock);
  const listed = new Map(isOne ? spec.map((edit, index) => [edit.id, { edit, index }]) : []);
  const keyOf = ([id, entry]: readonly [string, LockEntry]): readonly [string, number, string] => [
    isOne ? '' : (entry.spec ?? ''),
    listed.get(id)?.index ?? Infinity,
    id,
  ];
  return [...lock.edits]
    .toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)))
    .map(([id, entry]) => ({ id, entry, listed: listed.get(id)?.edit }));
}

/** Otherwise the runs of two specs would order the page in turns. */
function hasOneSpec({ edits }: LockFile): boolean {
  return new Set([...edits.values()].flatMap(({ spec }) => spec ?? [])).size < 2;
}

/** By code unit, so that the order is the same on every machine. */
function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) < (b[index] ?? 0) ? -1 : 1;
}
