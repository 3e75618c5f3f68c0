import type { EditOutcome } from '../../plan/outcome.ts';
import { isUntouched } from '../../plan/outputs.ts';
import { isThere } from '../../report/decide-outcome.ts';
import { foldPath } from '../../shared/fold-path.ts';
import { editOfTake } from '../../shared/take-id.ts';

/**
 * The outcomes, with takes left where they are if they were to make room for the kept take and that one has no pictures: the
 * output of an edit is never empty because another take of it could not be made. What was the picture of the edit stays that, with
 * its renditions; pure. `specIds`: every id of the spec. What another edit has of the same request is not an edit's own. A place
 * that another edit's pictures get is not kept either: neither could be delivered. Such a take goes where the plan has it.
 */
export function holdBackTakes(
  edits: readonly EditOutcome[],
  specIds: ReadonlySet<string>,
): readonly EditOutcome[] {
  const there = new Set(
    edits.flatMap(({ edit: { take }, state }) =>
      take?.isKept === true && isThere({ state }) ? [take.edit] : [],
    ),
  );
  const given = listPlaces(edits);
  const held = new Set<string>();
  const editIds = new Set([...specIds].map(editOfTake));
  const ofKept = new Map(
    edits.flatMap(({ edit: { take, pictures } }) =>
      take?.isKept === true && pictures !== undefined ? [[take.edit, pictures] as const] : [],
    ),
  );
  return edits.map((outcome): EditOutcome => {
    const { edit } = outcome;
    const { take, action } = edit;
    if (outcome.state !== 'unchanged' || take === undefined || take.isKept || there.has(take.edit))
      return outcome;
    const isOnBranch =
      (action.kind === 'unchanged' || action.kind === 'aside') &&
      action.on === undefined &&
      action.entry.stored === undefined;
    if (!isOnBranch) return outcome;
    const { from, entry } = action;
    const isOfOther = editOfTake(from) !== take.edit && editIds.has(editOfTake(from));
    const isOwn = from === edit.id || (!specIds.has(from) && !isOfOther);
    // Of two edits that were renamed from the same one, one has its place.
    if (!isOwn || held.has(from)) return outcome;
    // A renamed edit that was held back has no place of its own: its old path is free in the spec.
    if (entry.files.some(({ path }) => (given.get(foldPath(path)) ?? edit.id) !== edit.id)) return outcome;
    held.add(from);
    const stays = { kind: 'unchanged', from, entry, files: entry.files } as const;
    if (entry.take !== undefined && entry.isKept !== true)
      return isUntouched(edit)
        ? outcome
        : { ...outcome, edit: { ...edit, action: stays }, unchangedFiles: entry.files };
    const pictures = ofKept.get(take.edit) ?? edit.pictures;
    const stillKept = {
      ...edit,
      take: { ...take, isKept: true },
      ...(pictures !== undefined && { pictures }),
      action: stays,
    };
    return { ...outcome, edit: stillKept, unchangedFiles: entry.files };
  });
}

/** The places that pictures get or have after the run, unless they are held back, with the ids of their edits. */
function listPlaces(edits: readonly EditOutcome[]): ReadonlyMap<string, string> {
  const there = edits.filter((outcome) => isThere(outcome) && outcome.edit.action.kind !== 'aside');
  return new Map(
    there.flatMap(({ edit: { id }, files, unchangedFiles }) =>
      [...files, ...unchangedFiles].map(({ path }) => [foldPath(path), id] as const),
    ),
  );
}
