import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { readBranch, readCommits, runGit } from '../support/bare-repository.ts';
import { createBranchStage, TOKEN } from '../support/branch-stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  base: { prompt: A base., images: a.png }
  upon: { prompt: Upon it., images: [{ edit: base }] }
`;
const SENT = btoa(`x-access-token:${TOKEN}`);

test('the token of the job reaches the git server alone, and is nowhere else: log, summary, files, objects', async () => {
  await using stage = await createBranchStage(
    { 'edits.yml': spec },
    {
      inputs: { deliver: 'artifact, branch' },
      env: { RUNNER_DEBUG: '1', GIT_TRACE: '1', GIT_CURL_VERBOSE: '1' },
    },
  );
  const main = await stage.job.main();
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });

  expect(JSON.stringify([...stage.emulator.requests, ...stage.artifacts.requests])).not.toMatch(/ghs_/);
  const masked = main.stdout.replace(/^::add-mask::.*\n/gm, '');
  const written = { masked, errors: main.stderr, ...main.outputs, ...main.state, summary: main.summary };
  const objects = await runGit(stage.repository, [
    'cat-file',
    '--batch',
    '--batch-all-objects',
    '--unordered',
  ]);
  const texts: readonly (readonly [string, Buffer])[] = [
    ['what was written', Buffer.from(JSON.stringify(written))],
    ['git objects', objects],
    ...(await readBranch(stage.repository)),
    ...(await stage.unpack()),
    ...(await readAll(stage.job.temp)),
  ];
  for (const [name, bytes] of texts) {
    expect(bytes.includes(TOKEN), name).toBe(false);
    expect(bytes.includes(SENT), name).toBe(false);
  }
  expect(main.log.masks).toEqual(expect.arrayContaining([TOKEN, SENT]));
  expect(await readCommits(stage.repository)).toHaveLength(1);
  // The private repository of the run does not stay.
  const left = await readdir(stage.job.temp, { recursive: true });
  expect(left.filter((name) => name.endsWith('HEAD'))).toEqual([]);
});

async function readAll(folder: string): Promise<readonly (readonly [string, Buffer])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return await Promise.all(
    files.map(async ({ parentPath, name }) => [name, await readFile(path.join(parentPath, name))] as const),
  );
}
