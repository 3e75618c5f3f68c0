import { createHash } from 'node:crypto';

import type { GitExit } from './run-git.ts';

/** Where fetched refs are kept here. */
export const FETCHED = 'refs/fetched/';

/**
 * The ref here for one of the remote (full name), so that what is here is not sent again when that moves. Hashed, because
 * `a` and `a/b` cannot both be refs.
 */
export function nameFetched(ref: string): string {
  return `${FETCHED}${createHash('sha256').update(ref).digest('hex')}`;
}

/** Some servers offer filters and answer 500 if one comes together with a depth (dulwich does). */
const REFUSED_TOGETHER = /(?:returned error: |RPC failed; HTTP )500\b/;

/**
 * Fetches commits with their trees, without parents and without the bytes of files; from a server that refuses that, with
 * all files. `fetch` runs `git fetch` with the options that it is given.
 */
export async function fetchShallow(fetch: (bounds: readonly string[]) => Promise<GitExit>): Promise<GitExit> {
  return await fetchFiltered('--depth=1', '--filter=blob:none', fetch);
}

/** Fetches with a depth and a filter; from a server that refuses both together, with all that the filter leaves out. */
export async function fetchFiltered(
  depth: string,
  filter: string,
  fetch: (bounds: readonly string[]) => Promise<GitExit>,
): Promise<GitExit> {
  const exit = await fetch([depth, filter]);
  return exit.kind === 'exited' && REFUSED_TOGETHER.test(exit.stderr)
    ? await fetch([depth, '--no-filter'])
    : exit;
}
