import type { BranchDelivery } from '../../src/deliver/branch/types.ts';
import type { LockEntry } from '../../src/lock/types.ts';
import type { MediaFile } from '../../src/media/types.ts';
import type { EditOutcome } from '../../src/plan/outcome.ts';
import { sampleEdit, sampleFile, sampleOutcome } from './sample-run.ts';

/** A commit on the assets branch. */
export function sampleCommit(more: Partial<Committed> = {}): Committed {
  return {
    kind: 'committed',
    branch: 'assets',
    directory: '',
    commit: 'c0ffee1'.padEnd(40, '0'),
    changed: ['README.md', 'cutout.jpg', 'edits.lock.json'],
    warnings: [],
    left: [],
    ...more,
  };
}

type Committed = Extract<BranchDelivery, { kind: 'committed' }>;

/** An edit that is unchanged, with one file on the branch. */
export function keptOutcome(id: string, path = `${id}.jpg`): EditOutcome {
  const file = sampleFile(path);
  const entry = sampleEntry([file]);
  const action = { kind: 'unchanged', from: id, entry, files: [file] } as const;
  return sampleOutcome(id, 'unchanged', { unchangedFiles: [file] }, { action });
}

/** What the lock file records of a finished edit. */
export function sampleEntry(files: readonly MediaFile[], more: Partial<LockEntry> = {}): LockEntry {
  return {
    fingerprint: 'f'.repeat(64),
    model: 'bytedance/dreamina-4-0/edit',
    input: sampleEdit('any').lockedInput,
    requestId: 'req-1',
    submittedAt: '2026-11-22T09:30:00.000Z',
    finishedAt: '2026-11-22T09:31:00.000Z',
    files,
    actionVersion: '1.0.0',
    ...more,
  };
}
