import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';

import { readThrough } from '../../src/pictures/read-through.ts';

test('any parts of a file, in any order, also behind its end and larger than the window', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dreamina-read-'));
  onTestFinished(async () => {
    await rm(folder, { recursive: true });
  });
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
  const name = path.join(folder, 'file');
  await writeFile(name, bytes);
  await using file = await open(name);
  const part = fc.record({ at: fc.nat(1100), length: fc.nat(200) });
  await fc.assert(
    fc.asyncProperty(fc.array(part), async (parts) => {
      const readAt = readThrough(file, Buffer.alloc(64));
      for (const { at, length } of parts)
        expect(Buffer.from(await readAt(at, length))).toEqual(bytes.subarray(at, at + length));
    }),
  );
});
