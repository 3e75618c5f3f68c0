import { otherNameOf } from '../../shared/take-id.ts';
import type { PlannedEdit } from '../types.ts';
import type { OrphanedEdit, ReviewFacts } from './types.ts';

/**
 * Finished edits that no spec asks for, in the order of the lock: those of this spec, and of specs that are gone. Those
 * whose files move to a renamed edit are not among them.
 */
export function findOrphaned(
  edits: readonly PlannedEdit[],
  { recorded, spec, specIds, prune }: Pick<ReviewFacts, 'recorded' | 'spec' | 'specIds' | 'prune'>,
): readonly OrphanedEdit[] {
  const renamed = new Set(
    edits.flatMap(({ id, action }) => [
      otherNameOf(id) ?? id,
      ...(action.kind === 'unchanged' || action.kind === 'aside' ? [action.from] : []),
    ]),
  );
  return [...(recorded?.lock.edits ?? [])].flatMap(([id, entry]): readonly OrphanedEdit[] => {
    // A take that needs no files is only remembered.
    if (specIds.has(id) || renamed.has(id) || entry.stored !== undefined) return [];
    const isForeign = entry.spec !== undefined && entry.spec !== spec;
    return [
      {
        id,
        ...(isForeign && { spec: entry.spec }),
        files: entry.files.map(({ path }) => path),
        isRemoved: prune,
      },
    ];
  });
}
