import type { Recorded } from '../../lock/types.ts';
import { namesOf } from '../find-finished.ts';
import { hasPictures } from '../outputs.ts';
import type { Plan, PlannedEdit } from '../types.ts';

interface WantedFacts {
  readonly forced: ReadonlySet<string>;
  /** The run's own branch; absent if there is none. */
  readonly recorded?: Recorded;
  /** Every id of the spec. */
  readonly specIds: ReadonlySet<string>;
}

/** Fingerprints of the pictures that are not there yet: only these may be copied from other branches; pure. */
export function listWanted({ edits }: Plan, { forced, recorded, specIds }: WantedFacts): ReadonlySet<string> {
  const aside = Map.groupBy(
    [...(recorded?.lock.edits ?? [])].filter(([, { stored }]) => stored !== undefined),
    ([, { fingerprint }]) => fingerprint,
  );
  /** Whether an edit would get a copy of what another one has of the same request, although it had a picture of its own. */
  function isOfTwin({ id, fingerprint, action }: PlannedEdit): boolean {
    if (action.kind !== 'unchanged' || action.on !== undefined || action.from === id) return false;
    const names = namesOf(id, specIds);
    return (aside.get(fingerprint) ?? []).some(
      ([name, { requestId }]) =>
        requestId !== action.entry.requestId && (names.includes(name) || !specIds.has(name)),
    );
  }
  const isMissing = (edit: PlannedEdit): boolean =>
    (!hasPictures(edit.action) && edit.action.kind !== 'aside') || isOfTwin(edit);
  return new Set(
    edits
      // A forced edit is made again on purpose, unless it is frozen.
      .filter((edit) => isMissing(edit) && !(forced.has(edit.id) && !edit.frozen))
      .map(({ fingerprint }) => fingerprint),
  );
}
