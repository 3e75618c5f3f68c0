import type { Recorded } from '../lock/types.ts';
import { foldPath } from '../shared/fold-path.ts';
import type { Problem } from '../shared/problem.ts';
import { isStill } from './is-still.ts';
import type { PlannedEdit } from './types.ts';

/**
 * Finds edits whose pictures would come where those of another edit stay, since that one is frozen or this run is not
 * about it. They could not be committed, so it is told before they are paid for. `specIds` are those of the whole spec.
 */
export function checkPlaces(
  edits: readonly PlannedEdit[],
  { lock }: Recorded,
  specIds: ReadonlySet<string>,
): readonly Problem[] {
  const planned = new Map(edits.map((edit) => [edit.id, edit]));
  const owners = new Map<string, string>();
  for (const [id, { files }] of lock.edits) {
    const edit = planned.get(id);
    const stays = edit === undefined ? specIds.has(id) : isStill(edit) || edit.action.kind === 'skip';
    if (stays) for (const { path } of files) for (const key of keysOf(path)) owners.set(key, id);
  }
  return edits.flatMap((edit): readonly Problem[] => {
    const place = isStill(edit) ? undefined : placesOf(edit).find((key) => owners.has(key));
    const owner = place === undefined ? undefined : owners.get(place);
    if (owner === undefined) return [];
    const why = planned.has(owner)
      ? 'is frozen, so they stay there. Take `frozen` away'
      : 'is not part of this run, so they stay there. Let `only` name both';
    const message = `The pictures of \`${edit.id}\` cannot go to \`${edit.output}\`: those of \`${owner}\` are there on the branch, and it ${why}, or choose another \`output\`.`;
    return [{ severity: 'error', message, at: edit.at }];
  });
}

/** A file's folded path; also without its extension, and without its number too. */
function keysOf(path: string): readonly string[] {
  const key = foldPath(path);
  const stem = key.replace(/\.\w+$/, '');
  return [key, stem, stem.replace(/-[1-9]\d*$/, '-*')];
}

/** The keys by which an edit's pictures would meet others. Number and types of those to be made are not known yet. */
function placesOf({ output, forceSingle, action }: PlannedEdit): readonly string[] {
  switch (action.kind) {
    case 'skip':
    case 'hold':
      return [];
    case 'unchanged':
      return action.files.map(({ path }) => foldPath(path));
    case 'submit':
    case 'collect':
    case 'other-run':
    case 'share':
      return forceSingle ? [foldPath(output)] : [foldPath(output), foldPath(`${output}-*`)];
  }
}
