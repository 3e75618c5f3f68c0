import { isDeepStrictEqual } from 'node:util';

import type { LockEntry, LockFile, Recorded } from '../../lock/types.ts';
import type { PlannedAction, PlannedEdit } from '../../plan/types.ts';
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
 * The changes that take those of the given takes off the branch again that a commit has brought to it: `there` are its
 * entries; pure.
 */
export function setBroughtAside(
  brought: readonly PlannedEdit[],
  there: LockFile['edits'],
  commit: string,
): readonly BranchChange[] {
  return brought.flatMap((edit) => {
    const entry = there.get(edit.id);
    return entry?.fingerprint === edit.fingerprint && entry.stored === undefined
      ? setAside(edit, { kind: 'aside', from: edit.id, entry }, { tip: commit })
      : [];
  });
}

/**
 * With `prune`, takes that the spec no longer has are discarded: their files leave the branch, and their entries stay, so that
 * they are not made and paid for again unless someone asks for it; pure. `taken`: ids whose pictures another edit takes over.
 */
export function discardTakes(facts: TakeFacts, taken: ReadonlySet<string>): readonly BranchChange[] {
  if (!facts.prune) return [];
  const left = [...facts.recorded.lock.edits].filter(
    ([id, { take }]) => take !== undefined && !facts.specIds.has(id),
  );
  return left.flatMap(([id, entry]) =>
    entry.stored === 'discarded' || taken.has(id) ? [] : [remember(id, entry, 'discarded', facts)],
  );
}

/**
 * What is remembered of these ids, whose places others have now: their entries stay, so that nothing is paid for again if the spec
 * asks for them later. `prune` forgets edits that the spec no longer has, and discards their takes; pure.
 */
export function rememberReplaced(ids: readonly string[], facts: TakeFacts): readonly BranchChange[] {
  const { recorded, specIds, prune, tip } = facts;
  return ids.flatMap((id) => {
    const entry = recorded.lock.edits.get(id);
    if (entry === undefined) return [];
    // Pictures that no commit is known to have cannot be taken from there.
    const isForgotten = entry.take === undefined && (tip === undefined || (prune && !specIds.has(id)));
    const isDiscarded = entry.stored === 'discarded' || (prune && !specIds.has(id));
    return isForgotten ? [] : [remember(id, entry, isDiscarded ? 'discarded' : 'aside', facts)];
  });
}

function remember(
  id: string,
  entry: LockEntry,
  stored: NonNullable<LockEntry['stored']>,
  { tip }: Pick<TakeFacts, 'tip'>,
): BranchChange {
  const heldBy = entry.stored === undefined ? tip : entry.heldBy;
  const remembered: WritableEntry = { ...entry, stored, ...(heldBy !== undefined && { heldBy }) };
  delete remembered.isKept;
  return { id, entry: remembered, sources: [] };
}

/** Ids whose entries and files `prune` removes: edits that no spec has anymore. Their takes are only discarded; pure. */
export function listPruned({
  recorded,
  specIds,
}: Pick<TakeFacts, 'recorded' | 'specIds'>): readonly string[] {
  const left = [...recorded.lock.edits].filter(([id, { take }]) => take === undefined && !specIds.has(id));
  return left.map(([id]) => id);
}
