import type { Recorded } from '../lock/types.ts';
import type { Problem } from '../shared/problem.ts';
import { hasPictures } from './outputs.ts';
import type { PlannedEdit } from './types.ts';

/**
 * What is wrong with the kept takes of a plan: a choice that was made among other pictures, and pictures that are not to be had
 * anymore; pure. Both are errors before anything is paid for; a plan that is only to be read has the first one as a warning.
 */
export function checkKept(
  edits: readonly PlannedEdit[],
  { lock }: Pick<Recorded, 'lock'>,
  mode: 'apply' | 'plan',
): readonly Problem[] {
  const discarded = new Set(
    [...lock.edits.values()].flatMap(({ stored, fingerprint }) =>
      stored === undefined ? [] : [fingerprint],
    ),
  );
  return edits.flatMap((edit): readonly Problem[] => {
    const { id, take, action, fingerprint, frozen, at } = edit;
    if (frozen || hasPictures(action)) return [];
    const isWanted = take === undefined || take.isKept;
    if (isWanted && action.kind === 'skip' && discarded.has(fingerprint)) {
      const message = `\`${id}\` has no pictures: ${action.reason}.`;
      return [{ severity: 'error', message, at }];
    }
    const entry = lock.edits.get(id);
    const isOfOthers = entry !== undefined && entry.fingerprint !== fingerprint;
    if (take?.isKept !== true || !take.isChosen || !isOfOthers) return [];
    const message =
      `\`keep\` says that take ${take.number} of \`${take.edit}\` is kept, but that choice was made among other pictures: what the edit asks for has changed since. ` +
      'Remove `keep` to have new takes made, and choose among those; or go back to what the edit asked for.';
    return [{ severity: mode === 'apply' ? 'error' : 'warning', message, at }];
  });
}
