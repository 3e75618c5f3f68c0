import { shortCommit } from '../../shared/commit-name.ts';
import { composeComment, isOwnComment, type CommentKey } from '../../report/comment/comment-body.ts';
import type { CommentText } from '../../report/comment/render-comment.ts';
import type { CallFault } from '../../runner/call-github.ts';
import type { PullComment, PullComments } from '../../runner/pull-comments.ts';
import type { PullHead } from '../../runner/read-event.ts';
import type { Result } from '../../shared/result.ts';
import type { Clause } from '../../shared/sentence.ts';

/** A pull request, as an event names it. */
export type PullRef = { readonly number: number } | PullHead;

/** `url`: undefined if the comment says the same already. */
export interface Posted {
  readonly kind: 'posted';
  readonly pull: number;
  readonly url: string | undefined;
}

type Placed = Posted | NoPull;

/** There is no pull request to comment on. */
export interface NoPull {
  readonly kind: 'no-pull';
  readonly why: Clause;
}

/** What became of this run's own new comment. */
export interface History {
  /** Whether it may be there: then another run may have created one at the same moment. */
  hasCreated: boolean;
  /** Its page. */
  url?: string;
}

/** Finds the comment again with each try: the last one may have written it, and only its answer was lost. */
export async function placeComment(
  ref: PullRef,
  key: CommentKey,
  text: CommentText,
  comments: PullComments,
  history: History,
  signal: AbortSignal,
): Promise<Result<Placed, CallFault>> {
  const found = await findPull(ref, comments, signal);
  if (!found.ok) return found;
  const pull = found.value;
  if (pull === undefined) {
    const commit = 'sha' in ref ? shortCommit(ref.sha) : '';
    return { ok: true, value: { kind: 'no-pull', why: `no open pull request has ${commit} as its head` } };
  }
  const self = await comments.self(signal);
  if (!self.ok) return self;
  const isOwn = (each: PullComment): boolean => isOwnComment(each, self.value, key);
  return await write({ pull, key, isOwn, text }, comments, history, signal);
}

/** A comment on a pull request, and how it differs from those of others. */
interface Wanted {
  readonly pull: number;
  readonly key: CommentKey;
  readonly isOwn: (comment: PullComment) => boolean;
  readonly text: CommentText;
}

/** Writes over the comment that is there, or creates one. */
async function write(
  wanted: Wanted,
  comments: PullComments,
  history: History,
  signal: AbortSignal,
): Promise<Result<Posted, CallFault>> {
  const { pull, key, isOwn, text } = wanted;
  const last = history.hasCreated
    ? await keepOldest(pull, isOwn, comments, signal)
    : await comments.find(pull, isOwn, signal);
  if (!last.ok) return last;
  const body = composeComment(key, last.value?.body, text);
  if (body === undefined)
    return {
      ok: false,
      error: {
        kind: 'refused',
        why: 'its shortest form and what people wrote beside it are longer than GitHub allows',
      },
    };
  if (last.value?.body === body) return { ok: true, value: { kind: 'posted', pull, url: history.url } };
  if (last.value === undefined) {
    // GitHub may not list at once what was just written.
    if (history.url !== undefined) return { ok: true, value: { kind: 'posted', pull, url: history.url } };
    history.hasCreated = true;
    const created = await comments.create(pull, body, signal);
    if (!created.ok) return created;
    history.url = created.value;
    return await write(wanted, comments, history, signal);
  }
  const written = await comments.update(last.value.id, body, signal);
  return written.ok ? { ok: true, value: { kind: 'posted', pull, url: written.value } } : written;
}

/**
 * Another run, on the same push, say, may have created a comment at the same moment: of all that are there, each of the runs
 * keeps the oldest one. Gives that one.
 */
async function keepOldest(
  pull: number,
  isOwn: (comment: PullComment) => boolean,
  comments: PullComments,
  signal: AbortSignal,
): Promise<Result<PullComment | undefined, CallFault>> {
  const all = await comments.findAll(pull, isOwn, signal);
  if (!all.ok) return all;
  const [oldest, ...others] = all.value;
  for (const { id } of others) {
    const removed = await comments.remove(id, signal);
    if (!removed.ok) return removed;
  }
  return { ok: true, value: oldest };
}

async function findPull(
  ref: PullRef,
  comments: PullComments,
  signal: AbortSignal,
): Promise<Result<number | undefined, CallFault>> {
  return 'number' in ref ? { ok: true, value: ref.number } : await comments.findPull(ref, signal);
}
