import type { EditOutcome } from '../../plan/outcome.ts';
import { isUntouched } from '../../plan/outputs.ts';
import { namesOf, ownOnBranch } from '../../plan/own-on-branch.ts';
import { isThere } from '../../report/decide-outcome.ts';

/**
 * The outcomes, with takes left where they are if they were to make room for the kept take and that one has no pictures: the
 * output of an edit is never empty because another take of it could not be made. What was the picture of the edit stays that, with
 * its renditions; pure. `specIds`: every id of the spec.
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
  const held = new Set<string>();
  const names = namesOf(specIds);
  const ofKept = new Map(
    edits.flatMap(({ edit: { take, pictures } }) =>
      take?.isKept === true && pictures !== undefined ? [[take.edit, pictures] as const] : [],
    ),
  );
  return edits.map((outcome): EditOutcome => {
    const { edit } = outcome;
    const { take } = edit;
    if (outcome.state !== 'unchanged' || take === undefined || take.isKept || there.has(take.edit))
      return outcome;
    const own = ownOnBranch(edit, names);
    // Of two edits that were renamed from the same one, one has its place.
    if (own === undefined || held.has(own.from)) return outcome;
    const { from, entry } = own;
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
