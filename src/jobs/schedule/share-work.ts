import { hasPictures } from '../../plan/outputs.ts';
import type { Plan } from '../../plan/types.ts';
import { createReadPlanner } from '../follow/waiting/create-read-planner.ts';
import { createUploadMemory } from '../one-edit/upload-memory.ts';
import { RunStopped } from '../stop-reason.ts';
import type { JobChange, JobDeps, SharedWork } from '../types.ts';
import type { Service } from './open-service.ts';
import { renderChange } from './render-change.ts';
import type { SkipLines } from './skip-lines.ts';
import type { Tally } from './tally.ts';

/** Pictures in simultaneous submits. Each is in memory once; what is encoded of it is sent and forgotten. */
const UPLOAD_BYTES = 16 * 1024 * 1024;

export interface ShareDeps extends Pick<JobDeps, 'deadline' | 'log' | 'earlierPhases' | 'onChange'> {
  readonly tally: Pick<Tally, 'count'>;
  readonly skips: Pick<SkipLines, 'hold'>;
  readonly outputUrls: SharedWork['outputUrls'];
}

/** What the edits of a run share: its counts, the memory for uploads, and the signal that ends all submits at once. */
export function shareWork(
  plan: Plan,
  { tally, skips, outputUrls, deadline, log, earlierPhases, onChange }: ShareDeps,
): Omit<SharedWork, keyof Service> {
  const stop = new AbortController();
  const unchanged = plan.edits.filter(({ action }) => hasPictures(action));
  return {
    outputUrls,
    unchanged: new Map(unchanged.map((edit) => [edit.id, edit])),
    takenOutputs: plan.takenOutputs,
    reads: createReadPlanner(earlierPhases),
    uploadMemory: createUploadMemory(UPLOAD_BYTES),
    submitSignal: AbortSignal.any([deadline.signal, stop.signal]),
    stopRun: (message) => {
      stop.abort(new RunStopped('another edit failed in a way that would affect every edit', message));
    },
    onChange: (change: JobChange) => {
      tally.count(change);
      const isHeld = change.kind === 'ended' && skips.hold(change.outcome);
      const line = isHeld ? undefined : renderChange(change);
      if (line !== undefined) log.info(line);
      onChange(change);
    },
  };
}
