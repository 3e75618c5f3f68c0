import type { LockFile } from './types.ts';

/** How long a job was in the service's queue and at work, in milliseconds. */
export interface Phases {
  readonly queuedMs: number;
  readonly runningMs: number;
}

/** More would say little more, and older ones less. */
const MOST = 100;

/** The phases of these models' newest jobs that one run followed from submit to end, from some lock files; pure. */
export function listPhases(
  locks: readonly Pick<LockFile, 'edits'>[],
  models: ReadonlySet<string>,
): readonly Phases[] {
  // Several branches may record the same job.
  const byJob = new Map(
    locks.flatMap(({ edits }) => [...edits.values()].map((entry) => [entry.requestId, entry])),
  );
  return [...byJob.values()]
    .filter((entry) => models.has(entry.model))
    .toSorted((a, b) => Date.parse(b.finishedAt) - Date.parse(a.finishedAt))
    .flatMap(({ queuedMs, runningMs }) =>
      queuedMs === undefined || runningMs === undefined ? [] : [{ queuedMs, runningMs }],
    )
    .slice(0, MOST);
}
