import { isAncestor } from '../git/read-ancestry.ts';
import { isCommitName } from '../shared/commit-name.ts';
import type { World } from './world.ts';

/** What finding out about ancestry uses. */
export type AncestryPorts = Pick<World, 'workspace' | 'temp' | 'env' | 'github' | 'readEvent' | 'repository'>;

/**
 * Whether the commit `older` is an ancestor of `newer`: by the fetched history, otherwise by GitHub. Undefined if that cannot
 * be found out. `spec` is a file of the checkout.
 */
export async function isOlder(
  older: string,
  newer: string,
  { githubToken, spec }: { readonly githubToken: string; readonly spec: string },
  world: AncestryPorts,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  // The lock file may say anything, and this becomes an argument and a part of an address.
  if (![older, newer].every(isCommitName)) return undefined;
  const { workspace, temp, env, repository } = world;
  const { sha } = repository;
  const known = await isAncestor(older, newer, { workspace, temp, env, sha, near: spec }, signal);
  return known ?? (await world.github(githubToken).isAncestor(older, newer, signal));
}
