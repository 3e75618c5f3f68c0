import { hasPictures } from '../outputs.ts';
import type { Plan } from '../types.ts';

/** Fingerprints of the pictures that are not there yet: only these may be copied from other branches; pure. */
export function listWanted({ edits }: Plan, forced: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    edits
      // A forced edit is made again on purpose, unless it is frozen.
      .filter(
        ({ id, frozen, action }) =>
          !hasPictures(action) && action.kind !== 'aside' && !(forced.has(id) && !frozen),
      )
      .map(({ fingerprint }) => fingerprint),
  );
}
