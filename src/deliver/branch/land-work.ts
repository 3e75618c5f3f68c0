import { pushCommit } from '../../git/push.ts';
import type { GitError, GitRepository, GitResult, PushAnswer } from '../../git/types.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { Result } from '../../shared/result.ts';
import { describeRetry, retry } from '../../shared/retry.ts';
import { retryDelayMs } from '../../shared/retry-delay.ts';
import { composeCommit, type BranchWork, type ComposedCommit } from './compose-commit.ts';
import { readJoinedTip } from './read-joined-tip.ts';
import { refOf, type TipError } from './read-tip.ts';
import type { PushRoute } from './send-ahead.ts';
import { signCommit } from './sign-commit.ts';
import { pictureCommit } from './tip-facts.ts';
import type { BranchTip, DeliverDeps } from './types.ts';

/** The work as it is on the branch. */
export interface LandedWork extends ComposedCommit {
  /** The tip of the branch by then; absent if there is no branch. */
  readonly tip?: string;
}

/** A push that lost to another one is tried again after 100 ms to 3.2 s: each try takes only a moment. */
const MOVED_SHARE = 1 / 5;
const MOVED_STEPS = 6;

/**
 * Pushes the work, at first the commit that was composed on the branch as it was opened. If someone else pushed first,
 * or an answer was lost, it reads the branch again, composes a new commit on top of it and tries again, until the
 * signal. Never forced. Without `commit` there was nothing left to do. With a signer, the commit that is pushed is the one
 * that it made; `remove` grows by the refs that this took.
 */
export async function landWork(
  work: BranchWork,
  first: GitResult<ComposedCommit>,
  { remove, isLight }: PushRoute,
  deps: DeliverDeps,
): Promise<Result<LandedWork, TipError>> {
  const { place, repository } = work.opened;
  const { random, log, signal, signer } = deps;
  const pusher = isLight ? deflateTexts(repository) : repository;
  let tip: BranchTip = work.opened;
  /** Composed and pushed, and perhaps accepted: the answer was lost. */
  let unanswered: ComposedCommit | undefined;
  let lastWhy: string | undefined;
  const done = (value: Result<LandedWork, TipError>) => ({ kind: 'done', value }) as const;

  const landed = await retry<Result<LandedWork, TipError>>(async (tries) => {
    if (tries > 1) {
      const now = await readTipPatiently(work, deps);
      if (!now.ok) return done(now);
      tip = now.value;
      if (unanswered?.commit !== undefined && tip.tip === unanswered.commit)
        return done({ ok: true, value: { ...unanswered, tip: unanswered.commit } });
    }
    const composed = tries === 1 ? first : await composeCommit(tip, work, signal);
    if (!composed.ok) return done(failed(composed.error));
    const { commit } = composed.value;
    const base = tip.tip === undefined ? {} : { tip: tip.tip };
    if (commit === undefined) {
      // Everything is on the branch already: from the push whose answer was lost, if there was one.
      const known =
        unanswered === undefined || tip.tip === undefined
          ? composed.value
          : { ...unanswered, commit: tip.tip };
      const there = pictureCommit(tip);
      return done({ ok: true, value: { ...known, ...(there !== undefined && { tip: there }) } });
    }
    const sealed =
      signer === undefined
        ? ({ ok: true, value: commit } as const)
        : await signCommit(pusher, commit, { signer, place, stages: remove }, deps);
    const pushed: Result<PushAnswer, TipError> = sealed.ok
      ? asTip(await pushCommit(pusher, { commit: sealed.value, ref: refOf(place), ...base, remove }, signal))
      : sealed;
    if (sealed.ok && pushed.ok && pushed.value === 'pushed')
      return done({ ok: true, value: { ...composed.value, commit: sealed.value, tip: sealed.value } });
    let why = `someone else pushed to ${place.branch} first`;
    if (!pushed.ok) {
      const offline = whyOffline(pushed.error);
      if (offline === undefined) return done(pushed);
      if (sealed.ok) unanswered = { ...composed.value, commit: sealed.value };
      why = offline;
    }
    lastWhy = why;
    const waitMs = pushed.ok
      ? Math.floor(retryDelayMs(Math.min(tries, MOVED_STEPS), random) * MOVED_SHARE)
      : retryDelayMs(tries, random);
    log.info(describeRetry(`Push ${tries} did not succeed: ${why}`, waitMs));
    return { kind: 'again', value: failed({ kind: 'stopped', why }), waitMs };
  }, deps);

  if (landed.ok || landed.error.kind !== 'git' || lastWhy === undefined) return landed;
  const { kind } = landed.error.error;
  if (!signal.aborted || (kind !== 'stopped' && kind !== 'offline')) return landed;
  // If time ran out, the fault that used it up says more than the command that was stopped.
  return failed({ kind: 'stopped', why: `${lastWhy}; ${describeError(signal.reason)}` });
}

/** Reads the tip, and keeps trying while the server cannot be reached. */
async function readTipPatiently(
  { opened }: BranchWork,
  deps: DeliverDeps,
): Promise<Result<BranchTip, TipError>> {
  return await retry(async (tries) => {
    const value = await readJoinedTip(opened.repository, opened.place, deps.signal);
    if (value.ok || value.error.kind === 'unfit' || value.error.error.kind !== 'offline')
      return { kind: 'done', value };
    const waitMs = retryDelayMs(tries, deps.random);
    deps.log.info(describeRetry(`The branch cannot be read: ${value.error.error.why}`, waitMs));
    return { kind: 'again', value, waitMs };
  }, deps);
}

/**
 * The same repository, for pushes of lock file and pages: those shrink to a seventh, while pictures do not shrink at
 * all and are not deflated otherwise. A lock file of 1,000 edits is sent whole with each try, because git has no older
 * one to build a delta on.
 */
function deflateTexts(repository: GitRepository): GitRepository {
  const deflate = ['-c', 'pack.compression=6'];
  return {
    ...repository,
    run: async (args, command) => await repository.run([...deflate, ...args], command),
    tryRun: async (args, command) => await repository.tryRun([...deflate, ...args], command),
  };
}

/** What kept an answer from coming; undefined for any other error: trying again would not help. */
function whyOffline(error: TipError): string | undefined {
  return error.kind === 'git' && error.error.kind === 'offline' ? error.error.why : undefined;
}

function asTip<T>(result: GitResult<T>): Result<T, TipError> {
  return result.ok ? result : failed(result.error);
}

function failed(error: GitError): Result<never, TipError> {
  return { ok: false, error: { kind: 'git', error } };
}
