import type { ShardInput } from '../../inputs/parse-shard.ts';
import type { Turns } from '../../ledger/write/create-change-sender.ts';

/**
 * GitHub recommends at most 6 pushes a minute for a repository. The jobs of a plan together leave half of that for their first and last
 * pushes, some of which are refused because another job was faster, and for everyone else.
 */
const PUSHES_PER_MINUTE = 3;

/** However long the turns are, a lost machine leaves no more edits unknown than this. */
const MOST_OPEN = 128;

/**
 * Two jobs that push at the same moment refuse each other, so jobs that start together begin this far apart: reading and pushing takes
 * 2 s or more.
 */
const APART_MS = 3000;
const MOST_APART_MS = 60_000;

/**
 * When a job may write its ledger, so that all jobs together keep within the limit, and no two have the same turn; undefined if it has
 * no others beside it.
 */
export function paceOf(shard: ShardInput | undefined): Turns | undefined {
  if (shard?.kind !== 'part' || shard.index === 0 || shard.of === 1) return undefined;
  const { index, of } = shard;
  const everyMs = (of * 60_000) / PUSHES_PER_MINUTE;
  return {
    beginMs: Math.min((index - 1) * APART_MS, MOST_APART_MS),
    firstMs: (everyMs * index) / of,
    everyMs,
  };
}

/**
 * How many claims a job has open at most, so that it does not run out of them before its next turn: as many as are sent until
 * then, with a fifth more, and those that are about to be sent.
 */
export function countUntilTurn(everyMs: number, parallel: number, jobMs: number): number {
  return Math.min(MOST_OPEN, Math.ceil((1.2 * parallel * everyMs) / jobMs) + parallel);
}
