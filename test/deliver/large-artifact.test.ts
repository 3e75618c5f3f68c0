import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { extractArtifact } from '../../demo/artifact-service/extract-artifact.ts';
import {
  startArtifactService,
  type ArtifactService,
} from '../../demo/artifact-service/start-artifact-service.ts';
import { deliverArtifact } from '../../src/deliver/artifact.ts';
import type { Delivery } from '../../src/deliver/types.ts';
import { createRecordingLog, realClock } from '../queue/client-deps.ts';

const RUN = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '1' };
let root = '';
let folder = '';
let service: ArtifactService;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'deliver-large-'));
  folder = path.join(root, 'out');
  service = await startArtifactService({ storage: path.join(root, 'stored') });
  // The client reads its own variables from the process.
  Object.assign(process.env, RUN, service.env);
});
afterEach(async () => {
  await service.close();
  for (const name of [...Object.keys(RUN), ...Object.keys(service.env)])
    Reflect.deleteProperty(process.env, name);
  await rm(root, { recursive: true });
});

async function writeFiles(contents: ReadonlyMap<string, Buffer>): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, content] of contents) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    paths.push(file);
  }
  return paths;
}

async function deliver(files: readonly string[]): Promise<Delivery> {
  const signal = new AbortController().signal;
  const env = { ...RUN, ...service.env };
  const deps = { clock: realClock, random: () => 0, log: createRecordingLog(), env, signal };
  return await deliverArtifact({ name: 'pictures', folder, files }, deps);
}

function digests(contents: Iterable<readonly [string, Buffer]>): [string, string][] {
  return [...contents]
    .map(([name, content]): [string, string] => [name, createHash('sha256').update(content).digest('hex')])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

async function unpack(): Promise<[string, Buffer][]> {
  const unpacked = path.join(root, 'unpacked');
  const names = await extractArtifact(service.artifacts.at(-1)?.path ?? '', unpacked);
  return await Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => [name, await readFile(path.join(unpacked, name))]),
  );
}

test('1,200 outputs go in one artifact: a job may have no more than 500 artifacts', async () => {
  const contents = new Map(
    Array.from({ length: 1200 }, (_, index): [string, Buffer] => [
      `edit-${index % 40}/picture ${index}.jpg`,
      Buffer.alloc(100 + index, index),
    ]),
  );
  const delivery = await deliver(await writeFiles(contents));
  expect(delivery).toMatchObject({ kind: 'artifact', files: 1200 });
  expect(service.artifacts).toHaveLength(1);
  expect(digests(await unpack())).toEqual(digests(contents));
});

test('a picture of many blocks arrives whole, although connections break on the way', async () => {
  const large = Buffer.alloc(30_000_000);
  for (let at = 0; at < large.length; at += 4) large.writeUInt32LE((at * 2654435761) % 2 ** 32, at);
  const contents = new Map([['large.png', large]]);
  const files = await writeFiles(contents);
  service.faults.add({ on: 'upload', times: 1, kind: 'reset' });
  const delivery = await deliver(files);
  expect(delivery).toMatchObject({ kind: 'artifact' });
  expect(digests(await unpack())).toEqual(digests(contents));
});

test('an upload that was cut off at its very end is made again under the next name', async () => {
  const contents = new Map([['a.jpg', Buffer.from('picture')]]);
  const files = await writeFiles(contents);
  service.faults.add({ on: 'finalize', times: 1, kind: 'reset' });
  const delivery = await deliver(files);
  expect(delivery).toMatchObject({ kind: 'artifact', name: 'pictures-2' });
  expect(service.artifacts.map(({ name }) => name)).toEqual(['pictures-2']);
  expect(digests(await unpack())).toEqual(digests(contents));
});

test('a file that is no longer there is named, and the others stay', async () => {
  const files = await writeFiles(new Map([['a.jpg', Buffer.from('picture')]]));
  const delivery = await deliver([...files, path.join(folder, 'gone.jpg')]);
  expect(delivery).toMatchObject({ kind: 'failed', folder });
  expect(delivery.kind === 'failed' && delivery.message).toContain('gone.jpg');
  expect(await readFile(files[0] ?? '', 'utf8')).toBe('picture');
});
