import type { Clock, Env } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import { callGitHub, type CallFault } from './call-github.ts';
import { connectGitHub, type GitHubClient } from './connect-github.ts';

/** Makes one call of GitHub's client: what it answered, or why it did not. */
export type Caller = <T>(ask: (client: GitHubClient) => Promise<T>) => Promise<Result<T, CallFault>>;

/** Connects with `token`, which must not be empty, once and only if a call is made. */
export function createCaller(
  token: string,
  { env, clock }: { readonly env: Env; readonly clock: Pick<Clock, 'now'> },
): Caller {
  let client: Promise<GitHubClient> | undefined;
  return async (ask) => {
    client ??= connectGitHub(token, env);
    const connected = await client;
    return await callGitHub(async () => await ask(connected), clock.now());
  };
}
