import type { JobChange } from '../types.ts';

/** The state of a run's edits, in numbers. */
export interface Counts {
  readonly total: number;
  /** Ended in any state. */
  readonly done: number;
  /** Ended without pictures, and not left out on purpose. */
  readonly failed: number;
  readonly running: number;
  readonly queued: number;
}

export interface Tally {
  count(change: JobChange): void;
  counts(): Counts;
}

/** Counts edits by what happened to each of them last. */
export function createTally(total: number): Tally {
  const phases = new Map<string, 'queued' | 'running'>();
  let done = 0;
  let failed = 0;
  return {
    count: (change) => {
      switch (change.kind) {
        case 'submitting':
        case 'submitted':
        case 'collecting':
        case 'queued':
          phases.set(change.edit.id, 'queued');
          break;
        case 'running':
        case 'downloading':
          phases.set(change.edit.id, 'running');
          break;
        case 'other-run':
          phases.delete(change.edit.id); // it may have been about to be sent
          break;
        case 'unrecognized':
          break;
        case 'ended': {
          const { state, edit } = change.outcome;
          phases.delete(edit.id);
          done += 1;
          const hasPictures = state === 'succeeded' || state === 'unchanged' || state === 'adopted';
          if (!hasPictures && edit.action.kind !== 'skip') failed += 1;
        }
      }
    },
    counts: () => {
      const running = [...phases.values()].filter((phase) => phase === 'running').length;
      return { total, done, failed, running, queued: phases.size - running };
    },
  };
}
