import { encodePath } from '../shared/encode-path.ts';
import { shortCommit } from '../shared/commit-name.ts';
import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';
import type { InspectedFile, RepositoryFacts } from './types.ts';

/** The URL at which the service can fetch a file, or why there is none. */
export type Publication = Result<string, Clause>;

/**
 * Finds out which files anyone can fetch from GitHub just as they are here: those of a public repository, with the same
 * bytes as in the commit of this run. The answer has an entry for each file, by its path. Throws only the signal's reason.
 */
export async function publishFiles(
  files: readonly InspectedFile[],
  repository: RepositoryFacts,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Publication>> {
  const everyFile = (error: Clause) =>
    new Map(files.map((file) => [file.path, { ok: false, error } as const]));
  const { sha } = repository;
  if (repository.serverUrl.replace(/\/+$/, '') !== 'https://github.com') {
    return everyFile('the repository is not on github.com');
  }
  if (sha === undefined) return everyFile('the commit of this run is not known');

  const committed = await repository.committed(
    files.map(({ absolutePath }) => absolutePath),
    signal,
  );
  const publications = new Map(
    files.map((file): [string, Publication] => {
      const found = committed.get(file.absolutePath);
      if (found?.ok !== true) return [file.path, found ?? { ok: false, error: 'it was not looked up' }];
      if (found.value.blob === file.gitBlob)
        return [file.path, { ok: true, value: rawUrl({ ...repository, sha }, found.value.path) }];
      const error = `its bytes are not those in commit ${shortCommit(sha)} (changed since, or stored by Git LFS)`;
      return [file.path, { ok: false, error }];
    }),
  );
  const someMatch = [...publications.values()].some(({ ok }) => ok);
  if (someMatch && (await repository.visibility(signal)) === 'private')
    return everyFile('the repository is private');
  return publications;
}

/** The address of a public repository's file at a commit: open to anyone, for as long as the commit exists. */
function rawUrl(
  { owner, name, sha }: { readonly owner: string; readonly name: string; readonly sha: string },
  path: string,
): string {
  return `https://raw.githubusercontent.com/${encodePath(`${owner}/${name}/${sha}/${path}`)}`;
}
