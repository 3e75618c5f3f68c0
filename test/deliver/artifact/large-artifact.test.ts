import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { createArtifactStage, digests, type ArtifactStage } from '../../support/artifact-stage.ts';

let stage: ArtifactStage;

beforeEach(async () => {
  stage = await createArtifactStage();
});
afterEach(async () => {
  await stage[Symbol.asyncDispose]();
});

test('1,200 outputs go in one artifact: a job may have no more than 500 artifacts', async () => {
  const contents = new Map(
    Array.from({ length: 1200 }, (_, index): [string, Buffer] => [
      `edit-${index % 40}/picture ${index}.jpg`,
      Buffer.alloc(100 + index, index),
    ]),
  );
  const { delivery } = await stage.deliver(await stage.writeFiles(contents));
  expect(delivery).toMatchObject({ kind: 'artifact', files: 1200 });
  expect(stage.service.artifacts).toHaveLength(1);
  expect(digests(await stage.unpack())).toEqual(digests(contents));
});

test('a picture of many blocks arrives whole, although connections break on the way', async () => {
  const large = Buffer.alloc(30_000_000);
  for (let at = 0; at < large.length; at += 4) large.writeUInt32LE((at * 2654435761) % 2 ** 32, at);
  const contents = new Map([['large.png', large]]);
  const files = await stage.writeFiles(contents);
  stage.service.faults.add({ on: 'upload', times: 1, kind: 'reset' });
  const { delivery } = await stage.deliver(files);
  expect(delivery).toMatchObject({ kind: 'artifact' });
  expect(digests(await stage.unpack())).toEqual(digests(contents));
});

test('an upload that was cut off at its very end is made again under the next name', async () => {
  const contents = new Map([['a.jpg', Buffer.from('picture')]]);
  const files = await stage.writeFiles(contents);
  stage.service.faults.add({ on: 'finalize', times: 1, kind: 'reset' });
  const { delivery } = await stage.deliver(files);
  expect(delivery).toMatchObject({ kind: 'artifact', name: 'pictures-2' });
  expect(stage.service.artifacts.map(({ name }) => name)).toEqual(['pictures-2']);
  expect(digests(await stage.unpack())).toEqual(digests(contents));
});

test('a file that is no longer there is named, and the others stay', async () => {
  const files = await stage.writeFiles(new Map([['a.jpg', Buffer.from('picture')]]));
  const { delivery } = await stage.deliver([...files, path.join(stage.folder, 'gone.jpg')]);
  expect(delivery).toMatchObject({ kind: 'failed', folder: stage.folder });
  expect(delivery.kind === 'failed' && delivery.message).toContain('gone.jpg');
  expect(await readFile(files[0] ?? '', 'utf8')).toBe('picture');
});
