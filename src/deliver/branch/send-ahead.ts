import { stageRef } from '../../git/stage-name.ts';
import { stageObjects, staleStages, type StagedBlob } from '../../git/stage.ts';
import type { GitRepository, GitResult } from '../../git/types.ts';
import { retryDelayMs } from '../../shared/retry-delay.ts';
import { wait } from '../../shared/wait.ts';
import type { DeliverDeps } from './types.ts';

/** Less than this may as well be pushed again with each try. */
const SMALL_BYTES = 1024 * 1024;
/** As many as one push can well name. */
const MOST_STALE = 100;

/** How the push of the branch is to go. */
export interface PushRoute {
  /** Full names of refs that it is to remove: the one that holds the pictures, and those that dead runs left. */
  readonly remove: readonly string[];
  /** Whether it carries texts and little else. */
  readonly isLight: boolean;
}

/**
 * Sends pictures ahead of the branch's push where they are more than a little, so that this may be repeated cheaply. Goes
 * on through an outage until the signal. A server that takes nothing ahead gets all of it with the push of the branch.
 * `onPushing` is called each time that they have begun to travel.
 */
export async function sendAhead(
  repository: GitRepository,
  payload: readonly StagedBlob[],
  { clock, random, log, signal }: DeliverDeps,
  onPushing: () => void = () => undefined,
): Promise<GitResult<PushRoute>> {
  if (payload.reduce((sum, { bytes }) => sum + bytes, 0) <= SMALL_BYTES)
    return { ok: true, value: { remove: [], isLight: true } };
  let finding: ReturnType<typeof staleStages> | undefined;
  const startMeanwhile = (): void => {
    finding ??= staleStages(repository, clock.now(), signal);
    onPushing();
  };
  const tried: string[] = [];
  for (let failures = 1; ; failures += 1) {
    const [nowMs, chance] = [clock.now(), random()];
    const options = { nowMs, random: () => chance, onPushing: startMeanwhile };
    const staged = await stageObjects(repository, payload, options, signal);
    if (staged.ok) {
      const stale = await finding;
      if (stale?.ok === false) log.debug(`Old stages are not known: ${stale.error.message}`);
      const old = stale?.ok === true ? stale.value.slice(0, MOST_STALE) : [];
      const own = staged.value === undefined ? [] : [...tried, staged.value];
      return { ok: true, value: { remove: [...old, ...own], isLight: own.length > 0 } };
    }
    if (staged.error.kind !== 'offline') {
      await finding;
      return staged;
    }
    // Its answer was lost: it may stand there, under this name.
    tried.push(stageRef(nowMs, chance));
    const waitMs = retryDelayMs(failures, random);
    log.info(`Sending pictures failed and is tried again in ${waitMs} ms: ${staged.error.message}`);
    if (!(await wait(clock, waitMs, signal))) {
      await finding;
      return staged;
    }
  }
}
