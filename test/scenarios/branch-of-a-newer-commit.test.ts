import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage, readLock } from '../support/branch-stage.ts';
import { commitAll } from '../support/checkout.ts';
import { ALONE, BASE, runWith, specOf } from '../support/next-run.ts';
import { makePicture } from '../support/stage.ts';

const NEW_ALONE = ALONE.replace('Alone', 'All alone');

test('the run of an older commit, started again or late, keeps the pictures of a newer one and says so; the newer commit pays nothing afterwards', async () => {
  const files = { 'edits.yml': specOf(BASE, ALONE), 'b.png': await makePicture(90) };
  await using stage = await createBranchStage(files);
  const { workspace } = stage.job;
  const older = await commitAll(workspace);
  await writeFile(path.join(workspace, 'edits.yml'), specOf(BASE, NEW_ALONE));
  const newer = await commitAll(workspace);
  expect((await stage.job.main({ facts: { sha: newer } })).outputs).toMatchObject({ succeeded: '2' });

  const before = stage.emulator.ledger.length;
  await writeFile(path.join(workspace, 'edits.yml'), specOf(BASE, ALONE));
  const late = await stage.job.main({
    facts: { sha: older, runId: '2' },
    inputs: { force: '*', prune: 'true' },
  });
  const warning = late.log.annotations.find(({ message }) => message.includes('newer commit'));
  expect(warning).toMatchObject({ kind: 'warning' });
  expect(warning?.message).toContain(`The branch was made from a newer commit (${newer.slice(0, 7)})`);
  expect(warning?.message).toContain('alone, base');
  expect(stage.emulator.ledger).toHaveLength(before);
  expect(readLock(await readBranch(stage.repository)).edits['alone']?.input.prompt).toBe('All alone.');

  await writeFile(path.join(workspace, 'edits.yml'), specOf(BASE, NEW_ALONE));
  const again = await stage.job.main({ facts: { sha: newer, runId: '3' } });
  expect(again.outputs).toMatchObject({ outcome: 'unchanged' });
  expect(stage.emulator.ledger).toHaveLength(before);
});

test('a newer commit replaces what an older one brought, as ever', async () => {
  const files = { 'edits.yml': specOf(BASE, ALONE), 'b.png': await makePicture(90) };
  await using stage = await createBranchStage(files);
  const older = await commitAll(stage.job.workspace);
  await stage.job.main({ facts: { sha: older } });
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(BASE, NEW_ALONE));
  const newer = await commitAll(stage.job.workspace);
  const before = stage.emulator.ledger.length;
  await stage.job.main({ facts: { sha: newer, runId: '2' } });
  expect(stage.emulator.ledger).toHaveLength(before + 1);
  const { main } = await runWith(stage, [BASE, NEW_ALONE]);
  expect(main.outputs).toMatchObject({ outcome: 'unchanged' });
});
