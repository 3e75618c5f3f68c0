import type { LockEntry } from '../../lock/types.ts';
import type { MediaFile } from '../../media/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';

/** What an entry tells besides its edit's outcome. */
export interface EntryFacts {
  /** The model's id. */
  readonly model: string;
  readonly actionVersion: string;
  /** Commit of the spec; absent where the runner named none. */
  readonly specCommit?: string;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** The lock entry of an edit that succeeded. Throws where the outcome has no request id or no files, as it then must. */
export function recordEdit(outcome: EditOutcome, facts: EntryFacts): LockEntry {
  const { edit, requestId, costUsd, files, submittedAtMs = facts.nowMs } = outcome;
  if (requestId === undefined || files.length === 0)
    throw new Error(`${edit.id} succeeded without a request id or without files`);
  return {
    fingerprint: edit.fingerprint,
    model: facts.model,
    input: edit.lockedInput,
    requestId,
    ...(costUsd !== undefined && { costUsd }),
    submittedAt: new Date(submittedAtMs).toISOString(),
    finishedAt: new Date(finishedAtMs(outcome, facts.nowMs)).toISOString(),
    files: files.map(describeFile),
    actionVersion: facts.actionVersion,
    ...(facts.specCommit !== undefined && { specCommit: facts.specCommit }),
  };
}

/** When its last file came, as far as its phases tell; at the latest now. */
function finishedAtMs({ submittedAtMs, timings }: EditOutcome, nowMs: number): number {
  const { queuedMs, runningMs = 0, downloadMs = 0 } = timings;
  if (submittedAtMs === undefined || queuedMs === undefined) return nowMs;
  return Math.min(nowMs, submittedAtMs + queuedMs + runningMs + downloadMs);
}

/** Without where it lies on disk. */
function describeFile({ path, sha256, bytes, type, width, height }: MediaFile): MediaFile {
  return {
    path,
    sha256,
    bytes,
    type,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}
