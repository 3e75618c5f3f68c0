import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { afterFirstRun, runWith } from '../support/next-run.ts';
import { CHANGED, preview, PREVIEWS } from '../support/previews.ts';

/** As GitHub does for a branch that is protected: other refs are taken. */
const HOOK = `#!/bin/sh
while read -r old new ref; do
  case "$ref" in refs/heads/assets) echo "error: GH006: Protected branch update failed for $ref." >&2; exit 1;; esac
done
`;

test('the branch refuses what a run adopts: it is pending and in the artifact, and a later run adopts it', async () => {
  await using stage = await afterFirstRun();
  await preview(stage, 7, CHANGED);
  const shown = await readBranch(stage.repository, 'assets-pr-7');
  const hook = path.join(stage.repository, 'hooks', 'pre-receive');
  await mkdir(path.dirname(hook), { recursive: true });
  await writeFile(hook, HOOK);
  await chmod(hook, 0o755);

  const { main, submitted } = await runWith(stage, CHANGED, PREVIEWS);
  expect(submitted).toEqual([]);
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', adopted: '0', pending: '2', unchanged: '1' });
  const artifact = await stage.unpack();
  for (const file of ['base.jpg', 'upon.jpg']) expect(artifact.get(file)).toEqual(shown.get(file));
  const name = main.outputs['artifact-name'] ?? '';
  expect(main.log.annotations.map(({ message }) => message).join('\n')).toContain(
    `Its pictures were not copied from branch \`assets-pr-7\`: the commit could not be delivered. The next run copies them, at no cost. What came is in the artifact \`${name}\`.`,
  );

  await rm(hook);
  const later = await runWith(stage, CHANGED, PREVIEWS);
  expect(later.submitted).toEqual([]);
  expect(later.main.outputs).toMatchObject({ outcome: 'success', adopted: '2', unchanged: '1' });
});
