import type { JobChange } from '../../jobs/types.ts';
import type { Phases } from '../../lock/recorded-phases.ts';
import { countUntilTurn } from '../../plan/shards/pace.ts';
import { median } from '../../shared/median.ts';
import type { Clock } from '../../shared/ports.ts';

/** How many claims are to be open if the ledger is written in turns. */
export interface ClaimsUntilTurn {
  observe(change: JobChange): void;
  count(): number;
}

/** A job of a model whose times are not known. */
const USUAL_MS = 30_000;

/** So many of the newest jobs say how long one takes. */
const NEWEST = 20;

/**
 * Follows how long jobs take in this run; before the first has ended, those of `earlier` runs say it. The first batch is claimed
 * before anything is known of today.
 */
export function createClaimsUntilTurn(
  paceMs: number,
  maxParallel: number | 'auto',
  earlier: readonly Phases[],
  clock: Pick<Clock, 'monotonicMs'>,
): ClaimsUntilTurn {
  const since = new Map<string, number>();
  let lengths = earlier.slice(0, NEWEST).map(({ queuedMs, runningMs }) => queuedMs + runningMs);
  let hasOwn = false;
  let most = maxParallel === 'auto' ? 8 : maxParallel;

  return {
    observe: (change) => {
      switch (change.kind) {
        case 'submitted':
          since.set(change.edit.id, clock.monotonicMs());
          // `auto` may go higher.
          most = Math.max(most, since.size);
          break;
        case 'downloading':
        case 'ended': {
          const { id } = change.kind === 'ended' ? change.outcome.edit : change.edit;
          const atMs = since.get(id);
          if (atMs === undefined) break;
          since.delete(id);
          lengths = [...(hasOwn ? lengths : []), clock.monotonicMs() - atMs].slice(-NEWEST);
          hasOwn = true;
          break;
        }
        case 'submitting':
        case 'collecting':
        case 'other-run':
        case 'queued':
        case 'running':
        case 'unrecognized':
          break;
      }
    },
    count: () => countUntilTurn(paceMs, most, Math.max(median(lengths) ?? USUAL_MS, 1)),
  };
}
