import { isWhole } from '../../lock/has-files.ts';
import type { Recorded } from '../../lock/types.ts';
import type { InspectedEdit } from '../../references/types.ts';
import { planEdits, type PlanOptions } from '../plan-edits.ts';

/**
 * The fingerprints that a spec asks for, now and once nothing of it is frozen anymore; pure. A frozen edit keeps an older
 * picture, and edits that use it are made from that one.
 */
export function listWantedFingerprints(
  edits: readonly InspectedEdit[],
  { spec, recorded }: Pick<PlanOptions, 'spec' | 'recorded'>,
): ReadonlySet<string> {
  const nothing = { spec, forced: new Set<string>() };
  const now = planEdits(edits, { ...nothing, ...(recorded !== undefined && { recorded }) });
  const unfrozen = planEdits(
    edits.map((edit) => ({ ...edit, frozen: false })),
    nothing,
  );
  return new Set([...now.edits, ...unfrozen.edits].map(({ fingerprint }) => fingerprint));
}

/**
 * The fingerprints whose pictures a branch has; pure. Those in its history do not count: it can be replaced, and they would
 * be paid for again.
 */
export function listPublished({ lock, paths }: Recorded): ReadonlySet<string> {
  return new Set(
    [...lock.edits.values()].flatMap((entry) => (isWhole(entry, paths) ? [entry.fingerprint] : [])),
  );
}
