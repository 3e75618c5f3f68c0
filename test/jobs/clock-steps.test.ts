import { expect, test } from 'vitest';

import { createSimulatedClock } from '../support/clocks.ts';
import { LATER, makeEdit, runPlan } from './run-plan.ts';

const HOUR_MS = 3_600_000;

test.each([-2 * HOUR_MS, 2 * HOUR_MS])(
  'the clock is set by %i ms at a 429, and again during the wait: nothing ends before its time, and no time is negative',
  async (stepMs) => {
    const simulated = createSimulatedClock(LATER);
    let aheadMs = 0;
    const clock = { ...simulated, now: () => simulated.now() + aheadMs };
    let posts = 0;
    let reads = 0;
    const { outcomes } = await runPlan([makeEdit('hero')], {
      clock,
      api: {
        stages: () => ['in_queue', 'in_progress', 'in_progress', 'in_progress', 'completed'],
        fault: ({ method }, answer) => {
          if (method === 'POST') posts += 1;
          else reads += 1;
          const isFirstPost = method === 'POST' && posts === 1;
          if (isFirstPost || reads === 2) aheadMs += stepMs;
          if (isFirstPost) answer.json({}, 429, { 'retry-after': '5' });
          return isFirstPost;
        },
      },
    });

    expect(outcomes[0], JSON.stringify(outcomes[0])).toMatchObject({ state: 'succeeded' });
    expect(posts).toBe(2);
    const tookMs = simulated.now() - LATER;
    expect(tookMs).toBeLessThan(2 * 60_000);
    const { totalMs, queuedMs, runningMs } = outcomes[0]?.timings ?? {};
    for (const ms of [totalMs, queuedMs, runningMs]) {
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThanOrEqual(tookMs);
    }
  },
);
