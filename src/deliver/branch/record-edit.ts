import type { LockEntry } from '../../lock/types.ts';
import type { MediaFile } from '../../media/types.ts';
import type { SucceededEdit } from '../../plan/outcome.ts';

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

/** The lock entry of an edit that succeeded. */
export function recordEdit(outcome: SucceededEdit, facts: EntryFacts): LockEntry {
  const { edit, job, costUsd, files } = outcome;
  return {
    fingerprint: edit.fingerprint,
    model: facts.model,
    input: edit.lockedInput,
    requestId: job.requestId,
    ...(costUsd !== undefined && { costUsd }),
    submittedAt: new Date(job.submittedAtMs).toISOString(),
    finishedAt: new Date(finishedAtMs(outcome, facts.nowMs)).toISOString(),
    files: files.map(describeFile),
    actionVersion: facts.actionVersion,
    ...(facts.specCommit !== undefined && { specCommit: facts.specCommit }),
  };
}

/** When its last file came, as far as its phases tell; at the latest now. */
function finishedAtMs({ job, timings }: SucceededEdit, nowMs: number): number {
  const { queuedMs, runningMs = 0, downloadMs = 0 } = timings;
  if (queuedMs === undefined) return nowMs;
  return Math.min(nowMs, job.submittedAtMs + queuedMs + runningMs + downloadMs);
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
