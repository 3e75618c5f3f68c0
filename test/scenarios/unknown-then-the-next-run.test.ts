import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';
import { readStates } from '../support/stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  lost: { prompt: The lost one., images: a.png }
  fine: { prompt: A fine one., images: a.png }
`;

test('a submit whose answer was lost: later runs say so again and do not send it, until they may', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'submit', kind: 'reset', accepted: true, match: 'lost' });
  const main = await stage.job.main();
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1' });
  stage.emulator.faults.clear();

  for (const runId of ['4712', '4713']) {
    const later = await stage.job.main({ facts: { runId } });
    expect(later.exitCode).toBe(1);
    expect(await readStates(later.outputs['results-file'] ?? '')).toEqual({
      lost: 'unknown',
      fine: 'unchanged',
    });
    for (const text of [later.stdout, later.summary]) {
      expect(text).toContain('less than a minute ago');
      expect(text).toContain('on-unknown: resubmit');
      expect(text).toContain('/actions/runs/4711');
    }
  }
  expect(stage.emulator.ledger).toHaveLength(2);

  const asked = await stage.job.main({ facts: { runId: '4714' }, inputs: { 'on-unknown': 'resubmit' } });
  expect(asked.exitCode, asked.stdout).toBe(0);
  expect(asked.outputs).toMatchObject({ outcome: 'success', succeeded: '1', unchanged: '1' });
  expect(stage.emulator.ledger).toHaveLength(3);
  expect((await readBranch(stage.repository)).has('lost.jpg')).toBe(true);
});
