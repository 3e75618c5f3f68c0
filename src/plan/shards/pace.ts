import type { ShardInput } from '../../inputs/parse-shard.ts';

/**
 * GitHub recommends at most 6 pushes a minute for a repository. The jobs of a plan together leave a third of that for the pictures, which take
 * two pushes for each job, and for everyone else.
 */
const PUSHES_PER_MINUTE = 4;

/** However long the turns are, a lost machine leaves no more edits unknown than this. */
const MOST_OPEN = 128;

/** How far apart the writes of one job's ledger begin, in ms, so that all jobs together keep within the limit; 0: it is alone. */
export function paceOf(shard: ShardInput | undefined): number {
  // The first job and the last one have no others beside them.
  if (shard?.kind !== 'part' || shard.index === 0 || shard.of === 1) return 0;
  return (shard.of * 60_000) / PUSHES_PER_MINUTE;
}

/**
 * How many claims a job has open at most, so that it does not run out of them before its next turn: as many as are sent until
 * then, with a fifth more, and those that are about to be sent.
 */
export function countUntilTurn(paceMs: number, parallel: number, jobMs: number): number {
  return Math.min(MOST_OPEN, Math.ceil((1.2 * parallel * paceMs) / jobMs) + parallel);
}
