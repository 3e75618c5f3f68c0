import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import { createJob } from './job.ts';
import { stableText } from './stable-text.ts';

test('a job hands files to main, and the state of main to post', async () => {
  await using action = await makeAction(`
    import { appendFileSync, readFileSync } from 'node:fs';
    console.log(readFileSync('a/b.txt', 'utf8'), process.env.INPUT_SPEC, process.env.MORE, process.env.STATE_folder);
    appendFileSync(process.env.GITHUB_STATE, 'folder=x\\n');`);
  await using job = await createJob(
    { 'a/b.txt': 'hello' },
    { action: action.folder, inputs: { spec: 'one' } },
  );

  expect((await job.main()).stdout).toBe('hello one undefined undefined\n');
  expect((await job.post({ inputs: { spec: 'two' }, env: { MORE: 'more' } })).stdout).toBe(
    'hello two more x\n',
  );
});

test('what changes from run to run becomes a word', () => {
  const text =
    'at 127.0.0.1:4711 after 1.5 s and 20 ms in /tmp/a/dreamina-edits-Ab3dE9 2026-01-02T03:04:05.006Z';
  expect(stableText(text, { '/tmp': 'NO', '/tmp/a': 'TEMP' })).toBe(
    'at 127.0.0.1:PORT after N s and N ms in TEMP/dreamina-edits-XXXXXX TIME',
  );
  expect(stableText('{ "totalMs": 12, "size": 12 }')).toBe('{ "totalMs": N, "size": 12 }');
});

async function makeAction(program: string): Promise<AsyncDisposable & { readonly folder: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'action-'));
  await mkdir(path.join(folder, 'dist'));
  const metadata = {
    name: 'Test',
    description: 'A test.',
    inputs: { spec: { description: 'Spec.' } },
    outputs: {},
    runs: { using: 'node24', main: 'dist/main.mjs', post: 'dist/main.mjs' },
  };
  await writeFile(path.join(folder, 'action.yml'), JSON.stringify(metadata));
  await writeFile(path.join(folder, 'dist', 'main.mjs'), program);
  return {
    folder,
    [Symbol.asyncDispose]: async () => {
      await rm(folder, { recursive: true, maxRetries: 5 });
    },
  };
}
