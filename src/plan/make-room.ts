import { clashKeysOf, keysOf } from './clash-keys.ts';
import { isAside } from './decide-aside.ts';
import { isNewer } from './newer-entries.ts';
import { outputFiles } from './outputs.ts';
import type { PlannedAction, PlannedEdit } from './types.ts';

/** What it depends on where takes go. */
interface RoomFacts {
  readonly newerCommits?: ReadonlySet<string>;
  readonly takesOnBranch?: boolean;
  /** Lower-case output paths of all edits. */
  readonly takenOutputs: ReadonlySet<string>;
}

/**
 * The edits of a plan; a frozen take that is where the kept one of its edit goes makes room for that, as any other take would:
 * `frozen` keeps pictures as they are, but which take is kept may change. Without it, the kept take could never be delivered; pure.
 */
export function makeRoom(edits: readonly PlannedEdit[], facts: RoomFacts): readonly PlannedEdit[] {
  const kept = new Map(edits.flatMap((edit) => (edit.take?.isKept === true ? [[edit.take.edit, edit]] : [])));
  return edits.map((edit) => {
    const { take, frozen, action } = edit;
    if (take === undefined || take.isKept || !frozen || action.kind !== 'unchanged') return edit;
    if (isNewer(action.entry, facts.newerCommits)) return edit;
    const place = kept.get(take.edit);
    const wanted = new Set(place === undefined ? [] : clashKeysOf(place));
    const isInTheWay = action.files.some(({ path }) => keysOf(path).some((key) => wanted.has(key)));
    return isInTheWay ? { ...edit, action: moveAway(edit, action, facts) } : edit;
  });
}

/** Where the take goes that is not kept: off the branch, or to a path of its own. */
function moveAway(
  edit: PlannedEdit,
  { from, entry, on }: Extract<PlannedAction, { readonly kind: 'unchanged' }>,
  { takesOnBranch, takenOutputs }: RoomFacts,
): PlannedAction {
  if (on === undefined && isAside(edit, takesOnBranch)) return { kind: 'aside', from, entry };
  const files = outputFiles(edit, entry, takenOutputs);
  return on === undefined
    ? { kind: 'unchanged', from, entry, files }
    : { kind: 'adopt', from, entry, files, on };
}
