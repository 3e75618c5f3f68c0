import type { JudgedEntry } from './judge-entry.ts';

/** What one run knows about time and place. */
export interface RunStart {
  /** Unix ms, by the clock that the marks of deliveries are compared with. */
  readonly startedAtMs: number;
  /** Where its pictures are to go, as its claims name it. */
  readonly destination: string;
}

/**
 * Request ids whose pictures another run delivered after this one had begun: it takes what was made instead of paying
 * again. Without those on its own branch: it reads that again before it pays, and they are there. Pure.
 */
export function listDeliveredSince(
  judged: readonly JudgedEntry[],
  { startedAtMs, destination }: RunStart,
): ReadonlySet<string> {
  return new Set(
    judged.flatMap(({ verdict, entry }) => {
      if (verdict !== 'delivered' || entry.deliveredAtMs < startedAtMs) return [];
      const isOnOwnBranch = entry.destination === destination && destination !== ARTIFACT;
      return isOnOwnBranch ? [] : [entry.requestId];
    }),
  );
}

/** The destination of pictures that go to no branch. */
export const ARTIFACT = 'artifact';
