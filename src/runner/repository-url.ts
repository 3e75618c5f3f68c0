import type { RepositoryFacts } from '../references/types.ts';

/** The repository's page, e.g. `https://github.com/acme/shop`. */
export function repositoryUrl({
  serverUrl,
  owner,
  name,
}: Pick<RepositoryFacts, 'serverUrl' | 'owner' | 'name'>): string {
  return `${serverUrl}/${owner}/${name}`;
}
