import type { World } from './world.ts';

/**
 * The commit that this run's pictures are made from. Undefined outside a workflow, and for a pull request: its merge commit
 * is in no branch's history, so it is neither older nor newer than anything.
 */
export async function readSpecCommit({
  readEvent,
  repository,
}: Pick<World, 'readEvent' | 'repository'>): Promise<string | undefined> {
  const { name } = await readEvent();
  return name.startsWith('pull_request') ? undefined : repository.sha;
}
