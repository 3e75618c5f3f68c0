import type { DownloadedFile } from '../../download/types.ts';
import { contentsOf } from '../../lock/locked-contents.ts';
import { MOST_USD, type LockedFile, type LockedReference, type LockEntry } from '../../lock/types.ts';
import type { SucceededEdit } from '../../plan/outcome.ts';
import type { InspectedFile } from '../../references/types.ts';
import type { PlannedEdit } from '../../plan/types.ts';
import { MODEL } from '../../shared/model.ts';
import { describeTake } from './plan-takes.ts';

/** What an entry records besides its edit's outcome. */
export interface RecordFacts {
  readonly actionVersion: string;
  /** Commit of the spec; absent if the runner named none. */
  readonly specCommit?: string;
  /** A commit that has a file with the bytes that were sent, if one is known. */
  readonly commitOf?: (file: InspectedFile) => string | undefined;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** The lock entry of an edit that succeeded. Throws if it has no files: then the lock file could not be read again. */
export function recordEdit(outcome: SucceededEdit, facts: RecordFacts): LockEntry {
  const { edit, job, costUsd, files, timings } = outcome;
  if (files.length === 0) throw new Error(`${edit.id} succeeded without files`);
  if (files.some(({ type }) => type === 'application/octet-stream'))
    throw new Error(`Bug: ${edit.id} would bring a file of unknown type to the branch`);
  const references = describeReferences(edit, facts);
  return {
    spec: edit.at.file,
    ...describeTake(edit),
    fingerprint: edit.fingerprint,
    model: edit.model,
    ...(edit.model !== MODEL && edit.published !== undefined && { modelSchema: edit.published.digest }),
    input: edit.lockedInput,
    ...(references.length > 0 && { references }),
    ...(edit.pictures?.alt !== undefined && { alt: edit.pictures.alt }),
    requestId: job.requestId,
    ...(costUsd !== undefined && costUsd <= MOST_USD && { costUsd }),
    submittedAt: new Date(job.submittedAtMs).toISOString(),
    finishedAt: new Date(finishedAtMs(outcome, facts.nowMs)).toISOString(),
    // Phases have times only if this run followed the job from its submit on. One below 0 would make the lock unreadable.
    ...(timings.queuedMs !== undefined && { queuedMs: Math.max(0, Math.round(timings.queuedMs)) }),
    ...(timings.runningMs !== undefined && { runningMs: Math.max(0, Math.round(timings.runningMs)) }),
    files: files.map(describeFile),
    actionVersion: facts.actionVersion,
    ...(facts.specCommit !== undefined && { specCommit: facts.specCommit }),
  };
}

/** What the spec calls the input's references by content; for a hosted picture, its address is enough. */
function describeReferences(
  { images, lockedInput }: PlannedEdit,
  { commitOf }: Pick<RecordFacts, 'commitOf'>,
): readonly LockedReference[] {
  const contents = contentsOf(images, lockedInput);
  return images.flatMap((image, index): readonly LockedReference[] => {
    const content = contents[index];
    if (typeof content !== 'string' || image.kind === 'url') return [];
    if (image.kind === 'edit') return [{ content, edit: image.id }];
    const commit = commitOf?.(image);
    return [{ content, path: image.path, ...(commit !== undefined && { commit }) }];
  });
}

/** When its last file came, according to its phases; now at the latest, and not before the submit if the clock is slow. */
function finishedAtMs({ job, timings }: SucceededEdit, nowMs: number): number {
  const { queuedMs, runningMs = 0, downloadMs = 0 } = timings;
  const byPhases = queuedMs === undefined ? nowMs : job.submittedAtMs + queuedMs + runningMs + downloadMs;
  return Math.max(job.submittedAtMs, Math.min(nowMs, byPhases));
}

/** Without its path on this machine. */
function describeFile({ path, sha256, bytes, type, width, height, carries }: DownloadedFile): LockedFile {
  return {
    path,
    sha256,
    bytes,
    type,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(carries !== undefined && { carries }),
  };
}
