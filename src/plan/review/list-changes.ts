import { describeUnknown } from '../../ledger/life/describe-entry.ts';
import { findRepeated } from '../../ledger/life/judge-entry.ts';
import type { LockEntry } from '../../lock/types.ts';
import type { PlannedEdit } from '../types.ts';
import { compareEdit } from './compare-edit.ts';
import type { RecordedEdit } from './find-recorded.ts';
import type { EditChange, ReviewFacts } from './types.ts';

/** Why an edit is made again, and how the spec differs from what is recorded under its id, if anything is. */
export function listChanges(
  edit: PlannedEdit,
  found: RecordedEdit | undefined,
  facts: ReviewFacts,
  willChange: (id: string) => boolean,
): readonly EditChange[] {
  const again = listRepeated(edit, facts.nowMs);
  if (found === undefined) return again;
  const { entry: own, paths } = found;
  const isMade = !['unchanged', 'adopt', 'aside', 'skip'].includes(edit.action.kind);
  const isForced = isMade && facts.forced.has(edit.id) && !edit.frozen;
  const missing = own.files.map(({ path }) => path).filter((path) => !paths.has(path));
  return [
    ...(isForced ? [{ kind: 'forced' } as const] : []),
    ...(missing.length > 0 ? [{ kind: 'missing-files', paths: missing } as const] : []),
    ...again,
    ...listDifferences(edit, own, facts, willChange),
  ];
}

function listDifferences(
  edit: PlannedEdit,
  own: LockEntry,
  facts: ReviewFacts,
  willChange: (id: string) => boolean,
): readonly EditChange[] {
  if (own.fingerprint === edit.fingerprint) return [];
  const differences = compareEdit(edit, own, { ...facts, changes: willChange });
  if (differences.length > 0) return differences;
  // The input may be the same nevertheless: the entry was edited by hand, or its fingerprint has an older form.
  const [before, after] = [own.fingerprint.slice(0, 12), edit.fingerprint.slice(0, 12)];
  return [{ kind: 'setting', name: 'fingerprint', before, after }];
}

/** An attempt that was, or may have been, paid for, and that is repeated with consent. */
function listRepeated({ action }: PlannedEdit, nowMs: number): readonly EditChange[] {
  if (action.kind !== 'submit') return [];
  const entry = findRepeated(action.over);
  return entry === undefined ? [] : [{ kind: 'again', what: describeUnknown(entry, nowMs) }];
}
