/** The address of a public repository's file at a commit, for anyone and as long as the commit is there. */
export function rawUrl(
  repository: { readonly owner: string; readonly name: string; readonly sha: string },
  path: string,
): string {
  const segments = [repository.owner, repository.name, repository.sha, ...path.split('/')];
  return `https://raw.githubusercontent.com/${segments.map(encodeURIComponent).join('/')}`;
}
