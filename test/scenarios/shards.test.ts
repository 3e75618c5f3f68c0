import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import { readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, readLock, type BranchStage } from '../support/branch-stage.ts';
import { startGitHub, type GitHub } from '../support/github/start-github.ts';
import type { KnownJob } from '../support/github/types.ts';
import { createJob, type JobStep } from '../support/job.ts';
import { makePicture } from '../support/stage.ts';

const EDITS = 20;
const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  cut: { prompt: The cut one., images: a.png }
  scene:
    prompt: Scene \${{ matrix.n }}.
    images: [{ edit: cut }, a.png]
    matrix: { n: [${Array.from({ length: EDITS }, (_, index) => index + 1).join(', ')}] }
`;

interface Shards {
  readonly stage: BranchStage;
  readonly planFile: string;
  /** Runs a job of its own, on a machine of its own. */
  readonly run: (shard: string, checkRunId: number, more?: JobStep) => Promise<StepResult>;
}

/** Plans, and gives the way to run a part of the plan. */
async function plan(stage: BranchStage, github: GitHub): Promise<Shards> {
  const env = { GITHUB_API_URL: github.url };
  const planned = await stage.job.main({ env, inputs: { mode: 'plan', 'max-shards': '3' } });
  expect(planned.outputs, planned.stdout).toMatchObject({
    outcome: 'planned',
    planned: String(EDITS + 1),
    shards: '["1/3","2/3","3/3"]',
    'shared-shard': '0/3',
  });
  const planFile = planned.outputs['plan-file'] ?? '';
  const run = async (shard: string, checkRunId: number, more: JobStep = {}): Promise<StepResult> => {
    await using job = await createJob({ 'a.png': await makePicture(), 'edits.yml': spec }, stage.step);
    const inputs = { shard, 'plan-file': planFile, ...more.inputs };
    return await job.main({
      ...more,
      env: { ...env, ...more.env },
      facts: { checkRunId, ...more.facts },
      inputs,
    });
  };
  return { stage, planFile, run };
}

const merging = { inputs: { deliver: 'artifact, branch', 'artifact-contents': 'all' } };

test('a plan in parts: the shared edit first, three jobs at once, and a last one that reports on the whole', async () => {
  await using github = await startGitHub();
  await using stage = await createBranchStage({ 'edits.yml': spec });
  const { run } = await plan(stage, github);
  const shared = await run('0/3', 10);
  expect(shared.outputs, shared.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });

  const parts = await Promise.all(
    ['1/3', '2/3', '3/3'].map(async (shard, index) => await run(shard, 11 + index)),
  );
  for (const { exitCode, stdout } of parts) expect(exitCode, stdout).toBe(0);
  const made = parts.map(({ outputs }) => Number(outputs['succeeded']));
  expect(made.toSorted()).toEqual([6, 7, 7]);
  expect(stage.emulator.ledger).toHaveLength(EDITS + 1);

  const pagesBefore = [...(await readBranch(stage.repository)).keys()].filter((file) => file.endsWith('.md'));
  expect(pagesBefore).toEqual([]);
  const merged = await run('merge', 20, merging);
  expect(merged.exitCode, merged.stdout).toBe(0);
  // It is about the whole: what other jobs made is made, at its cost, and is on the branch.
  const [tip] = await readCommits(stage.repository);
  expect(merged.outputs).toMatchObject({
    outcome: 'success',
    succeeded: String(EDITS + 1),
    unchanged: '0',
    branch: 'assets',
    'commit-sha': tip?.id,
    'cost-usd': (0.03 * (EDITS + 1)).toFixed(2),
  });
  expect(merged.outputs['changed']?.split('\n')).toEqual(expect.arrayContaining(['cut.jpg', 'scene/1.jpg']));
  expect(merged.summary).toContain(`All ${EDITS + 1} edits succeeded`);
  expect(merged.summary).toContain(`/blob/${tip?.id ?? '?'}/cut.jpg`);
  const files = await stage.unpack();
  const results = JSON.parse(files.get('results.json')?.toString() ?? '') as {
    readonly edits: readonly {
      readonly state: string;
      readonly files: readonly { readonly path: string }[];
    }[];
  };
  expect(results.edits).toHaveLength(EDITS + 1);
  for (const { state, files: own } of results.edits) {
    expect(state).toBe('succeeded');
    for (const { path: file } of own) expect([...files.keys()]).toContain(file);
  }
  expect((await readBranch(stage.repository)).has('README.md')).toBe(true);
  expect(Object.keys(readLock(await readBranch(stage.repository)).edits)).toHaveLength(EDITS + 1);
  expect(stage.emulator.ledger).toHaveLength(EDITS + 1);
});

test('a job of a plan in parts is lost, and another never starts: the last job says what is missing, and those jobs run again make it', async () => {
  const jobs = new Map<string, KnownJob>();
  await using github = await startGitHub({ jobs });
  await using stage = await createBranchStage({ 'edits.yml': spec }, { service: { serviceMs: 300 } });
  const { run, planFile } = await plan(stage, github);
  await run('0/3', 10);
  let child: ChildProcess | undefined;
  const dead = await run('1/3', 11, {
    inputs: { 'max-parallel': '2' },
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (/^scene@\d+ {2}succeeded/.test(text)) child?.kill('SIGKILL');
    },
  });
  expect(dead.signal).toBe('SIGKILL');
  jobs.set('11', { runId: 4711, isOver: true });
  expect((await run('2/3', 12)).exitCode).toBe(0);
  const { shards } = JSON.parse(await readFile(planFile, 'utf8')) as {
    readonly shards: { readonly rest: readonly (readonly string[])[] };
  };
  const [ofDead = [], , notBegun = []] = shards.rest;
  const paid = stage.emulator.ledger.length;

  const merged = await run('merge', 20, merging);
  expect(merged.exitCode, merged.stdout).toBe(1);
  expect(merged.outputs).toMatchObject({ outcome: 'incomplete' });
  const { pending = '', succeeded = '' } = merged.outputs;
  expect(Number(pending)).toBeGreaterThan(notBegun.length);
  expect(Number(pending) + Number(succeeded)).toBe(EDITS + 1);
  expect(merged.stdout).toContain(
    `${notBegun.length} edits pending: Not made: the job with \`shard: 3/3\` was to make it, and ended without it`,
  );
  expect(merged.summary).toContain(`**${notBegun.length} edits pending:** no job of the plan made them.`);
  expect(stage.emulator.ledger).toHaveLength(paid);

  expect((await run('3/3', 13, { facts: { attempt: 2 } })).exitCode).toBe(0);
  const again = await run('1/3', 31, { facts: { attempt: 2 }, inputs: { 'on-unknown': 'resubmit' } });
  expect(again.exitCode, again.stdout).toBe(0);
  const lock = readLock(await readBranch(stage.repository));
  for (const id of [...ofDead, ...notBegun]) expect(lock.edits).toHaveProperty([id]);
  const ids = Object.values(lock.edits).map((edit) => edit.request_id);
  expect(new Set(ids).size).toBe(EDITS + 1);
  const last = await run('merge', 40, { ...merging, facts: { attempt: 2 } });
  expect(last.outputs, last.stdout).toMatchObject({ outcome: 'success', pending: '0' });
});
