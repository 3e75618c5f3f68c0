import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { LEDGER_REF } from '../../../src/ledger/stores/git-store.ts';
import { parseLedger } from '../../../src/ledger/stores/parse-ledger.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { specOf } from '../run-stage.ts';
import { runGit } from '../../support/bare-repository.ts';
import { createBranchStage, type BranchStage } from '../../support/branch-stage.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let action = '';

/** An action whose entries are the sources themselves: this Node runs them as they are. */
beforeAll(async () => {
  action = await mkdtemp(path.join(tmpdir(), 'action-'));
  const metadata = await readFile(path.join(root, 'action.yml'), 'utf8');
  const entry = (name: string): string => path.relative(action, path.join(root, 'src', `${name}.ts`));
  const text = metadata.replaceAll(/dist\/(main|post)\/index\.js/g, (_all, name: string) => entry(name));
  await writeFile(path.join(action, 'action.yml'), text);
});
afterAll(async () => {
  await rm(action, { recursive: true, maxRetries: 5 });
});

async function createSourceStage(count: number, service = {}): Promise<BranchStage> {
  return await createBranchStage({ 'edits.yml': specOf(count) }, { action, service });
}

async function readEntries({ repository }: BranchStage): Promise<readonly LedgerEntry[]> {
  const text = (await runGit(repository, ['show', `${LEDGER_REF}:ledger.json`])).toString();
  const ledger = await parseLedger(text, 'x', new AbortController().signal);
  if (!ledger.ok) throw new Error(ledger.error.message);
  return [...ledger.value.values()].flat();
}

it('killed while its jobs run: the post step updates the ledger, the next run collects without paying again', async () => {
  await using stage = await createSourceStage(3, { capacity: 2, serviceMs: 4000 });
  let child: ChildProcess | undefined;
  const main = await stage.job.main({
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (/^e\d {2}queued/.test(text)) child?.kill('SIGKILL');
    },
  });
  expect(main.signal, main.stdout).toBe('SIGKILL');

  const post = await stage.job.post();
  expect(post.exitCode, post.stdout).toBe(0);
  expect(post.summary).toContain('the next run collects it without paying again');
  // Usually one; if the machine is slow, it may be running already.
  const cancels = stage.emulator.ledger.filter(({ state }) => state === 'cancelled').length;
  expect(post.stdout.match(/cancelled while it queued/g) ?? []).toHaveLength(cancels);
  expect((await readEntries(stage)).map(({ state }) => state)).toEqual(Array(3 - cancels).fill('accepted'));

  const next = await stage.job.main({ facts: { runId: '8' } });
  expect(next.exitCode, next.stdout).toBe(0);
  expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '3' });
  expect(stage.emulator.ledger).toHaveLength(3 + cancels);
  expect((await readEntries(stage)).filter(({ state }) => state !== 'delivered')).toEqual([]);
  expect((await stage.job.post()).stdout).toBe('');
});

it.each(['throw new Error("boom")', 'Promise.reject(new Error("boom"))'])(
  'after `%s` anywhere it ends in order: the error is named, what is in flight is recorded',
  async (fault) => {
    await using stage = await createSourceStage(2, { capacity: 1, serviceMs: 60_000 });
    const preload = path.join(stage.job.temp, '..', 'preload.mjs');
    const signal = `process.on('SIGUSR2', () => { ${fault}; });`;
    await writeFile(preload, signal);
    let child: ChildProcess | undefined;
    const main = await stage.job.main({
      env: { NODE_OPTIONS: `--import=${preload}` },
      onSpawn: (spawned) => {
        child = spawned;
      },
      onLine: ({ text }) => {
        if (/^e\d {2}queued/.test(text)) child?.kill('SIGUSR2');
      },
    });
    expect(main.exitCode, main.stdout).toBe(1);
    expect(main.stdout).toContain('::error::An internal error ended the run: boom');
    expect(main.outputs).toMatchObject({ outcome: 'incomplete' });
    expect((await readEntries(stage)).map(({ state }) => state)).toEqual(['accepted']);
    expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(['in_progress', 'cancelled']);
  },
);

it('an unknown edit is held as before if its new job is cancelled by the post step of a run that was killed', async () => {
  await using stage = await createSourceStage(1);
  stage.emulator.faults.add({ on: 'submit', kind: 'reset', accepted: true });
  const first = await stage.job.main();
  expect(first.outputs, first.stdout).toMatchObject({ outcome: 'incomplete' });
  stage.emulator.faults.clear();

  stage.emulator.faults.add({ on: 'job', kind: 'stuck', at: 'queue' });
  let child: ChildProcess | undefined;
  const again = await stage.job.main({
    facts: { runId: '8' },
    inputs: { 'on-unknown': 'resubmit' },
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (/^e1 {2}queued/.test(text)) child?.kill('SIGKILL');
    },
  });
  expect(again.signal, again.stdout).toBe('SIGKILL');
  const post = await stage.job.post();
  expect(post.stdout).toContain('e1  cancelled while it queued');
  expect((await readEntries(stage)).map(({ state }) => state)).toEqual(['maybe-sent']);
  stage.emulator.faults.clear();

  const plain = await stage.job.main({ facts: { runId: '9' } });
  expect(plain.exitCode).toBe(1);
  expect(plain.stdout).toContain('on-unknown: resubmit');
  expect(stage.emulator.ledger).toHaveLength(2);
});
