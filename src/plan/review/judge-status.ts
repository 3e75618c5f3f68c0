import { describeUnknown } from '../../ledger/life/describe-entry.ts';
import { formatAge } from '../../shared/format-age.ts';
import { isSetAside, isUntouched } from '../outputs.ts';
import type { PlannedAction, PlannedEdit } from '../types.ts';
import { findRecorded } from './find-recorded.ts';
import type { EditStatus, PendingStatus, ReviewFacts } from './types.ts';

/** What a plan does about an edit, in the words of a reader. `blockedBy`: the edit on hold that it needs, if it does. */
export function judgeStatus(
  edit: PlannedEdit,
  blockedBy: string | undefined,
  { specIds, nowMs, ...facts }: Pick<ReviewFacts, 'recorded' | 'live' | 'specIds' | 'nowMs'>,
): EditStatus {
  if (blockedBy !== undefined) return { kind: 'blocked', by: blockedBy };
  const { id, action, frozen } = edit;
  switch (action.kind) {
    case 'submit':
      return { kind: findRecorded(id, facts) === undefined ? 'new' : 'changed' };
    case 'collect':
    case 'other-run':
    case 'hold':
      return judgePending(action, nowMs);
    case 'share':
      return { kind: 'shared', with: action.with };
    case 'unchanged':
      return judgeUnchanged(edit, action, specIds);
    case 'adopt': {
      const { from, on, entry, files } = action;
      return { kind: 'adopted', from, branch: on.branch, commit: on.commit, files: listMoves(entry, files) };
    }
    case 'aside':
      return isSetAside(edit) ? { kind: 'aside', from: action.from } : { kind: 'unchanged' };
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
    const isCopied = from !== edit.id && specIds.has(from);
    return { kind: 'moved', from, isCopied, files: listMoves(entry, files) };
  }
  if (edit.frozen) return { kind: 'frozen', hasPictures: true };
  const isOutdated = entry.fingerprint !== edit.fingerprint;
  return { kind: 'unchanged', ...(isOutdated && { newerCommit: entry.specCommit ?? '' }) };
}

function listMoves(
  { files: before }: Unchanged['entry'],
  files: Unchanged['files'],
): readonly { readonly from: string; readonly to: string }[] {
  return before.map(({ path }, index) => ({ from: path, to: files[index]?.path ?? path }));
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
