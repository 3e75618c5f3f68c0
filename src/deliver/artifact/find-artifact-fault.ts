import type { Env } from '../../shared/ports.ts';
import type { Clause } from '../../shared/sentence.ts';

/**
 * Why the artifact service cannot accept anything from this step, as far as the runner's environment shows; undefined
 * if it seems to be available. These are the conditions of `@actions/artifact`, which checks them only when it uploads.
 */
export function findArtifactFault(env: Env, serverUrl: string): Clause | undefined {
  const host = URL.parse(serverUrl)?.hostname ?? '';
  // GitHub Enterprise Server has an older artifact service, and other servers have none of this kind.
  if (host !== 'github.com' && !/\.(?:ghe\.com|localhost)$/i.test(host))
    return `${host === '' ? serverUrl : host} does not take artifacts of this kind: only github.com and ghe.com do`;
  const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].filter((name) => !env[name]);
  if (missing.length > 0) return `${missing.join(' and ')} not set, as only the runner of a workflow does`;
  return mayWriteResults(env['ACTIONS_RUNTIME_TOKEN'] ?? '')
    ? undefined
    : 'ACTIONS_RUNTIME_TOKEN does not permit it (it has no scope `Actions.Results`)';
}

/** Whether the scopes of a runner's token (a JWT) name the run and the job that artifacts belong to. */
function mayWriteResults(token: string): boolean {
  const [, body = ''] = token.split('.');
  let claims: unknown;
  try {
    claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  } catch {
    return false;
  }
  const scopes = typeof claims === 'object' && claims !== null && 'scp' in claims ? claims.scp : '';
  return typeof scopes === 'string' && /(?:^| )Actions\.Results:[^: ]+:[^: ]+(?: |$)/.test(scopes);
}
