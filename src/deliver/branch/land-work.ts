import { pushCommit } from '../../git/push.ts';
import type { GitError, GitResult } from '../../git/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { Result } from '../../shared/result.ts';
import { retryDelayMs } from '../../shared/retry-delay.ts';
import { wait } from '../../shared/wait.ts';
import { deflateTexts } from './deflate-texts.ts';
import { composeCommit, type BranchWork, type ComposedCommit } from './compose-commit.ts';
import { readTip, refOf, type TipError } from './read-tip.ts';
import type { PushRoute } from './send-ahead.ts';
import type { BranchTip, DeliverDeps } from './types.ts';

/** How the work came to stand on the branch. */
export interface LandedWork extends ComposedCommit {
  /** Where the branch stands then; absent where there is none. */
  readonly tip?: string;
}

/** A push that was beaten by another is tried again within 100 ms to 3.2 s: each try takes only a moment. */
const MOVED_SHARE = 1 / 5;
const MOVED_STEPS = 6;

/**
 * Pushes the work, at first the commit that was composed upon the branch as it was opened. When somebody else pushed
 * first, or an answer was lost, it looks at the branch again, composes anew upon that and tries again, until the signal.
 * Never forced. Without `commit` there was nothing left to do.
 */
export async function landWork(
  work: BranchWork,
  first: GitResult<ComposedCommit>,
  { remove, isLight }: PushRoute,
  deps: DeliverDeps,
): Promise<Result<LandedWork, TipError>> {
  const { repository, place } = work.opened;
  const { random, log, signal } = deps;
  const pusher = isLight ? deflateTexts(repository) : repository;
  let tip: BranchTip = work.opened;
  let lost: ComposedCommit | undefined;
  let why: string | undefined;
  for (let tries = 1; ; tries += 1) {
    const composed = tries === 1 ? first : await composeCommit(tip, work, signal);
    if (!composed.ok) return failed(composed.error, why, signal);
    const { commit } = composed.value;
    const base = tip.tip === undefined ? {} : { tip: tip.tip };
    // All of it stands there already: by the push whose answer was lost, if there was one.
    if (commit === undefined) {
      const landed =
        lost === undefined || tip.tip === undefined ? composed.value : { ...lost, commit: tip.tip };
      return { ok: true, value: { ...landed, ...base } };
    }
    const pushed = await pushCommit(pusher, { commit, ref: refOf(place), ...base, remove }, signal);
    if (pushed.ok && pushed.value === 'pushed')
      return { ok: true, value: { ...composed.value, tip: commit } };
    if (!pushed.ok && pushed.error.kind !== 'offline') return failed(pushed.error, why, signal);
    if (!pushed.ok) lost = composed.value;

    why = pushed.ok ? `somebody else pushed to ${place.branch} first` : pushed.error.message;
    const waitMs = pushed.ok
      ? Math.floor(retryDelayMs(Math.min(tries, MOVED_STEPS), random) * MOVED_SHARE)
      : retryDelayMs(tries, random);
    log.info(`Push ${tries} did not get through and is tried again in ${waitMs} ms: ${why}`);
    const next = await readTipLater(work, waitMs, deps);
    if (!next.ok) return next.error.kind === 'git' ? failed(next.error.error, why, signal) : next;
    tip = next.value;
    if (lost?.commit !== undefined && tip.tip === lost.commit)
      return { ok: true, value: { ...lost, tip: lost.commit } };
  }
}

/** Reads the tip after a while, and goes on trying while the server cannot be reached. */
async function readTipLater(
  { opened }: BranchWork,
  firstWaitMs: number,
  { clock, random, log, signal }: DeliverDeps,
): Promise<Result<BranchTip, TipError>> {
  let waitMs = firstWaitMs;
  for (let failures = 1; ; failures += 1) {
    await wait(clock, waitMs, signal);
    const tip = await readTip(opened.repository, opened.place, signal);
    if (tip.ok || tip.error.kind === 'unfit' || tip.error.error.kind !== 'offline') return tip;
    waitMs = retryDelayMs(failures, random);
    log.info(`The branch cannot be read and is asked for again in ${waitMs} ms: ${tip.error.error.message}`);
  }
}

/** Where time ran out, what it was lost with says more than which command was stopped. */
function failed(error: GitError, why: string | undefined, { reason }: AbortSignal): Result<never, TipError> {
  const isLate = error.kind === 'stopped' && why !== undefined;
  const message = isLate ? `${why}; ${describeError(reason)}` : error.message;
  return { ok: false, error: { kind: 'git', error: { ...error, message } } };
}
