import { afterAll, expect, test } from 'vitest';

import { readTreeBlobs } from '../../src/references/read-tree.ts';
import { createWorkspace, NEVER } from './support.ts';

const workspace = await createWorkspace();
afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});
await workspace.write('a.png', 'a');
await workspace.write('*.png', 'star');
await workspace.write('folder/b\n"c".png', 'b');
const sha = workspace.commit();

test('names are taken as they are: no globs, no quotes, no line breaks', async () => {
  const names = ['*.png', 'folder/b\n"c".png', 'none.png'];
  const blobs = await readTreeBlobs(workspace.folder, sha, names, NEVER);
  expect(blobs.ok && Object.fromEntries(blobs.value)).toEqual({
    '*.png': workspace.git('rev-parse', `${sha}:*.png`),
    'folder/b\n"c".png': workspace.git('rev-parse', `${sha}:folder/b\n"c".png`),
  });
});

test('an ended run ends it, with its own reason', async () => {
  const signal = AbortSignal.abort(new Error('cancelled'));
  await expect(readTreeBlobs(workspace.folder, sha, ['a.png'], signal)).rejects.toThrow('cancelled');
});

test('where git is missing, that is the reason', async () => {
  const { PATH } = process.env;
  process.env['PATH'] = workspace.folder;
  try {
    const blobs = await readTreeBlobs(workspace.folder, sha, ['a.png'], NEVER);
    expect(blobs).toEqual({ ok: false, error: 'git is not installed' });
  } finally {
    process.env['PATH'] = PATH;
  }
});
