import path from 'node:path';

import type { ActionInputs } from '../../inputs/types.ts';
import type { NotPosted } from '../../report/comment/describe-not-posted.ts';
import type { CommentText } from '../../report/comment/render-comment.ts';
import type { World } from '../../runner/world.ts';
import { relativeTo } from '../../shared/inside.ts';
import { startDeadline } from '../../shared/deadline.ts';
import { describeRetry, retry } from '../../shared/retry.ts';
import { placeComment, type History, type NoPull, type Posted } from './place-comment.ts';

/** What became of a comment. */
export type CommentOutcome =
  | { readonly kind: 'posted'; readonly pull: number }
  | NoPull
  | { readonly kind: 'not-posted'; readonly reason: NotPosted };

/** Nothing waits for a comment but the end of the step. */
const LIMIT_MS = 60_000;

const MOST_TRIES = 3;
const PAUSE_MS = 2000;

type CommentPorts = Pick<
  World,
  'clock' | 'log' | 'readEvent' | 'pullComments' | 'job' | 'stop' | 'workspace'
>;

/** As whom, about what, and of which pictures a comment speaks. */
export interface CommentRequest extends Pick<ActionInputs, 'githubToken' | 'spec'> {
  /** Where the pictures go, as the ledger names it. */
  readonly destination: string;
}

/** The spec's path from the workspace, however the input spells it. */
export function nameSpec(spec: string, workspace: string): string {
  return relativeTo(workspace, path.resolve(workspace, spec));
}

/** Writes the comment of this spec and job on the pull request that the event is about: a new one, or over the last one. */
export async function postComment(
  text: CommentText,
  { githubToken, spec, destination }: CommentRequest,
  world: CommentPorts,
): Promise<CommentOutcome> {
  const { clock, log, stop, job, workspace } = world;
  const { name, pull, ranFor, origin } = await world.readEvent();
  const ref = pull ?? ranFor;
  if (ref === undefined) return { kind: 'no-pull', why: `the event \`${name}\` is not about a pull request` };
  if (githubToken === '') return { kind: 'not-posted', reason: { kind: 'no-token' } };
  using limit = startDeadline(clock, LIMIT_MS, 'the comment', stop);
  const comments = world.pullComments(githubToken);
  const history: History = { hasCreated: false };
  const placed = await retry(
    async (tries) => {
      const result = await placeComment(
        ref,
        { spec: nameSpec(spec, workspace), workflow: job.workflow, job: job.name, destination },
        text,
        comments,
        history,
        limit.signal,
      );
      const isLast = tries >= MOST_TRIES || limit.signal.aborted;
      if (result.ok || result.error.kind !== 'failed' || isLast) return { kind: 'done', value: result };
      const waitMs = result.error.retryAfterMs ?? PAUSE_MS * tries;
      log.info(describeRetry(`Could not comment: ${result.error.why}`, waitMs));
      return { kind: 'again', value: result, waitMs };
    },
    { clock, signal: limit.signal },
  );
  if (placed.ok) {
    if (placed.value.kind === 'posted') log.info(describePosted(placed.value));
    return placed.value;
  }
  const { kind, why } = placed.error;
  // On other events of a fork, the job has the rights that its workflow gives it.
  const isFork = origin.kind === 'fork' && name.startsWith('pull_request') && name !== 'pull_request_target';
  return {
    kind: 'not-posted',
    reason: kind === 'denied' ? { kind, why, isFork } : { kind: 'failed', why },
  };
}

function describePosted({ pull, url }: Posted): string {
  return url === undefined
    ? `The comment on pull request ${pull} says the same already.`
    : `The comment on pull request ${pull} is up to date: ${url}`;
}
