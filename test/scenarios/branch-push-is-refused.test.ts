import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  one: { prompt: One., images: a.png }
  two: { prompt: Two., images: a.png, output: shop/two }
`;

/** As GitHub does for a branch that is protected: other refs are taken. */
const HOOK = `#!/bin/sh
while read -r old new ref; do
  case "$ref" in refs/heads/*) echo "error: GH006: Protected branch update failed for $ref." >&2; exit 1;; esac
done
`;

test('a protected branch: the pictures are in the artifact, what is missing is said, and a later run pays nothing', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  const hook = path.join(stage.repository, 'hooks', 'pre-receive');
  await mkdir(path.dirname(hook), { recursive: true });
  await writeFile(hook, HOOK);
  await chmod(hook, 0o755);
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '2' });
  expect(main.outputs['artifact-url']).toContain('/artifacts/');
  expect([...(await stage.unpack()).keys()]).toEqual(
    expect.arrayContaining(['one.jpg', 'shop/two.jpg', 'index.html']),
  );
  const messages = main.log.annotations.map(({ message }) => message).join('\n');
  expect(messages).toContain('GH006: Protected branch update failed');
  for (const text of [messages, main.summary]) expect(text).toContain('`assets`');
  expect(await readCommits(stage.repository)).toEqual([]);

  await rm(hook);
  const later = await stage.job.main();
  expect(later.exitCode).toBe(0);
  expect(later.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
  expect(stage.emulator.ledger).toHaveLength(2);
  const files = await readBranch(stage.repository);
  expect([...files.keys()]).toEqual(expect.arrayContaining(['one.jpg', 'shop/two.jpg']));
});
