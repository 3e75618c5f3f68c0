import { judgeEntry, type EntryFacts, type JudgedEntry } from '../../ledger/life/judge-entry.ts';
import type { LedgerEntry, Step } from '../../ledger/life/types.ts';
import type { GitHub } from '../../runner/ask-github.ts';
import type { OpenedLedger } from './open-ledger.ts';
import type { World } from '../../runner/world.ts';

/** How long an answer counts: the REST API allows 1,000 requests an hour for all of a repository's jobs. */
const FRESH_MS = 60_000;

/** Looks at entries of the ledger, and asks GitHub about the runs behind them if that matters. */
export interface RunWatch {
  /** What an entry means for this step; see `judgeEntry`. */
  look(entry: LedgerEntry, signal: AbortSignal): Promise<JudgedEntry>;
}

export interface RunWatchDeps
  extends Pick<World, 'clock' | 'process'>, Pick<GitHub, 'isRunOver'>, Pick<OpenedLedger, 'readTimes'> {}

/** A watch for `thisStep`. It asks about a run once a minute at most, and never again once the run has ended. */
export function createRunWatch(
  thisStep: Step,
  { clock, readTimes, isRunOver, process }: RunWatchDeps,
): RunWatch {
  const answers = new Map<string, { readonly atMs: number; readonly isOver: Promise<boolean | undefined> }>();

  function now(): Pick<EntryFacts, 'nowMs' | 'serverMs'> {
    const { localMs, serverMs } = readTimes();
    return { nowMs: localMs, serverMs };
  }
  async function ask(step: Step, signal: AbortSignal): Promise<boolean | undefined> {
    const key = `${step.runId}/${step.attempt}`;
    const known = answers.get(key);
    if (known !== undefined) {
      const isOver = await known.isOver;
      if (isOver === true || Math.abs(clock.now() - known.atMs) < FRESH_MS) return isOver;
    }
    const isOver = isRunOver(step, signal);
    answers.set(key, { atMs: clock.now(), isOver });
    return await isOver;
  }
  /** Whether the step of a claim has ended; undefined if only its time limit can answer that. */
  async function isStepOver(step: Step, signal: AbortSignal): Promise<boolean | undefined> {
    const isSameRun = step.runId === thisStep.runId;
    const isOver = isSameRun ? undefined : await ask(step, signal);
    if (isOver !== undefined) return isOver;
    // GitHub counts more: after a process has died, the post step of its job may still record what became of its claims.
    // Outside GitHub every run may have the same id, and only the process shows that it is over.
    return step.process !== undefined && process.isOver(step.process) ? true : undefined;
  }
  return {
    look: async (entry, signal) => {
      // As if its time were not up: this machine's clock may be ahead, and GitHub knows better.
      const judged = judgeEntry(entry, { thisStep, ...now(), isRunOver: false });
      if (judged.verdict !== 'other-run') return judged;
      const isRunOver = await isStepOver(entry.step, signal);
      return judgeEntry(entry, {
        thisStep,
        ...now(),
        ...(isRunOver !== undefined && { isRunOver }),
      });
    },
  };
}
