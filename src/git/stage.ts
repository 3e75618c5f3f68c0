import { appendFile } from 'node:fs/promises';
import path from 'node:path';

import type { Random } from '../shared/ports.ts';
import { commitFlat } from './commit-tree.ts';
import { REMOTE } from './git-settings.ts';
import { pushCommit } from './push.ts';
import { isStaleStage, STAGES, stageRef } from './stage-name.ts';
import type { GitRepository, GitResult } from './types.ts';

/** A file that was written into the repository. */
export interface StagedBlob {
  readonly blob: string;
  readonly bytes: number;
}

/** Half of the largest push that GitHub takes (2 GiB). */
const PART_BYTES = 1024 ** 3;

/**
 * Sends files ahead under a ref of their own, so that the push of the branch is a few kilobytes: it may be repeated as
 * often as somebody else pushes first, and is below every limit. Gives that ref, to be removed by the push of the branch;
 * undefined where the server refuses such a ref: then the push of the branch carries everything. `now` is in Unix ms.
 */
export async function stageObjects(
  repository: GitRepository,
  blobs: readonly StagedBlob[],
  options: {
    readonly nowMs: number;
    readonly random: Random;
    readonly partBytes?: number;
    /** Called when a push has begun: what is done meanwhile costs no time. */
    readonly onPushing?: () => void;
  },
  signal: AbortSignal,
): Promise<GitResult<string | undefined>> {
  const ref = stageRef(options.nowMs, options.random());
  let tip: string | undefined;
  let first = '';
  // Of what the remote has, git looks into the last commit of a ref alone: each names the files of those before it, too.
  const files: { readonly path: string; readonly blob: string }[] = [];
  for (const part of splitParts(blobs, options.partBytes ?? PART_BYTES)) {
    files.push(...part.map((blob) => ({ path: blob, blob })));
    const content = {
      ...(tip !== undefined && { tip }),
      files,
      message: 'Pictures on their way to a branch',
      author: 'dreamina-edit-action <dreamina-edit-action@users.noreply.github.com>',
    };
    const commit = await commitFlat(repository, content, signal);
    if (!commit.ok) return commit;
    const order = { commit: commit.value, ref, ...(tip !== undefined && { tip }) };
    const pushing = pushCommit(repository, order, signal);
    options.onPushing?.();
    const pushed = await pushing;
    if (!pushed.ok && pushed.error.kind !== 'refused') return pushed;
    if (!pushed.ok || pushed.value === 'moved') return { ok: true, value: undefined };
    if (tip === undefined) first = commit.value;
    tip = commit.value;
  }
  if (tip === undefined) return { ok: true, value: undefined };
  // Only in a shallow repository does git look into the trees of all that the remote has, and not of parents alone; one
  // on which nothing was fetched yet is made shallow by this, at a commit that has no parents the remote would miss.
  await appendFile(path.join(repository.folder, 'shallow'), `${first}\n`);
  return { ok: true, value: ref };
}

/** Object names in parts of at most `partBytes` each, or of a single file that is larger; each name once, in order. */
export function splitParts(blobs: readonly StagedBlob[], partBytes: number): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let room = 0;
  for (const [blob, bytes] of new Map(blobs.map((staged) => [staged.blob, staged.bytes]))) {
    if (parts.length === 0 || bytes > room) {
      parts.push([]);
      room = partBytes;
    }
    parts.at(-1)?.push(blob);
    room -= bytes;
  }
  return parts;
}

/** Full names of stages that a run which died has left on the remote more than a day before `nowMs` (Unix). */
export async function staleStages(
  repository: GitRepository,
  nowMs: number,
  signal: AbortSignal,
): Promise<GitResult<readonly string[]>> {
  const listed = await repository.run(['ls-remote', '--refs', REMOTE, `${STAGES}*`], { signal });
  if (!listed.ok) return listed;
  const refs = listed.value
    .toString()
    .split('\n')
    .map((line) => line.split('\t')[1] ?? '');
  return { ok: true, value: refs.filter((ref) => isStaleStage(ref, nowMs)) };
}
