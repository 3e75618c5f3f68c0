import type { Problem } from '../../shared/problem.ts';
import type { LedgerView } from '../ledger/ledger-view.ts';

/** What could not be read, and what is therefore not known: warnings, as a plan is of use without it. */
export function describeUnread(
  branchFaults: readonly Problem[],
  previewFaults: readonly Problem[],
  { found }: Pick<LedgerView, 'found'>,
): readonly Problem[] {
  const messages = [
    ...branchFaults.map(
      ({ message }) =>
        `${message} So it is not known which pictures are there already, and every edit counts as new.`,
    ),
    ...previewFaults.map(
      ({ message }) =>
        `${message} So it is not known what could be adopted, and such edits count as edits to make.`,
    ),
    ...(found.ok
      ? []
      : [
          `${found.error.message} So it is not known what other runs work on or have paid for, and such edits count as edits to make.`,
        ]),
  ];
  return messages.map((message) => ({ severity: 'warning', message }));
}
