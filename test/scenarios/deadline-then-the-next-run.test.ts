import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';

const quick = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'];
const slow = ['s1', 's2', 's3'];
const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${quick.map((id) => `  ${id}: { prompt: Quick ${id}., images: a.png }`).join('\n')}
${slow.map((id) => `  ${id}: { prompt: Slow ${id}., images: a.png }`).join('\n')}
`;

test('7 of 10 done at the deadline: 7 are delivered, 3 pending, and the next run collects the 3 without a submit', async () => {
  await using stage = await createBranchStage(
    { 'edits.yml': spec },
    { inputs: { timeout: '10s', 'max-parallel': '10' } },
  );
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 13_000, match: 'Slow' });
  const main = await stage.job.main();
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '7', pending: '3', failed: '0' });
  const files = await readBranch(stage.repository);
  expect(quick.filter((id) => files.has(`${id}.jpg`))).toEqual(quick);
  expect(slow.filter((id) => files.has(`${id}.jpg`))).toEqual([]);

  const next = await stage.job.main({ facts: { runId: '4712' } });
  expect(next.exitCode, next.stdout).toBe(0);
  expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '3', unchanged: '7' });
  expect(stage.emulator.ledger).toHaveLength(10);
  const all = await readBranch(stage.repository);
  expect(slow.filter((id) => all.has(`${id}.jpg`))).toEqual(slow);
});
