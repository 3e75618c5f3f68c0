import { startGitHub } from './github/start-github.ts';
import type { GitHubRequest, KnownRun } from './github/types.ts';

export type { GitHubRequest, KnownJob, KnownRun } from './github/types.ts';

export interface GitHubApi extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly GitHubRequest[];
}

/**
 * The calls of GitHub's REST API that say whether a repository is private (`undefined`: it answers 503), and how a
 * workflow run is (by its id; 404 for others). `runs` may be changed at any time. `now` is its time, in Unix ms.
 */
export async function startGitHubApi(
  isPrivate: boolean | undefined,
  runs: ReadonlyMap<string, KnownRun> = new Map(),
  now: () => number = Date.now,
): Promise<GitHubApi> {
  const github = await startGitHub({ runs, now, ...(isPrivate !== undefined && { isPrivate }) });
  if (isPrivate === undefined)
    github.state.faults.push({ match: /^GET \/repos\/[^/]+\/[^/]+$/, status: 503, message: 'No' });
  return github;
}
