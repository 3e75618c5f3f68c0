import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage, readLock } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A hero., images: a.png }
`;

test('what was paid for comes as a web page: later runs try again and pay nothing, and force has it made again', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  const { emulator, job } = stage;
  emulator.faults.add({ on: 'download', kind: 'html', contentType: 'image/jpeg' });
  for (const runId of ['7', '8']) {
    const plain = await job.main({ facts: { runId } });
    expect(plain.exitCode, plain.stdout).toBe(1);
    expect(plain.stdout).toContain('name it in `force`');
    expect(emulator.ledger).toHaveLength(1);
  }
  // The service makes it well the second time, and would still give the same for the first.
  emulator.faults.clear();
  const first = emulator.ledger[0]?.requestId ?? '?';
  const forced = await job.main({ facts: { runId: '9' }, inputs: { force: 'hero' } });
  expect(forced.outputs, forced.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(forced.stdout).toContain(`(request ${first}), and what it made cannot be delivered`);
  expect(emulator.ledger).toHaveLength(2);
  const made = readLock(await readBranch(stage.repository)).edits['hero']?.request_id;
  expect(made).toBe(emulator.ledger[1]?.requestId);

  const next = await job.main({ facts: { runId: '10' } });
  expect(next.outputs).toMatchObject({ outcome: 'unchanged' });
  expect(emulator.ledger).toHaveLength(2);
});
