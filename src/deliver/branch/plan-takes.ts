import { isDeepStrictEqual } from 'node:util';

import type { LockEntry, Recorded } from '../../lock/types.ts';
import type { PlannedAction, PlannedEdit } from '../../plan/types.ts';
import { editOfTake } from '../../shared/take-id.ts';
import type { BranchChange } from './types.ts';

/** What becomes of takes depends on this. */
interface TakeFacts {
  readonly recorded: Recorded;
  /** The commit of the branch as the plan knew it; absent if there is no such branch. */
  readonly tip?: string;
  readonly specIds: ReadonlySet<string>;
  readonly prune: boolean;
}

/** Which take an entry is; nothing if its edit has one only. */
export function describeTake({ take }: Pick<PlannedEdit, 'take'>): Pick<LockEntry, 'take' | 'isKept'> {
  return take === undefined ? {} : { take: take.number, ...(take.isKept && { isKept: true as const }) };
}

type WritableEntry = { -readonly [K in keyof LockEntry]: LockEntry[K] };

/** An entry of these pictures on the branch, as the take that an edit is now. */
export function withTake(entry: LockEntry, edit: Pick<PlannedEdit, 'take'>): LockEntry {
  const copy: WritableEntry = { ...entry };
  delete copy.take;
  delete copy.isKept;
  delete copy.stored;
  delete copy.heldBy;
  return { ...copy, ...describeTake(edit) };
}

/** Takes the pictures of a take off the branch. Its entry stays, and says which commit has them; pure. */
export function setAside(
  edit: PlannedEdit,
  { from, entry, on }: Extract<PlannedAction, { readonly kind: 'aside' }>,
  { tip }: Pick<TakeFacts, 'tip'>,
): readonly BranchChange[] {
  if (on?.kind === 'base') return [];
  const { stored = 'aside', heldBy = on?.commit ?? tip } = entry;
  const owner = from === edit.id && entry.spec === undefined ? {} : { spec: edit.at.file };
  const aside: LockEntry = {
    ...withTake(entry, edit),
    ...owner,
    stored,
    ...(heldBy !== undefined && { heldBy }),
  };
  return from === edit.id && isDeepStrictEqual(aside, entry)
    ? []
    : [{ id: edit.id, entry: aside, sources: [] }];
}

/**
 * With `prune`, takes that the spec no longer has, of edits that it still has, are discarded: their files leave the branch, and
 * their entries stay, so that they are not made and paid for again unless someone asks for it; pure. `taken`: ids whose pictures another edit takes over.
 */
export function discardTakes(facts: TakeFacts, taken: ReadonlySet<string>): readonly BranchChange[] {
  if (!facts.prune) return [];
  return listLeftTakes(facts).flatMap(([id, entry]): readonly BranchChange[] => {
    if (entry.stored === 'discarded' || taken.has(id)) return [];
    const heldBy = entry.stored === undefined ? facts.tip : entry.heldBy;
    const discarded: WritableEntry = {
      ...entry,
      stored: 'discarded',
      ...(heldBy !== undefined && { heldBy }),
    };
    delete discarded.isKept;
    return [{ id, entry: discarded, sources: [] }];
  });
}

/** Ids whose entries and files `prune` removes: edits that no spec has anymore; pure. */
export function listPruned(facts: Omit<TakeFacts, 'prune'>): readonly string[] {
  const discarded = new Set(listLeftTakes(facts).map(([id]) => id));
  return [...facts.recorded.lock.edits.keys()].filter((id) => !facts.specIds.has(id) && !discarded.has(id));
}

/** Takes that the spec no longer has, of edits that it still has. */
function listLeftTakes({
  recorded,
  specIds,
}: Pick<TakeFacts, 'recorded' | 'specIds'>): readonly (readonly [id: string, entry: LockEntry])[] {
  const edits = new Set([...specIds].map(editOfTake));
  return [...recorded.lock.edits].filter(
    ([id, { take }]) => take !== undefined && !specIds.has(id) && edits.has(editOfTake(id)),
  );
}
