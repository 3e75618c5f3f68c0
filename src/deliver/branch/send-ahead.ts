import { stageObjects, stageRef, staleStages, type StagedBlob } from '../../git/stage.ts';
import type { GitRepository, GitResult } from '../../git/types.ts';
import { describeRetry, retry } from '../../shared/retry.ts';
import { retryDelayMs } from '../../shared/retry-delay.ts';
import type { DeliverDeps } from './types.ts';

/** Less than this may just as well be pushed again with each try. */
const SMALL_BYTES = 1024 * 1024;
/** As many as one push can reasonably name. */
const MOST_STALE = 100;

/** How the push of the branch is to be made. */
export interface PushRoute {
  /**
   * Full names of refs that it is to remove: the one that holds the pictures, and those that dead runs left. Those that
   * hold commits to be signed are added later.
   */
  readonly remove: string[];
  /** Whether it carries texts and little else. */
  readonly isLight: boolean;
}

/**
 * Sends pictures ahead of the branch's push if they are more than a little, so that this push can be repeated cheaply.
 * Keeps trying through an outage until the signal. If the server accepts nothing ahead, the push of the branch carries
 * everything. `onPushing` is called each time a transfer has begun.
 */
export async function sendAhead(
  repository: GitRepository,
  payload: readonly StagedBlob[],
  deps: DeliverDeps,
  onPushing: () => void = () => undefined,
): Promise<GitResult<PushRoute>> {
  if (payload.reduce((sum, { bytes }) => sum + bytes, 0) <= SMALL_BYTES)
    return { ok: true, value: { remove: [], isLight: true } };
  const { clock, random, log, signal } = deps;
  let finding: ReturnType<typeof staleStages> | undefined;
  const startMeanwhile = (): void => {
    finding ??= staleStages(repository, clock.now(), signal);
    onPushing();
  };
  const tried: string[] = [];
  const staged = await retry(async (tries) => {
    const [nowMs, chance] = [clock.now(), random()];
    const options = { nowMs, random: () => chance, onPushing: startMeanwhile };
    const value = await stageObjects(repository, payload, options, signal);
    if (value.ok || value.error.kind !== 'offline') return { kind: 'done', value };
    // Its answer was lost: the ref may exist under this name.
    tried.push(stageRef(nowMs, options.random));
    const waitMs = retryDelayMs(tries, random);
    log.info(describeRetry(`Sending the pictures failed: ${value.error.why}`, waitMs));
    return { kind: 'again', value, waitMs };
  }, deps);
  const stale = await finding;
  if (!staged.ok) return staged;
  if (stale?.ok === false) log.debug(`Old stages are not known: ${stale.error.why}`);
  const old = stale?.ok === true ? stale.value.slice(0, MOST_STALE) : [];
  const own = staged.value === undefined ? [] : [...tried, staged.value];
  return { ok: true, value: { remove: [...old, ...own], isLight: own.length > 0 } };
}
