import { judgeEntry, type JudgedEntry } from '../../ledger/life/judge-entry.ts';
import type { LedgerEntry, Step } from '../../ledger/life/types.ts';
import type { GitHub } from '../../runner/ask-github.ts';
import type { World } from '../../runner/world.ts';

/** How long an answer counts: the REST API allows 1,000 requests an hour for all of a repository's jobs. */
const FRESH_MS = 60_000;

/** Judges entries of the ledger, and asks GitHub about the runs behind them if that matters. */
export interface RunWatch {
  /** What an entry means for this step; see `judgeEntry`. */
  judge(entry: LedgerEntry, signal: AbortSignal): Promise<JudgedEntry>;
}

/** A watch for `thisStep`. It asks about a run once a minute at most, and never again once the run has ended. */
export function createRunWatch(
  thisStep: Step,
  { clock, isRunOver, process }: Pick<World, 'clock' | 'process'> & Pick<GitHub, 'isRunOver'>,
): RunWatch {
  const answers = new Map<string, { readonly atMs: number; readonly isOver: Promise<boolean | undefined> }>();

  async function ask(step: Step, signal: AbortSignal): Promise<boolean | undefined> {
    const key = `${step.runId}/${step.attempt}`;
    const known = answers.get(key);
    if (known !== undefined) {
      const isOver = await known.isOver;
      if (isOver === true || clock.now() - known.atMs < FRESH_MS) return isOver;
    }
    const isOver = isRunOver(step, signal);
    answers.set(key, { atMs: clock.now(), isOver });
    return await isOver;
  }
  return {
    judge: async (entry, signal) => {
      const judged = judgeEntry(entry, { thisStep, nowMs: clock.now() });
      if (judged.verdict !== 'other-run') return judged;
      // Outside GitHub every run may have the same id: then only the process shows that it is over.
      if (entry.step.process !== undefined && process.isOver(entry.step.process))
        return judgeEntry(entry, { thisStep, nowMs: clock.now(), isRunOver: true });
      // This very run goes on: another of its jobs may be working on it.
      if (entry.step.runId === thisStep.runId) return judged;
      const isOver = await ask(entry.step, signal);
      return judgeEntry(entry, {
        thisStep,
        nowMs: clock.now(),
        ...(isOver !== undefined && { isRunOver: isOver }),
      });
    },
  };
}
