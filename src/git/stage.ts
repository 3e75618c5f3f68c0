import { appendFile } from 'node:fs/promises';
import path from 'node:path';

import type { Random } from '../shared/ports.ts';
import { uniqueSuffix } from '../shared/unique-suffix.ts';
import { commitFlat } from './commit-tree.ts';
import { listRefs } from './fetch-tip.ts';
import { pushCommit } from './push.ts';
import type { GitRepository, GitResult } from './types.ts';

/** A file that was written into the repository. */
export interface StagedBlob {
  readonly blob: string;
  readonly bytes: number;
}

/** Half of the largest push that GitHub accepts (2 GiB). */
const PART_BYTES = 1024 ** 3;

/** Outside `refs/heads`: no branch appears, no workflow starts. */
const STAGES = 'refs/dreamina/staging/';
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The full name of a stage. It contains the time, so that one that was left behind can be distinguished from one in
 * use.
 */
export function stageRef(nowMs: number, random: Random): string {
  return `${STAGES}${nowMs}-${uniqueSuffix(random)}`;
}

/**
 * Sends files ahead under a ref of their own, so that the push of the branch is a few kilobytes: it can be repeated as
 * often as someone else pushes first, and is below every limit. Returns that ref, to be removed by the push of the
 * branch; undefined if the server refuses such a ref: then the push of the branch carries everything. `nowMs` is Unix
 * time.
 */
export async function stageObjects(
  repository: GitRepository,
  blobs: readonly StagedBlob[],
  options: {
    readonly nowMs: number;
    readonly random: Random;
    readonly partBytes?: number;
    /** Called when a push has begun: work done in the meantime costs no time. */
    readonly onPushing?: () => void;
  },
  signal: AbortSignal,
): Promise<GitResult<string | undefined>> {
  const ref = stageRef(options.nowMs, options.random);
  let tip: string | undefined;
  let first = '';
  // Git looks only into the last commit of each ref for what the remote has: so each commit names the files of those
  // before it, too.
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
  // Only in a shallow repository does git look into the trees of everything that the remote has, not just into those of
  // parents. This makes a repository without any fetch shallow, at a commit without parents that the remote would miss.
  await appendFile(path.join(repository.folder, 'shallow'), `${first}\n`);
  return { ok: true, value: ref };
}

/** Object names in parts of at most `partBytes` each, or of a single larger file; each name once, in order. */
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

/** Full names of stages that dead runs left on the remote more than a day before `nowMs` (Unix). */
export async function staleStages(
  repository: GitRepository,
  nowMs: number,
  signal: AbortSignal,
): Promise<GitResult<readonly string[]>> {
  const listed = await listRefs(repository, [`${STAGES}*`], signal);
  return listed.ok ? { ok: true, value: listed.value.filter((ref) => isStaleStage(ref, nowMs)) } : listed;
}

/** Whether a ref is a stage that is more than a day old: no run lasts that long. */
export function isStaleStage(ref: string, nowMs: number): boolean {
  const [, madeMs] = new RegExp(`^${STAGES}(\\d+)-`).exec(ref) ?? [];
  return madeMs !== undefined && nowMs - Number(madeMs) > DAY_MS;
}
