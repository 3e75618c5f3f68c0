import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import { readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage, readLock } from '../support/branch-stage.ts';
import { startGitHub } from '../support/github/start-github.ts';
import type { KnownJob } from '../support/github/types.ts';
import { createJob, type Job, type JobStep } from '../support/job.ts';
import { makePicture } from '../support/stage.ts';

const EDITS = 200;
const PARTS = 5;
const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  scene:
    prompt: Scene \${{ matrix.n }}.
    images: a.png
    matrix: { n: [${Array.from({ length: EDITS }, (_, index) => index + 1).join(', ')}] }
`;

interface Results {
  readonly edits: readonly {
    readonly id: string;
    readonly prompt: string;
    readonly state: string;
    readonly error: { readonly code: string; readonly message: string } | null;
  }[];
}

/** Options of a step that kills it once so many of its edits have succeeded. */
function dyingAfter(succeeded: number): JobStep {
  let child: ChildProcess | undefined;
  let seen = 0;
  return {
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (/^scene@\d+ {2}succeeded/.test(text)) seen += 1;
      if (seen === succeeded) child?.kill('SIGKILL');
    },
  };
}

test('200 edits in 5 parts, one of them lost for good, one killed and run again: one history, nothing lost, nothing paid twice', async () => {
  const jobs = new Map<string, KnownJob>();
  await using github = await startGitHub({ jobs });
  await using stage = await createBranchStage(
    { 'edits.yml': spec },
    { service: { serviceMs: 500, render: 'flat' } },
  );
  const env = { GITHUB_API_URL: github.url };
  const planned = await stage.job.main({ env, inputs: { mode: 'plan', 'max-shards': String(PARTS) } });
  expect(planned.outputs, planned.stdout).toMatchObject({
    planned: String(EDITS),
    shards: JSON.stringify(Array.from({ length: PARTS }, (_, index) => `${index + 1}/${PARTS}`)),
    'shared-shard': '',
  });
  const machine = async (): Promise<Job> =>
    await createJob({ 'a.png': await makePicture(), 'edits.yml': spec }, stage.step);
  const stepOf = (shard: string, checkRunId: number, more: JobStep = {}): JobStep => ({
    ...more,
    env,
    facts: { checkRunId, ...more.facts },
    inputs: { shard, 'plan-file': planned.outputs['plan-file'] ?? '', 'max-parallel': '16', ...more.inputs },
  });
  const run = async (...step: Parameters<typeof stepOf>): Promise<StepResult> => {
    await using job = await machine();
    return await job.main(stepOf(...step));
  };

  await using killed = await machine();
  const [lost, first] = await Promise.all([
    run(`1/${PARTS}`, 1, dyingAfter(10)),
    killed.main(stepOf(`2/${PARTS}`, 2, dyingAfter(10))),
    ...[3, 4, 5].map(async (part) => {
      const end = await run(`${part}/${PARTS}`, part);
      expect(end.exitCode, end.stdout).toBe(0);
    }),
  ]);
  expect([lost.signal, first.signal]).toEqual(['SIGKILL', 'SIGKILL']);
  for (const id of ['1', '2']) jobs.set(id, { runId: 4711, isOver: true });
  // Its machine is there: GitHub runs the post step, and then someone has the job run again.
  expect((await killed.post({ env })).exitCode).toBe(0);
  const again = await run(`2/${PARTS}`, 22, { facts: { attempt: 2 } });
  // What was leaving at that very moment is not sent again without consent; all else is made.
  const { succeeded = '', pending = '' } = again.outputs;
  expect(Number(succeeded) + Number(pending), again.stdout).toBe(EDITS / PARTS);
  expect(Number(pending)).toBeLessThanOrEqual(16);
  const sent = stage.emulator.ledger.length;

  const merged = await run('merge', 30, {
    facts: { attempt: 2 },
    inputs: { deliver: 'artifact, branch', 'artifact-contents': 'all' },
  });
  expect(merged.exitCode, merged.stdout).toBe(1);
  expect(merged.outputs).toMatchObject({ outcome: 'incomplete', failed: '0' });
  expect(stage.emulator.ledger).toHaveLength(sent);

  // Nothing is paid twice.
  const prompts = stage.emulator.ledger.map(({ input }) => (input as { readonly prompt: string }).prompt);
  expect(new Set(prompts).size).toBe(prompts.length);
  // Nothing is lost: what was sent is on the branch, or is known to have been sent perhaps.
  const lock = readLock(await readBranch(stage.repository));
  const there = new Set(Object.values(lock.edits).map(({ input }) => input.prompt));
  const files = await stage.unpack(merged.outputs['artifact-name']);
  const { edits } = JSON.parse(files.get('results.json')?.toString() ?? '') as Results;
  const unknown = new Set(edits.flatMap(({ prompt, state }) => (state === 'unknown' ? [prompt] : [])));
  expect(prompts.filter((prompt) => !there.has(prompt) && !unknown.has(prompt))).toEqual([]);
  // Every edit is in the report, in the state that it is in.
  expect(edits).toHaveLength(EDITS);
  for (const { id, prompt, state, error } of edits) {
    if (there.has(prompt)) expect(state, id).toBe('succeeded');
    else if (state === 'pending') expect(error, id).toMatchObject({ code: 'left-unmade' });
    else expect(state, id).toBe('unknown');
  }
  const missing = edits.filter(({ prompt }) => !there.has(prompt)).length;
  expect(missing).toBeGreaterThan(0);
  expect(missing).toBeLessThanOrEqual(EDITS / PARTS + Number(pending));
  expect(Number(merged.outputs['pending'])).toBe(missing);
  // One history, to which each job added at its end.
  const commits = await readCommits(stage.repository);
  expect(commits.map(({ parents }) => parents)).toEqual([...commits.slice(1).map(({ id }) => [id]), []]);
});
