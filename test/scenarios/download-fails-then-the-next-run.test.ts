import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: One., images: a.png }
`;

test('an address of an output that no longer works is asked for again by the next run, which pays nothing', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'download', kind: 'status', status: 403 });
  const main = await stage.job.main();
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ succeeded: '0' });
  expect((await readBranch(stage.repository)).size).toBe(0);

  stage.emulator.faults.clear();
  const asked = stage.emulator.requests.length;
  const next = await stage.job.main({ facts: { runId: '4712' } });
  expect(next.exitCode, next.stdout).toBe(0);
  expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  const { requestId } = stage.emulator.ledger[0] ?? { requestId: '?' };
  const paths = stage.emulator.requests.slice(asked).map(({ path: where }) => where);
  expect(paths.some((where) => where.includes(`${requestId}/result`))).toBe(true);
  expect(stage.emulator.ledger).toHaveLength(1);
  expect((await readBranch(stage.repository)).has('one.jpg')).toBe(true);
});
