import { describeUnknown } from '../../ledger/life/describe-entry.ts';
import { formatAge } from '../../shared/format-age.ts';
import { isUntouched } from '../outputs.ts';
import type { PlannedAction, PlannedEdit } from '../types.ts';
import type { EditStatus, PendingStatus, ReviewFacts } from './types.ts';

/** What a plan does about an edit, in the words of a reader. `blockedBy`: the edit on hold that it needs, if it does. */
export function judgeStatus(
  edit: PlannedEdit,
  blockedBy: string | undefined,
  { recorded, specIds, nowMs }: Pick<ReviewFacts, 'recorded' | 'specIds' | 'nowMs'>,
): EditStatus {
  if (blockedBy !== undefined) return { kind: 'blocked', by: blockedBy };
  const { id, action, frozen } = edit;
  switch (action.kind) {
    case 'submit':
      return { kind: recorded?.lock.edits.has(id) === true ? 'changed' : 'new' };
    case 'collect':
    case 'other-run':
    case 'hold':
      return judgePending(action, nowMs);
    case 'share':
      return { kind: 'shared', with: action.with };
    case 'unchanged':
      return judgeUnchanged(edit, action, specIds);
    case 'skip':
      return frozen ? { kind: 'frozen', hasPictures: false } : { kind: 'skipped', reason: action.reason };
  }
}

type Unchanged = Extract<PlannedAction, { readonly kind: 'unchanged' }>;

function judgeUnchanged(
  edit: PlannedEdit,
  { from, entry, files }: Unchanged,
  specIds: ReadonlySet<string>,
): EditStatus {
  if (!isUntouched(edit)) {
    const moves = entry.files.map(({ path }, index) => ({ from: path, to: files[index]?.path ?? path }));
    return { kind: 'moved', from, isCopied: from !== edit.id && specIds.has(from), files: moves };
  }
  if (edit.frozen) return { kind: 'frozen', hasPictures: true };
  const isOutdated = entry.fingerprint !== edit.fingerprint;
  return { kind: 'unchanged', ...(isOutdated && { newerCommit: entry.specCommit ?? '' }) };
}

type Pending = Extract<PlannedAction, { readonly kind: PendingStatus['why'] }>;

function judgePending({ kind, entry }: Pending, nowMs: number): PendingStatus {
  const runUrl = entry.step.url;
  switch (kind) {
    case 'collect': {
      const { requestId, submittedAtMs } = entry;
      const what = `already paid for, submitted ${formatAge(nowMs - submittedAtMs)} ago: its pictures are collected, and nothing is paid again`;
      return { kind: 'pending', why: kind, what, runUrl, requestId };
    }
    case 'other-run':
      return {
        kind: 'pending',
        why: kind,
        what: 'another run is working on it and pays for it; it is sent only if that run ends without sending it',
        runUrl,
      };
    case 'hold': {
      const requestId = 'requestId' in entry ? { requestId: entry.requestId } : {};
      return { kind: 'pending', why: kind, what: describeUnknown(entry, nowMs), runUrl, ...requestId };
    }
  }
}
