import { judgeEntry, type EntryFacts, type JudgedEntry } from '../../ledger/life/judge-entry.ts';
import type { LedgerEntry, Step } from '../../ledger/life/types.ts';
import type { GitHub } from '../../runner/ask-github.ts';
import type { OpenedLedger } from './open-ledger.ts';
import type { World } from '../../runner/world.ts';

/** How long an answer counts: the REST API allows 1,000 requests an hour for all of a repository's jobs. */
const FRESH_MS = 60_000;

/** Looks at entries of the ledger, and asks GitHub about the jobs or runs behind them if that matters. */
export interface RunWatch {
  /** What an entry means for this step; see `judgeEntry`. */
  look(entry: LedgerEntry, signal: AbortSignal): Promise<JudgedEntry>;
}

export interface RunWatchDeps
  extends
    Pick<World, 'clock' | 'process'>,
    Pick<GitHub, 'isRunOver' | 'isJobOver'>,
    Pick<OpenedLedger, 'readTimes'> {
  /** Whether this job is the last one of its run: it began when all others had ended, and need not ask about them. */
  readonly isLast?: boolean;
}

/** A watch for `thisStep`. It asks about a job or a run once a minute at most, and never again once that has ended. */
export function createRunWatch(
  thisStep: Step,
  { clock, readTimes, isRunOver, isJobOver, process, isLast = false }: RunWatchDeps,
): RunWatch {
  const answers = new Map<
    string,
    { readonly askedMs: number; readonly isOver: Promise<boolean | undefined> }
  >();

  function now(): Pick<EntryFacts, 'nowMs' | 'serverMs'> {
    const { localMs, serverMs } = readTimes();
    return { nowMs: localMs, serverMs };
  }
  async function ask(
    key: string,
    question: () => Promise<boolean | undefined>,
  ): Promise<boolean | undefined> {
    const known = answers.get(key);
    if (known !== undefined) {
      const isOver = await known.isOver;
      if (isOver === true || clock.monotonicMs() - known.askedMs < FRESH_MS) return isOver;
    }
    const isOver = question();
    answers.set(key, { askedMs: clock.monotonicMs(), isOver });
    return await isOver;
  }
  /** Whether the step of a claim has ended; undefined if only its time limit can answer that. */
  async function isStepOver(step: Step, signal: AbortSignal): Promise<boolean | undefined> {
    const { runId, attempt, job } = step;
    if (isLast && runId === thisStep.runId && attempt <= thisStep.attempt) return true;
    // A job may end long before its run: its machine is lost, and the other jobs of the run go on.
    const isJobEnded =
      job === undefined || job === thisStep.job
        ? undefined
        : await ask(`job ${job}`, async () => await isJobOver(job, signal));
    if (isJobEnded !== undefined) return isJobEnded;
    const isRunEnded =
      runId === thisStep.runId
        ? undefined
        : await ask(`run ${runId}/${attempt}`, async () => await isRunOver(step, signal));
    if (isRunEnded !== undefined) return isRunEnded;
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
