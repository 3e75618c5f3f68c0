import type { ActionInputs } from '../../inputs/types.ts';
import { describeNotPosted, renderNotPosted } from '../../report/comment/describe-not-posted.ts';
import type { CommentText } from '../../report/comment/render-comment.ts';
import { toSentence } from '../../shared/sentence.ts';
import { nameDestination } from '../ledger/name-destination.ts';
import { postComment } from './post-comment.ts';

/** What a step that comments needs. */
export type CommentInputs = Pick<
  ActionInputs,
  'comment' | 'githubToken' | 'spec' | 'deliver' | 'branch' | 'branchDirectory'
>;

/**
 * Comments, if the input `comment` asks for it. A comment that cannot be posted never fails the step. Gives what the job
 * summary then says: `note`, in Markdown; empty if there is nothing to say.
 */
export async function commentIfAsked(
  text: CommentText,
  inputs: CommentInputs,
  world: Parameters<typeof postComment>[2],
): Promise<{ readonly note: string }> {
  // A step that is stopped has no time for it.
  if (!inputs.comment || world.stop.aborted) return { note: '' };
  const outcome = await postComment(text, { ...inputs, destination: nameDestination(inputs) }, world);
  switch (outcome.kind) {
    case 'posted':
      return { note: '' };
    case 'no-pull':
      world.log.info(toSentence(`there is no comment, because ${outcome.why}`));
      return { note: '' };
    case 'not-posted':
      world.log.info(describeNotPosted(outcome.reason));
      return { note: renderNotPosted(outcome.reason) };
  }
}
