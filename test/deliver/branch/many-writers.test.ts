import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

import type { BranchDelivery } from '../../../src/deliver/branch/types.ts';
import { readBranch, readCommits, runGit } from '../../support/bare-repository.ts';
import { createDeliveryStage, TOKEN, type DeliveryStage } from './delivery-stage.ts';
import type { WriterOrder } from './writer.ts';

const WRITERS = 8;
const PICTURES = 3;
const BYTES = 700_000;

/** Starts a run's delivery as a process of its own, which waits until it may `go`. */
async function startWriter(stage: DeliveryStage, number: number) {
  const ids = Array.from({ length: PICTURES }, (_, index) => `edit-${number}-${index}`);
  const set = ids.map(async (id) => await stage.make(id, { [`pictures/${id}.png`]: randomBytes(BYTES) }));
  const order: WriterOrder = {
    url: `${stage.service.url}/acme/shop.git`,
    token: TOKEN,
    folder: path.join(stage.root, `writer-${number}`),
    set: await Promise.all(set),
  };
  const script = path.join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(order)]);
  const stderr = text(child.stderr);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const read = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(await stderr);
    return line.value;
  };
  expect(await read()).toBe('opened');
  return {
    ids,
    go: async () => {
      child.stdin.end('go');
      return JSON.parse(await read()) as { delivery: BranchDelivery; lines: string[] };
    },
  };
}

test('8 runs at once, each with its own edits: all of them land, one after the other', async () => {
  await using stage = await createDeliveryStage();
  const writers = await Promise.all(
    Array.from({ length: WRITERS }, async (_, number) => await startWriter(stage, number)),
  );

  const ends = await Promise.all(writers.map(async ({ go }) => await go()));

  expect(ends.map(({ delivery }) => delivery)).toMatchObject(
    ends.map(() => ({ kind: 'committed', left: [], warnings: [] })),
  );
  const ids = writers.flatMap((writer) => writer.ids).toSorted();
  const lock = await stage.lock();
  expect([...lock.edits.keys()]).toEqual(ids);
  const files = await readBranch(stage.bare);
  expect([...files.keys()]).toEqual([
    'README.md',
    'edits.lock.json',
    ...ids.map((id) => `pictures/${id}.png`),
  ]);
  expect(files.get('README.md')?.toString()).toBe(ids.join('\n'));

  const commits = await readCommits(stage.bare);
  expect(commits).toHaveLength(WRITERS);
  expect(commits.map(({ parents }) => parents)).toEqual([...commits.slice(1).map(({ id }) => [id]), []]);
  expect((await runGit(stage.bare, ['fsck', '--strict', '--full'])).toString()).not.toMatch(/error|missing/);
  const refs = (await runGit(stage.bare, ['for-each-ref', '--format=%(refname)'])).toString();
  expect(refs).toBe('refs/heads/assets\n');

  const sent = stage.service.requests.reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  expect(sent).toBeLessThan(1.1 * WRITERS * PICTURES * BYTES);
}, 120_000);
