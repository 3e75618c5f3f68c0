import { isDeepStrictEqual } from 'node:util';

import { filesOnBranch } from '../../lock/has-files.ts';
import { withoutHistory } from '../../lock/remember-past.ts';
import type { LockEntry, Recorded } from '../../lock/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import type { PlannedAction, PlannedEdit } from '../../plan/types.ts';
import { foldPath } from '../../shared/fold-path.ts';
import { otherNameOf } from '../../shared/take-id.ts';
import { discardTakes, listPruned, rememberReplaced, setAside, withTake } from './plan-takes.ts';
import { recordEdit, type RecordFacts } from './record-edit.ts';
import type { BranchChange, BranchChanges, FileSource } from './types.ts';

/** What the changes depend on besides the outcomes. */
export interface ChangeFacts extends RecordFacts {
  /** The branch as the plan knew it. */
  readonly recorded: Recorded;
  /** Its commit; absent if there is no such branch. */
  readonly tip?: string;
  /** Every id of the spec, also of edits that this run is not about, and of other specs that still exist. */
  readonly specIds: ReadonlySet<string>;
  /** Whether edits that the spec no longer has are removed from the branch. */
  readonly prune: boolean;
  /** Files of other branches that were copied to disk, as absolute paths by their SHA-256. */
  readonly copies: ReadonlyMap<string, string>;
}

/**
 * What the branch is to become after a run: new pictures, and those that moved with a new id or output path. An edit
 * that did not succeed keeps what it has there, unless another edit's pictures are now at its path. An outcome that is
 * `unchanged` at its paths makes no change, so an unchanged spec makes none at all.
 */
export function planChanges(outcomes: readonly EditOutcome[], facts: ChangeFacts): BranchChanges {
  const made = outcomes.flatMap((outcome) => changeOf(outcome, facts));
  const replaced = new Set([...renamedAway(outcomes, facts), ...listOtherNames(made, facts)]);
  const decided = new Set([...replaced, ...made.map(({ id }) => id)]);
  const overwritten = listReplaced(made, outcomes, facts).filter((id) => !decided.has(id));
  const hidden = listSuperseded(outcomes, facts).filter((id) => !decided.has(id));
  const remembered = rememberReplaced([...overwritten, ...hidden], facts);
  const gone = new Set([...replaced, ...remembered.map(({ id }) => id)]);
  const set = [...made, ...remembered, ...discardTakes(facts, gone)];
  const remove = new Set([...replaced, ...overwritten, ...hidden, ...(facts.prune ? listPruned(facts) : [])]);
  for (const { id } of set) remove.delete(id);
  const published = outcomes.flatMap(({ edit }) => (edit.published === undefined ? [] : [edit.published]));
  const models = published.map(({ id, digest, schema }) => [id, { digest, schema }] as const);
  return {
    set,
    remove: [...remove].toSorted(),
    ...(models.length > 0 && { models: Object.fromEntries(models) }),
  };
}

function changeOf(outcome: EditOutcome, facts: ChangeFacts): readonly BranchChange[] {
  const { edit, state } = outcome;
  if (outcome.state === 'succeeded') {
    const sources = outcome.files.map(({ absolutePath }) => ({ kind: 'disk' as const, absolutePath }));
    return [{ id: edit.id, entry: recordEdit(outcome, facts), sources }];
  }
  if (edit.action.kind === 'aside') return setAside(edit, edit.action, facts);
  if (state === 'adopted' && edit.action.kind === 'adopt') return [copyOf(edit, edit.action, facts)];
  if (state !== 'unchanged' || edit.action.kind !== 'unchanged') return [];
  if (edit.action.on !== undefined) return [];
  const { from, entry } = edit.action;
  // An entry that is copied or taken over belongs to this spec from now on.
  const isOwnAlready = from === edit.id && entry.spec === undefined;
  const owner = isOwnAlready ? {} : { spec: edit.at.file };
  const moved: LockEntry = { ...withAlt(withTake(entry, edit), edit), ...owner, files: edit.action.files };
  if (from === edit.id && isDeepStrictEqual(moved, entry)) return [];
  const sources = entry.files.map(({ path }) => ({ kind: 'branch' as const, path }));
  return [{ id: edit.id, entry: moved, sources }];
}

/** The entry with the alternative text that the spec has now, which is no part of the fingerprint. */
function withAlt(entry: LockEntry, { pictures }: PlannedEdit): LockEntry {
  const copy: { -readonly [K in keyof LockEntry]: LockEntry[K] } = { ...entry };
  if (pictures?.alt === undefined) delete copy.alt;
  else copy.alt = pictures.alt;
  return copy;
}

/** A finished edit of another branch, as it is on this one. */
function copyOf(
  edit: PlannedEdit,
  { entry, files }: Extract<PlannedAction, { readonly kind: 'adopt' }>,
  { copies, specCommit }: ChangeFacts,
): BranchChange {
  const sources = files.map(({ sha256 }): FileSource => {
    const absolutePath = copies.get(sha256);
    if (absolutePath === undefined) throw new Error(`Bug: a picture of ${edit.id} was not fetched`);
    return { kind: 'copy', absolutePath };
  });
  const adopted = { ...withTake(entry, edit), spec: edit.at.file, files };
  // A preview has no lasting commit. This run's spec asks for these pictures: runs of older commits keep them.
  // Its older pictures are in the history of the other branch, which may be deleted at any time.
  return {
    id: edit.id,
    entry: withAlt(withoutHistory(specCommit === undefined ? adopted : { ...adopted, specCommit }), edit),
    sources,
  };
}

/**
 * Ids whose pictures are on the base branch: other ones on this branch would hide them. Those are remembered, as the spec may go back
 * to them.
 */
function listSuperseded(outcomes: readonly EditOutcome[], { recorded }: ChangeFacts): readonly string[] {
  return outcomes.flatMap(({ edit: { id, action } }) => {
    const entry = recorded.lock.edits.get(id);
    const isHidden = action.kind === 'unchanged' && action.on !== undefined;
    return isHidden && entry !== undefined && entry.stored === undefined ? [id] : [];
  });
}

/** Ids that the spec no longer has and whose pictures an edit of this run took over. */
function renamedAway(outcomes: readonly EditOutcome[], { specIds }: ChangeFacts): readonly string[] {
  return outcomes.flatMap(({ edit, state }) =>
    state === 'unchanged' &&
    (edit.action.kind === 'unchanged' || edit.action.kind === 'aside') &&
    !specIds.has(edit.action.from)
      ? [edit.action.from]
      : [],
  );
}

/**
 * Ids whose recorded files are where an edit of this run puts its own: edits that left the spec, or that were to be
 * made again and were not. Edits that are frozen, or that this run is not about, are not replaced.
 */
function listReplaced(
  set: readonly BranchChange[],
  outcomes: readonly EditOutcome[],
  { recorded, specIds }: ChangeFacts,
): readonly string[] {
  const taken = new Set(set.flatMap(({ entry }) => filesOnBranch(entry).map(({ path }) => foldPath(path))));
  const notMade = new Set(outcomes.filter(({ state }) => state !== 'unchanged').map(({ edit }) => edit.id));
  return [...recorded.lock.edits]
    .filter(([id]) => !specIds.has(id) || notMade.has(id))
    .filter(([, entry]) => filesOnBranch(entry).some(({ path }) => taken.has(foldPath(path))))
    .map(([id]) => id);
}

/** Ids that edits of this run had before their takes were counted otherwise: the new entries replace those. */
function listOtherNames(
  set: readonly BranchChange[],
  { recorded, specIds }: Pick<ChangeFacts, 'recorded' | 'specIds'>,
): readonly string[] {
  return set.flatMap(({ id }) => {
    const other = otherNameOf(id);
    const isReplaced = other !== undefined && !specIds.has(other) && recorded.lock.edits.has(other);
    return isReplaced ? [other] : [];
  });
}
