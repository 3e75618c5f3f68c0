import { expect, test } from 'vitest';

import { createReadPlanner } from '../../../src/jobs/follow/waiting/create-read-planner.ts';
import { waitUntilDue } from '../../../src/jobs/follow/wait-until-due.ts';
import { createSimulatedClock } from '../../support/clocks.ts';

const HOUR_MS = 3_600_000;

test.each([0, 20_000])(
  'a clock that is set back while a job waits, with Retry-After %i ms',
  async (askedMs) => {
    const simulated = createSimulatedClock();
    let backMs = 0;
    const clock = { ...simulated, now: () => simulated.now() - backMs };
    const reads = createReadPlanner([]);
    const startMs = clock.now();
    const job = reads.follow(startMs);
    const deps = { clock, deadlineMs: startMs + HOUR_MS };
    const { signal } = new AbortController();
    const due = waitUntilDue(job, { lastReadMs: startMs, notBeforeMs: startMs + askedMs }, deps, signal);
    backMs = HOUR_MS;
    expect(await due).toBe(true);
    const tookMs = simulated.now() - startMs;
    expect(tookMs).toBeGreaterThanOrEqual(askedMs);
    expect(tookMs).toBeLessThan(askedMs + 2000);
  },
);
