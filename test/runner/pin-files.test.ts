import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { InspectedFile } from '../../src/references/types.ts';
import { readRepository } from '../../src/runner/job-facts.ts';
import { pinFiles } from '../../src/runner/pin-files.ts';
import type { RunnerEvent } from '../../src/runner/read-event.ts';
import { listCommits, readLastingCommit } from '../../src/runner/spec-commit.ts';
import { file as sampleFile } from '../plan/review/recorded-edits.ts';
import { commitAll } from '../support/checkout.ts';

const { signal } = new AbortController();
let root = '';
let workspace = '';

beforeEach(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), 'pinned-')));
  workspace = path.join(root, 'workspace');
  await mkdir(workspace);
  await mkdir(path.join(root, 'temp'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true, maxRetries: 5 });
});

async function commit(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workspace, name), text);
  return await commitAll(workspace);
}

async function inspect(name: string): Promise<InspectedFile> {
  const absolutePath = path.join(workspace, name);
  const bytes = await readFile(absolutePath);
  const gitBlob = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  return { ...sampleFile(name), absolutePath, gitBlob };
}

function worldOf(sha: string | undefined, event: Partial<RunnerEvent> = {}) {
  return {
    readEvent: async () =>
      await Promise.resolve({ name: 'push', isPrivate: false, origin: { kind: 'own' }, ...event } as const),
    repository: { ...readRepository({}), sha },
    workspace,
    temp: path.join(root, 'temp'),
    env: process.env,
  };
}

it('a file is pinned to the commit that has its bytes', async () => {
  const sha = await commit({ 'a.png': 'a', 'b.png': 'b' });
  await writeFile(path.join(workspace, 'b.png'), 'changed since');
  await writeFile(path.join(workspace, 'c.png'), 'untracked');
  const files = await Promise.all(['a.png', 'b.png', 'c.png'].map(inspect));
  const commitOf = await pinFiles(files, worldOf(sha), signal);
  expect(files.map(commitOf)).toEqual([sha, undefined, undefined]);
  expect(files.map(await pinFiles(files, worldOf(undefined), signal))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it("a pull request's file is pinned to the head commit, or to the merge commit if only that has it", async () => {
  const head = await commit({ 'a.png': 'a', 'b.png': 'before' });
  const merge = await commit({ 'b.png': 'from main' });
  const files = await Promise.all(['a.png', 'b.png'].map(inspect));
  const event = { name: 'pull_request', pull: { number: 7, head } };
  const commitOf = await pinFiles(files, worldOf(merge, event), signal);
  expect(files.map(commitOf)).toEqual([head, merge]);

  // A shallow checkout has the merge commit only.
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${workspace}`, path.join(root, 'shallow')]);
  const shallow = { ...worldOf(merge, event), workspace: path.join(root, 'shallow') };
  const there = files.map((file) => ({
    ...file,
    absolutePath: file.absolutePath.replace('workspace', 'shallow'),
  }));
  expect(there.map(await pinFiles(there, shallow, signal))).toEqual([merge, merge]);
});

it.each<[string, Partial<RunnerEvent>, string | undefined, readonly string[]]>([
  ['push', {}, 'run', ['run']],
  ['pull_request', { pull: { number: 7, head: 'head' } }, 'head', ['head', 'run']],
  ['pull_request_review', { pull: { number: 7, head: 'head' } }, 'head', ['head', 'run']],
  ['pull_request', { pull: { number: 7 } }, undefined, ['run']],
  ['pull_request_target', { pull: { number: 7, head: 'head' } }, 'run', ['run']],
  ['issue_comment', { pull: { number: 7 } }, 'run', ['run']],
])('the commit of %s %j whose address lasts is %s', async (name, event, lasting, all) => {
  const world = worldOf('run', { name, ...event });
  expect(await readLastingCommit(world)).toBe(lasting);
  expect(await listCommits(world)).toEqual(all);
});
