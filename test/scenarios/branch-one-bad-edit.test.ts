import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { readLock } from '../support/branch-stage.ts';
import { afterFirstRun, ALONE, BASE, runWith, UPON } from '../support/next-run.ts';
import { readStates } from '../support/stage.ts';

test('an edit that fails keeps what the branch has of it; the others are committed, and the next run tries it again', async () => {
  await using stage = await afterFirstRun();
  const before = await readBranch(stage.repository);
  const spec = [BASE.replace('A base', 'Bad'), UPON, ALONE.replace('Alone', 'All alone')];
  stage.emulator.faults.add({ on: 'job', kind: 'fails', error: 'no idea', match: 'Bad', times: 1 });
  const { main } = await runWith(stage, spec);

  expect(main).toMatchObject({ exitCode: 1, outputs: { outcome: 'partial', succeeded: '1', failed: '1' } });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    base: 'failed',
    upon: 'skipped',
    alone: 'succeeded',
  });
  const files = await readBranch(stage.repository);
  expect(files.get('base.jpg')).toEqual(before.get('base.jpg'));
  const { edits } = readLock(files);
  expect(Object.values(edits).map(({ input }) => input.prompt)).toEqual([
    'All alone.',
    'A base.',
    'Upon it.',
  ]);

  const next = await runWith(stage, spec);
  expect(next.submitted).toEqual(['Bad.', 'Upon it.']);
  expect(next.main.outputs).toMatchObject({ outcome: 'success', succeeded: '2', unchanged: '1' });
});
