import { isWhole } from './has-files.ts';
import type { LockEntry, Recorded } from './types.ts';

/** One name for a job and the pictures that it was asked for. */
export function nameJob({ fingerprint, requestId }: Pick<LockEntry, 'fingerprint' | 'requestId'>): string {
  return `${fingerprint} ${requestId}`;
}

/** The jobs (see `nameJob`) whose pictures are recorded, and are all still on the branch or set aside; pure. */
export function listJobs({ lock, paths }: Recorded): ReadonlySet<string> {
  const there = [...lock.edits.values()].filter((entry) => isWhole(entry, paths));
  return new Set(there.map(nameJob));
}
