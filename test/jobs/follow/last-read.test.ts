import { expect, test } from 'vitest';

import { makeEdit, runPlan } from '../run-plan.ts';

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
