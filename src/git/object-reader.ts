import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import { describeError } from '../shared/describe-error.ts';
import type { Env } from '../shared/ports.ts';
import type { ObjectFolder } from './find-objects.ts';
import { readerEnvironment } from './git-environment.ts';
import { makeGitFolder } from './make-git-folder.ts';
import { runGit, type GitExit } from './run-git.ts';
import type { GitResult } from './types.ts';

/** Where the files of this run's commit are looked up. */
export interface CommitSource {
  /** Absolute path of the checked-out repository, or of a folder that has it inside. */
  readonly workspace: string;
  /** The commit of this run; undefined if the runner names none. */
  readonly sha: string | undefined;
  /** Absolute path of a folder that only this job uses. */
  readonly temp: string;
  readonly env: Env;
}

/** Git on the objects of a repository that is not ours. */
export interface ObjectReader {
  /** Whether commits may lack their parents. */
  readonly isShallow: boolean;
  run(args: readonly string[], signal: AbortSignal): Promise<GitExit>;
}

/**
 * Does `work` with git in a private bare repository that has nothing of its own and takes its objects from `folder`. So
 * git reads that repository without running in it: neither its configuration nor its owner matters. The private
 * repository is removed afterwards.
 */
export async function withReader<T>(
  { objects, shallow }: ObjectFolder,
  { temp, env, sha = '' }: CommitSource,
  work: (reader: ObjectReader) => Promise<GitResult<T>>,
): Promise<GitResult<T>> {
  let parent: string | undefined;
  try {
    parent = await mkdtemp(path.join(temp, 'dreamina-read-'));
    const own = path.join(parent, 'repository.git');
    await makeGitFolder(own, sha.length === 64 ? 'sha256' : 'sha1');
    const isShallow = await copyFile(shallow, path.join(own, 'shallow')).then(
      () => true,
      () => false, // usually there is none
    );
    const variables = readerEnvironment(env, own, objects);
    return await work({
      isShallow,
      run: async (args, signal) => await runGit({ args, folder: own, env: variables, signal }),
    });
  } catch (error) {
    return { ok: false, error: { kind: 'failed', why: describeError(error) } };
  } finally {
    if (parent !== undefined) await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}
