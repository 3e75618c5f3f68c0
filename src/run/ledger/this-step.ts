import type { Claimant } from '../../ledger/life/types.ts';
import { repositoryUrl } from '../../runner/repository-url.ts';
import type { World } from '../../runner/world.ts';

/** This step as the ledger names it. */
export function createClaimant({
  env,
  random,
  repository,
}: Pick<World, 'env' | 'random' | 'repository'>): Claimant {
  const runId = env['GITHUB_RUN_ID'] ?? '';
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? '1');
  const unique = Math.floor(random() * 2 ** 48).toString(36);
  const page = `${repositoryUrl(repository)}/actions/runs/${runId}`;
  return {
    runId,
    attempt,
    step: `${env['GITHUB_JOB'] ?? 'job'}-${unique}`,
    url: attempt > 1 ? `${page}/attempts/${attempt}` : page,
  };
}
