import type { ActionInputs } from '../../inputs/types.ts';
import type { CodeOrigin } from '../../runner/read-event.ts';
import type { World } from '../../runner/world.ts';
import type { Problem } from '../../shared/problem.ts';

/**
 * Refuses to work on code of a fork: anyone who can open a pull request would decide what is paid for with the API token,
 * and what is pushed. Undefined if the code is the repository's own, or if the input `allow-forks` permits it.
 */
export async function checkOrigin(
  { allowForks, githubToken }: Pick<ActionInputs, 'allowForks' | 'githubToken'>,
  world: Pick<World, 'readEvent' | 'github'>,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  if (allowForks) return undefined;
  const { name, origin } = await world.readEvent();
  const whose =
    origin.kind === 'pull-request'
      ? await world.github(githubToken).originOfPull(origin.number, signal)
      : origin;
  const why = describeForeign(whose);
  if (why === undefined) return undefined;
  const message =
    `Nothing was sent: the event \`${name}\` runs on ${why}, and its code would decide what is paid for with your API token and what is pushed. ` +
    'Review the code, then run the workflow on a branch of this repository, or set `allow-forks: true`.';
  return { severity: 'error', message };
}

function describeForeign(origin: CodeOrigin): string | undefined {
  switch (origin.kind) {
    case 'own':
      return undefined;
    case 'fork':
      return origin.repository === undefined ? 'a fork that was deleted' : `the fork ${origin.repository}`;
    case 'pull-request':
      return `pull request ${origin.number}, which may come from a fork (give the job \`permissions: pull-requests: read\` to find out)`;
    case 'unknown':
      return 'a pull request that may come from a fork (the event file does not say)';
  }
}
