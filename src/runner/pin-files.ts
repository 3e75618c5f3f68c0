import { readCommitted } from '../git/read-committed.ts';
import type { InspectedFile } from '../references/types.ts';
import { listCommits } from './spec-commit.ts';
import type { World } from './world.ts';

/** A commit that has a file at its path with just the bytes that it has here; undefined if none is known. */
export type CommitOf = (file: InspectedFile) => string | undefined;

/**
 * Finds commits for these files, so that people can see later what a picture was made from. Only what the checkout has is
 * looked at: in a shallow one, a pull request's files are found in its merge commit only. Throws the signal's reason.
 */
export async function pinFiles(
  files: readonly InspectedFile[],
  world: Pick<World, 'readEvent' | 'repository' | 'workspace' | 'temp' | 'env'>,
  signal: AbortSignal,
): Promise<CommitOf> {
  const commits = new Map<string, string>();
  for (const sha of await listCommits(world)) {
    const open = files.filter((file) => !commits.has(keyOf(file)));
    if (open.length === 0) break;
    const paths = [...new Set(open.map(({ absolutePath }) => absolutePath))];
    const committed = await readCommitted(paths, { ...world, sha }, signal);
    for (const file of open) {
      const found = committed.get(file.absolutePath);
      if (found?.ok === true && found.value.blob === file.gitBlob && found.value.path === file.path)
        commits.set(keyOf(file), sha);
    }
  }
  return (file) => commits.get(keyOf(file));
}

function keyOf({ absolutePath, path, gitBlob }: InspectedFile): string {
  return JSON.stringify([absolutePath, path, gitBlob]);
}
