import { expect, test } from 'vitest';

import { countJobs, makeEdit, runPlan, type RunOptions } from '../run-plan.ts';

const edits = Array.from({ length: 32 }, (_, index) => makeEdit(`edit-${index}`));

async function runAuto(api: NonNullable<RunOptions['api']>) {
  const jobs = countJobs();
  const options = { maxParallel: 'auto', timeoutMs: 100 * 3_600_000, api } as const;
  const { outcomes, posts } = await runPlan(edits, { ...options, onChange: jobs.onChange });
  expect(outcomes.every(({ state }) => state === 'succeeded')).toBe(true);
  expect(posts).toBeGreaterThanOrEqual(edits.length);
  return jobs.most;
}

test('auto: a service that begins each job at once gets more of them', async () => {
  expect(await runAuto({ stages: () => ['in_progress', 'in_progress', 'completed'] })).toBeGreaterThan(16);
});

test('auto: a service whose queue is full gets no more than before', async () => {
  const inQueue = Array.from({ length: 4 }, () => 'in_queue');
  const most = await runAuto({ stages: () => [...inQueue, 'in_progress', 'completed'] });
  expect(most).toBe(8);
});

test('auto: a service that takes six jobs and refuses more gets what it takes', async () => {
  const most = await runAuto({
    stages: () => ['in_progress', 'in_progress', 'completed'],
    fault: ({ path }, answer, jobs) => {
      const open = jobs.filter(({ stages }) => stages.length > 1).length;
      if (!path.startsWith('/v1/models') || open < 6) return false;
      answer.json({}, 429, { 'retry-after': '1' });
      return true;
    },
  });
  expect(most).toBeLessThanOrEqual(9); // eight at first
});
