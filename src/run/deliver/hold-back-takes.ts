import type { EditOutcome } from '../../plan/outcome.ts';
import { isUntouched } from '../../plan/outputs.ts';
import { isThere } from '../../report/decide-outcome.ts';

/**
 * The outcomes, with takes left where they are if they were to make room for the kept take and that one has no pictures: the
 * output of an edit is never empty because another take of it could not be made; pure.
 */
export function holdBackTakes(edits: readonly EditOutcome[]): readonly EditOutcome[] {
  const there = new Set(
    edits.flatMap(({ edit: { take }, state }) =>
      take?.isKept === true && isThere({ state }) ? [take.edit] : [],
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
    if (!isOnBranch || isUntouched(edit)) return outcome;
    const { from, entry } = action;
    const stays = { kind: 'unchanged', from, entry, files: entry.files } as const;
    return { ...outcome, edit: { ...edit, action: stays }, unchangedFiles: entry.files };
  });
}
