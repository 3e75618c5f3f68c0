import type { Env } from '../../shared/ports.ts';

/**
 * Ways of using the cache that the runner may grant (`ACTIONS_CACHE_MODE`) and that do not allow both reading and
 * writing.
 */
const LESSER_MODES = ['none', 'read', 'write-only'];

/**
 * Why the Actions cache cannot be used by this step, as far as the runner's environment shows; undefined if it seems to
 * be available. This is about the second version of the service: an older GitHub Enterprise Server has another one.
 */
export function findCacheFault(env: Env): string | undefined {
  const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_SERVICE_V2'].filter(
    (name) => !env[name],
  );
  if (missing.length > 0) return `the runner offers none (${missing.join(', ')} not set)`;
  const mode = env['ACTIONS_CACHE_MODE']?.trim().toLowerCase() ?? '';
  return LESSER_MODES.includes(mode)
    ? `the runner gives this job no more than the mode \`${mode}\``
    : undefined;
}
