import path from 'node:path';

import type { Result } from '../shared/result.ts';
import { createRepositoryFinder } from './find-repository.ts';
import { rawUrl } from './raw-url.ts';
import { readTreeBlobs } from './read-tree.ts';
import type { InspectedFile, RepositoryFacts } from './types.ts';

/** The URL at which the service can fetch a file, or why there is none: a clause for people. */
export type Publication = Result<string, string>;

/**
 * Finds out which files anyone can fetch from GitHub just as they are here: those of a public repository,
 * whose bytes are the same in the commit of this run. The answer has an entry for each file, by its path.
 */
export async function publishFiles(
  files: readonly InspectedFile[],
  repository: RepositoryFacts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Publication>> {
  const everyFile = (error: string) =>
    new Map(files.map((file) => [file.path, { ok: false, error } as const]));
  const { sha } = repository;
  if (repository.serverUrl.replace(/\/+$/, '') !== 'https://github.com') {
    return everyFile('the repository is not on github.com');
  }
  if (sha === undefined) return everyFile('the commit of this run is not known');

  const publications = await matchCommit(files, { ...repository, sha }, signal);
  const someMatch = [...publications.values()].some(({ ok }) => ok);
  if (someMatch && (await repository.visibility(signal)) === 'private')
    return everyFile('the repository is private');
  return publications;
}

async function matchCommit(
  files: readonly InspectedFile[],
  repository: { readonly owner: string; readonly name: string; readonly sha: string },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Publication>> {
  const { sha } = repository;
  const publications = new Map<string, Publication>();
  const find = createRepositoryFinder();
  const located = await Promise.all(
    files.map(async (file) => ({ file, root: await find(file.absolutePath) })),
  );
  for (const [root, group] of Map.groupBy(located, (item) => item.root)) {
    const inRoot = group.map(({ file }) => ({
      file,
      path: root === undefined ? '' : relativeTo(root, file),
    }));
    const blobs: Awaited<ReturnType<typeof readTreeBlobs>> =
      root === undefined
        ? { ok: false, error: 'it is not in a git checkout' }
        : await readTreeBlobs(root, sha, [...new Set(inRoot.map((item) => item.path))], signal);
    for (const { file, path } of inRoot) {
      publications.set(file.path, blobs.ok ? compare(file, path, blobs.value) : blobs);
    }
  }
  return publications;

  function compare(
    file: InspectedFile,
    repositoryPath: string,
    blobs: ReadonlyMap<string, string>,
  ): Publication {
    const blob = blobs.get(repositoryPath);
    if (blob === undefined) return { ok: false, error: `it is not in commit ${sha.slice(0, 7)}` };
    return blob === file.gitBlob
      ? { ok: true, value: rawUrl(repository, repositoryPath) }
      : {
          ok: false,
          error: `its bytes are not those in commit ${sha.slice(0, 7)} (changed since, or kept by Git LFS)`,
        };
  }
}

function relativeTo(root: string, file: InspectedFile): string {
  return path.relative(root, file.absolutePath).replaceAll(path.sep, '/');
}
