import type { LockEntry } from '../lock/types.ts';
import type { Clause } from '../shared/sentence.ts';
import type { Finder } from './find-finished.ts';
import type { PlannedAction, PlannedEdit } from './types.ts';

type Undecided = Omit<PlannedEdit, 'action'>;

/** What it depends on whether a take is set aside. */
interface AsideFacts {
  readonly finished: Finder;
  readonly forced: ReadonlySet<string>;
  readonly takesOnBranch?: boolean;
}

/** Whether the pictures of a take do not stay on the branch: another take is kept. */
export function isAside({ take }: Pick<Undecided, 'take'>, takesOnBranch: boolean | undefined): boolean {
  return take !== undefined && !take.isKept && takesOnBranch !== true;
}

/**
 * What to do with a take that is not kept and whose pictures exist; undefined for everything else, and for pictures of other
 * branches: those are brought here first. `recordedOwn`: its own entry on the branch, whatever it was made from.
 */
export function decideAside(
  edit: Undecided,
  recordedOwn: LockEntry | undefined,
  { finished, forced, takesOnBranch }: AsideFacts,
): PlannedAction | undefined {
  if (!isAside(edit, takesOnBranch) || (forced.has(edit.id) && !edit.frozen)) return undefined;
  // A frozen take stays as it is, whatever the spec says by now, even if another edit has that.
  if (edit.frozen && recordedOwn?.stored !== undefined && recordedOwn.fingerprint !== edit.fingerprint)
    return { kind: 'aside', from: edit.id, entry: recordedOwn };
  // What it has comes before what another edit has of the same request: that one may be made again, or move.
  const own = finished.findOwnAside(edit);
  if (own?.entry.heldBy !== undefined) return { kind: 'aside', from: own.id, entry: own.entry };
  const there = finished.find(edit);
  if (there !== undefined) {
    const { id: from, entry, on } = there;
    if (on !== undefined && on.kind !== 'history') return undefined;
    if (on === undefined) finished.take(there);
    return { kind: 'aside', from, entry, ...(on !== undefined && { on }) };
  }
  const known = finished.findAside(edit);
  if (known !== undefined) {
    const { id: from, entry, on } = known;
    return { kind: 'aside', from, entry, ...(on !== undefined && { on }) };
  }
  return undefined;
}

/**
 * Why the pictures of a take are not to be had, although they were made: they were discarded, or are no longer in the branch's
 * history. Only `force` has them made again. Undefined if they were never made.
 */
export function describeLostTake(edit: Undecided, finished: Finder): Clause | undefined {
  const known = finished.findAside(edit);
  // An edit with one picture is made again then, as if the picture was an older one of it.
  if (known?.entry.take === undefined) return undefined;
  const why = known.entry.stored === 'discarded' ? 'were discarded' : 'were set aside';
  return `its pictures ${why}, and cannot be taken from the branch's history; \`force: ${edit.id}\` has them made again`;
}
