import { expect, test } from 'vitest';

import { createBranchStage, readLock } from '../support/branch-stage.ts';
import { readBranch } from '../support/bare-repository.ts';
import { shiftClock } from '../support/shift-clock.ts';
import { readStates } from '../support/stage.ts';

const MINUTE_MS = 60_000;

const spec = `version: 1
edits:
  hero: { prompt: The hero., images: a.png, size: 1024x1024, force-single: true }
`;

test('a job of a machine whose clock is two hours fast: its age is judged by the clock of the service', async () => {
  let laterMs = 0;
  const now = (): number => Date.now() + laterMs;
  await using stage = await createBranchStage({ 'edits.yml': spec }, { service: { now } });
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 60_000, match: 'The hero' });
  const fast = await stage.job.main({ env: shiftClock(120 * MINUTE_MS), inputs: { timeout: '10s' } });
  expect(await readStates(fast.outputs['results-file'] ?? '')).toEqual({ hero: 'pending' });

  // The service has lost it.
  for (const on of ['status', 'result'] as const)
    stage.emulator.faults.add({ on, kind: 'status', status: 404, match: 'The hero' });
  const run = async (runId: string) =>
    await stage.job.main({
      facts: { runId },
      inputs: { 'on-unknown': 'resubmit' },
      env: shiftClock(laterMs),
    });
  laterMs = 70 * MINUTE_MS;
  const late = await run('4712');
  expect(late.stdout).toContain('It is given up: only a run with `on-unknown: resubmit`');
  expect(stage.emulator.ledger).toHaveLength(1);

  stage.emulator.faults.clear();
  const again = await run('4713');
  expect(again.exitCode, again.stdout).toBe(0);
  expect(stage.emulator.ledger).toHaveLength(2);
  const { hero } = readLock(await readBranch(stage.repository)).edits;
  expect(hero?.request_id).toBe(stage.emulator.ledger[1]?.requestId);
});
