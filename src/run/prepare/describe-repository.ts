import { readCommitted } from '../../git/read-committed.ts';
import type { RepositoryFacts } from '../../references/types.ts';
import { readLastingCommit } from '../../runner/spec-commit.ts';
import type { World } from '../../runner/world.ts';

/** What decides whether the service can fetch a file from GitHub: for a pull request, its head commit must have it. */
export async function describeRepository(
  visibility: RepositoryFacts['visibility'],
  world: Pick<World, 'repository' | 'readEvent' | 'workspace' | 'temp' | 'env'>,
): Promise<RepositoryFacts> {
  const sha = await readLastingCommit(world);
  return {
    ...world.repository,
    sha,
    visibility,
    committed: async (files, signal) => await readCommitted(files, { ...world, sha }, signal),
  };
}
