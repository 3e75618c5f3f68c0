import type { BranchDelivery, OpenedBranch } from '../../deliver/branch/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { encodePath } from '../../shared/encode-path.ts';
import { composeComment, type CommentKey } from '../../report/comment/comment-body.ts';
import type { CommentText } from '../../report/comment/render-comment.ts';
import type { PullOutcome } from '../../report/pull-outcome.ts';
import type { CallFault } from '../../runner/call-github.ts';
import type { OpenPull, PullBranches, PullRequests } from '../../runner/pull-requests.ts';
import type { World } from '../../runner/world.ts';
import { startDeadline } from '../../shared/deadline.ts';
import type { Result } from '../../shared/result.ts';
import { describeRetry, retry } from '../../shared/retry.ts';

/** Nothing waits for it but the end of the step. */
const LIMIT_MS = 60_000;
const MOST_TRIES = 3;
const PAUSE_MS = 2000;

export type PullPorts = Pick<World, 'clock' | 'log' | 'stop' | 'repository' | 'pullRequests'>;

/** What is proposed. */
export interface Proposal {
  /** As it was when the run began. */
  readonly opened: OpenedBranch | undefined;
  readonly delivery: BranchDelivery;
  readonly key: CommentKey;
  readonly text: CommentText;
}

/**
 * Opens the pull request for the branch that the run delivered to, or replaces the text of the one that is open. What people
 * wrote around that text stays. Never merges. Undefined if the run is not asked to, or if the branch has nothing to propose.
 */
export async function openPull(
  { opened, delivery, key, text }: Proposal,
  { githubToken, pullInto: base, branch: head }: Pick<ActionInputs, 'githubToken' | 'pullInto' | 'branch'>,
  world: PullPorts,
): Promise<PullOutcome | undefined> {
  if (base === undefined || !isProposal(delivery, opened)) return undefined;
  const { clock, log, stop, repository } = world;
  using limit = startDeadline(clock, LIMIT_MS, 'the pull request', stop);
  const { signal } = limit;
  const pulls = world.pullRequests(githubToken);
  const branches = { head, base };
  let known: OpenPull | undefined;
  const placed = await retry(
    async (tries) => {
      const result = await place(branches, pulls, { key, text }, (pull) => (known = pull), signal);
      const isLast = tries >= MOST_TRIES || signal.aborted;
      if (result.ok || result.error.kind !== 'failed' || isLast) return { kind: 'done', value: result };
      const waitMs = result.error.retryAfterMs ?? PAUSE_MS * tries;
      log.info(describeRetry(`Could not write the pull request: ${result.error.why}`, waitMs));
      return { kind: 'again', value: result, waitMs };
    },
    { clock, signal },
  );
  if (placed.ok) {
    log.info(`The pull request is up to date: ${placed.value.url}`);
    return { kind: 'up-to-date', number: placed.value.number, url: placed.value.url };
  }
  const { kind, why } = placed.error;
  if (known !== undefined) return { kind: 'not-updated', why, url: known.url };
  const compareUrl = `${repository.url}/compare/${encodePath(base)}...${encodePath(head)}?expand=1`;
  return { kind: 'not-opened', why, isDenied: kind === 'denied', compareUrl };
}

/** Whether the branch has something that the base does not have. */
export function isProposal(
  delivery: BranchDelivery,
  opened: Pick<OpenedBranch, 'joined'> | undefined,
): boolean {
  return delivery.kind === 'committed' || (delivery.kind === 'unchanged' && opened?.joined?.isAhead === true);
}

/** Looks for it again with each try: the last one may have opened it, and only its answer was lost. */
async function place(
  branches: PullBranches,
  pulls: PullRequests,
  { key, text }: Pick<Proposal, 'key' | 'text'>,
  onFound: (pull: OpenPull) => void,
  signal: AbortSignal,
): Promise<Result<OpenPull, CallFault>> {
  const found = await pulls.find(branches, signal);
  if (!found.ok) return found;
  const pull = found.value;
  if (pull !== undefined) onFound(pull);
  const body = composeComment(key, pull?.body, text);
  if (body === undefined)
    return { ok: false, error: { kind: 'refused', why: 'what people wrote in it leaves no room for it' } };
  if (pull?.body === body) return { ok: true, value: pull };
  return pull === undefined
    ? await pulls.open(branches, { title: `Update pictures (${key.spec})`, body }, signal)
    : await pulls.update(pull.number, body, signal);
}
