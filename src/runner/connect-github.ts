import type { getOctokit } from '@actions/github';

import type { Env } from '../shared/ports.ts';
import { readText } from './job-facts.ts';

/** GitHub's own client, for REST and GraphQL. */
export type GitHubClient = ReturnType<typeof getOctokit>;

/** Connects with a token, which must not be empty, to the server that the runner names. */
export async function connectGitHub(token: string, env: Env): Promise<GitHubClient> {
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token, { baseUrl: readText(env, 'GITHUB_API_URL', 'https://api.github.com') });
}
