import type { LockFile } from '../../lock/types.ts';
import { median } from '../../shared/median.ts';
import type { PlannedEdit } from '../types.ts';

/** How long each edit of a plan will be at the service, relative to the others. */
export type ExpectedDuration = (edit: Pick<PlannedEdit, 'id' | 'model'>) => number;

/**
 * How long edits are expected to take, from what the lock files of the branches recorded; pure, so that the same plan and the
 * same lock files give the same shards. An edit takes as long as it took before; one that was never made, as long as the middle one
 * of those of its model; if there are none, all take the same.
 */
export function expectDurations(locks: readonly Pick<LockFile, 'edits'>[]): ExpectedDuration {
  const byId = new Map<string, { readonly model: string; readonly ms: number }>();
  for (const { edits } of locks)
    for (const [id, { model, queuedMs, runningMs }] of edits)
      // What the queue did then says little about today; a job that was never seen at work took no time at all.
      if (queuedMs !== undefined && runningMs !== undefined && !byId.has(id))
        byId.set(id, { model, ms: Math.max(runningMs, 1) });
  const medians = new Map(
    [...Map.groupBy(byId.values(), ({ model }) => model)].map(([model, known]) => [
      model,
      median(known.map(({ ms }) => ms)) ?? 1,
    ]),
  );
  const usual = median([...medians.values()]) ?? 1;
  return ({ id, model }) => {
    const own = byId.get(id);
    return own?.model === model ? own.ms : (medians.get(model) ?? usual);
  };
}
