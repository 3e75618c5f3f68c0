import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { comparePictures, listFiles } from '../../demo/compare-folders.ts';
import type { Results } from '../../demo/read-results.ts';

const temp = await mkdtemp(path.join(tmpdir(), 'compare-'));
afterAll(async () => {
  await rm(temp, { recursive: true, maxRetries: 5 });
});

function resultsWith(file: string, content: string): Results {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const files = [{ path: file, sha256, bytes: content.length, width: 1, height: 1 }];
  const edit = {
    id: 'a',
    state: 'succeeded',
    requestId: 'r',
    costUsd: null,
    timings: { totalMs: 1 },
    error: null,
  };
  return { complete: true, outcome: 'success', costUsd: null, edits: [{ ...edit, files }] };
}

async function makeFolders(name: string): Promise<readonly [string, string]> {
  const folders = [path.join(temp, name, 'disk'), path.join(temp, name, 'unpacked')] as const;
  await mkdir(path.join(folders[0], 'sub'), { recursive: true });
  await writeFile(path.join(folders[0], 'sub', 'a.jpg'), 'picture');
  await cp(folders[0], folders[1], { recursive: true });
  return folders;
}

test('equal folders have no differences', async () => {
  const [disk, unpacked] = await makeFolders('equal');
  expect(await comparePictures(resultsWith('sub/a.jpg', 'picture'), disk, unpacked)).toEqual([]);
  expect(await listFiles(disk)).toEqual(['sub/a.jpg']);
});

test.each([
  ['gone', undefined, 'is not there'],
  ['short', 'pict', 'has 4 bytes, results.json says 7'],
  ['changed', 'Picture', 'is not the file of results.json'],
])('a picture that is %s is reported', async (name, content, fault) => {
  const [disk, unpacked] = await makeFolders(name);
  const file = path.join(unpacked, 'sub', 'a.jpg');
  await (content === undefined ? rm(file) : writeFile(file, content));

  expect(await comparePictures(resultsWith('sub/a.jpg', 'picture'), disk, unpacked)).toEqual([
    expect.stringContaining(fault),
  ]);
});
