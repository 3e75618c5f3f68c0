import type { AcceptedEntry } from '../../ledger/life/types.ts';
import { hasPictures } from '../../plan/outputs.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { plural } from '../../shared/format.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Delivered } from '../deliver/deliver-run.ts';
import { isOwed } from '../deliver/fetch-unchanged.ts';

/**
 * What became of the pictures that an earlier run brought to the branch and could not upload; pure. Says nothing about
 * edits that are not part of this run.
 */
export function describeDebts(
  debts: readonly AcceptedEntry[],
  edits: readonly PlannedEdit[],
  { artifact, paidDebts }: Pick<Delivered, 'artifact' | 'paidDebts'>,
): readonly Problem[] {
  const paid = countPictures(paidDebts, edits);
  const unpaid = countPictures(
    debts.filter((debt) => !paidDebts.includes(debt)),
    edits,
  );
  const isOne = unpaid === 1;
  return [
    ...(paid === 0
      ? []
      : [
          `${plural(paid, 'picture')} of an earlier run, whose upload failed, ${paid === 1 ? 'is' : 'are'} in the artifact now.`,
        ]),
    // If the upload failed again, that is an error of its own.
    ...(unpaid === 0 || artifact.kind === 'failed'
      ? []
      : [
          `${plural(unpaid, 'picture')} of an earlier run, whose upload failed, could not be fetched from the branch, so the artifact does not hold ${isOne ? 'it' : 'them'}; the log says why. The next run tries again.`,
        ]),
  ].map((message) => ({ severity: 'warning', message }));
}

function countPictures(debts: readonly AcceptedEntry[], edits: readonly PlannedEdit[]): number {
  const owed = new Set(debts.map(({ requestId }) => requestId));
  return edits
    .filter((edit) => isOwed(edit, owed))
    .reduce((sum, { action }) => sum + (hasPictures(action) ? action.files.length : 0), 0);
}
