import { expect, test } from 'vitest';

import { createSimulatedClock } from '../../support/clocks.ts';
import { LATER, makeEdit, runPlan } from '../run-plan.ts';

const MINUTE_MS = 60_000;

test.each([
  ['429, to come back in ten minutes', 429, { 'retry-after': '600' }],
  ['503, to come back in ten minutes', 503, { 'retry-after': '600' }],
])(
  'a read is answered %s: the last one, before the edit is out of time, finds its picture',
  async (_, status, headers) => {
    let reads = 0;
    const { outcomes } = await runPlan([makeEdit('hero', { timeoutMs: 5 * MINUTE_MS })], {
      api: {
        stages: () => ['completed'],
        fault: ({ method }, answer) => {
          if (method === 'POST' || (reads += 1) > 1) return false;
          answer.json({}, status, headers);
          return true;
        },
      },
    });
    expect(outcomes[0], JSON.stringify(outcomes[0])).toMatchObject({ state: 'succeeded' });
    expect(outcomes[0]?.timings.totalMs).toBe(5 * MINUTE_MS - 1000);
  },
);

test('many jobs that end shortly before one deadline are all found, though one read each is more than a second allows', async () => {
  const clock = createSimulatedClock(LATER);
  const edits = Array.from({ length: 64 }, (_, n) => makeEdit(`e${n}`, { timeoutMs: MINUTE_MS }));
  const { outcomes } = await runPlan(edits, {
    clock,
    maxParallel: 64,
    // By these, none of them is over before the deadline.
    earlierPhases: Array.from({ length: 50 }, () => ({ queuedMs: 0, runningMs: 10 * MINUTE_MS })),
    api: {
      stages: () => ['completed'],
      fault: ({ method }, answer) => {
        if (method === 'POST' || clock.now() > LATER + 55_000) return false;
        answer.json({ status: 'in_progress' });
        return true;
      },
    },
  });
  expect(outcomes.filter(({ state }) => state !== 'succeeded').map(({ edit }) => edit.id)).toEqual([]);
});
