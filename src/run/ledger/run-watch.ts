import { judgeEntry } from '../../ledger/life/judge-entry.ts';
import type { Claimant, LedgerEntry } from '../../ledger/life/types.ts';
import type { GitHub } from '../../runner/ask-github.ts';
import type { World } from '../../runner/world.ts';

/** So long an answer counts: the REST API allows 1,000 questions an hour to all of a repository's jobs. */
const FRESH_MS = 60_000;

/** Judges entries of the ledger, and asks GitHub about the runs behind them where that matters. */
export interface RunWatch {
  /** What an entry means for this step; see `judgeEntry`. */
  judge(entry: LedgerEntry, signal: AbortSignal): Promise<ReturnType<typeof judgeEntry>>;
}

/** A watch for the step `self`. A run is asked about once a minute at most, and no more once it has ended. */
export function createRunWatch(
  self: Claimant,
  { clock, isRunOver }: Pick<World, 'clock'> & Pick<GitHub, 'isRunOver'>,
): RunWatch {
  const answers = new Map<string, { readonly atMs: number; readonly isOver: Promise<boolean | undefined> }>();

  async function ask(claimant: Claimant, signal: AbortSignal): Promise<boolean | undefined> {
    const key = `${claimant.runId}/${claimant.attempt}`;
    const known = answers.get(key);
    if (known !== undefined) {
      const isOver = await known.isOver;
      if (isOver === true || clock.now() - known.atMs < FRESH_MS) return isOver;
    }
    const isOver = isRunOver(claimant, signal);
    answers.set(key, { atMs: clock.now(), isOver });
    return await isOver;
  }
  return {
    judge: async (entry, signal) => {
      const verdict = judgeEntry(entry, { self, nowMs: clock.now() });
      // This very run goes on: another of its jobs may be at it.
      if (verdict !== 'other-run' || entry.claimant.runId === self.runId) return verdict;
      const isOver = await ask(entry.claimant, signal);
      return judgeEntry(entry, {
        self,
        nowMs: clock.now(),
        ...(isOver !== undefined && { isRunOver: isOver }),
      });
    },
  };
}
