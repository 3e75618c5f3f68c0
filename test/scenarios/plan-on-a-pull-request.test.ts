import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import type { PlanFile } from '../../src/report/plan/types.ts';
import { readPlanFile } from '../run/plan/read-plan-file.ts';
import { runGit } from '../support/bare-repository.ts';
import type { BranchStage } from '../support/branch-stage.ts';
import { afterFirstRun, ALONE, BASE, runWith, specOf, UPON } from '../support/next-run.ts';
import { pullRequest } from '../support/pull-request.ts';

const CHANGED = [BASE.replace('A base', 'Another base'), UPON, ALONE];

/** No secret at all, as in a pull request of a fork. */
const NO_SECRET = { 'api-token': '' };

interface Watched {
  readonly main: StepResult;
  /** `METHOD path` of what the step asked the service, and of what it pushed. */
  readonly asked: readonly string[];
  readonly pushed: readonly string[];
}

/** Runs a step that must change nothing: no ref moves, and nothing is left for the post step. */
async function runIdle(
  stage: BranchStage,
  step: Parameters<BranchStage['job']['main']>[0],
): Promise<Watched> {
  const refs = async (): Promise<string> => (await runGit(stage.repository, ['for-each-ref'])).toString();
  const before = await refs();
  const [calls, gitCalls] = [stage.emulator.requests.length, stage.git.requests.length];
  const main = await stage.job.main(step);
  expect(await refs()).toBe(before);
  expect(main.state).toEqual({});
  expect(stage.artifacts.artifacts).toEqual([]);
  return {
    main,
    asked: stage.emulator.requests.slice(calls).map(({ method, path: where }) => `${method} ${where}`),
    pushed: stage.git.requests
      .slice(gitCalls)
      .flatMap(({ path: where }) => (where.includes('receive-pack') ? [where] : [])),
  };
}

async function readPlan({ outputs }: StepResult): Promise<PlanFile> {
  const plan = await readPlanFile(outputs['plan-file']);
  if (plan === undefined) throw new Error('There is no plan file.');
  return plan;
}

async function setSpec(stage: BranchStage, edits: readonly string[]): Promise<void> {
  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf(...edits));
}

/** Plans change nothing, so one stage is enough for all that only plan. */
let stage: BranchStage;
beforeAll(async () => {
  stage = await afterFirstRun();
});
beforeEach(async () => {
  stage.git.readOnly = false;
  await setSpec(stage, [BASE, UPON, ALONE]);
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

test('a pull request without any secret shows the plan: nothing is asked of the service, nothing is pushed', async () => {
  await setSpec(stage, CHANGED);
  const { main, asked, pushed } = await runIdle(stage, { ...pullRequest(), inputs: NO_SECRET });

  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.log.annotations).toEqual([]);
  expect(asked).toEqual([]);
  expect(pushed).toEqual([]);
  expect(main.outputs).toMatchObject({
    outcome: 'planned',
    planned: '2',
    unchanged: '1',
    'estimated-cost-usd': '0.06',
  });
  const { edits, problems, estimate } = await readPlan(main);
  expect(edits.map(({ id, status }) => [id, status.kind])).toEqual([
    ['base', 'changed'],
    ['upon', 'changed'],
    ['alone', 'unchanged'],
  ]);
  expect(problems).toEqual([]);
  expect(estimate).toMatchObject({ kind: 'known', parts: [{ basis: { kind: 'recorded' } }] });
  for (const id of ['base', 'upon']) expect(main.summary).toContain(id);

  const post = await stage.job.post();
  expect(post.exitCode).toBe(0);
  expect(post.stdout).toBe('');
});

test("what a plan says is what a run that applies then sends, and the service's price is asked for with a token", async () => {
  await using own = await afterFirstRun();
  await setSpec(own, CHANGED);
  const { main, asked } = await runIdle(own, { inputs: { mode: 'plan' } });
  expect(main.exitCode, main.stdout).toBe(0);
  expect(asked).toEqual(['GET /v1/models/bytedance/dreamina-4-0/edit']);
  const { edits, estimate } = await readPlan(main);
  expect(estimate).toMatchObject({ kind: 'known', usd: 0.06, parts: [{ basis: { kind: 'price' } }] });

  const applied = await runWith(own, CHANGED, { mode: 'apply' });
  expect(applied.main.outputs).toMatchObject({ outcome: 'success', planned: main.outputs['planned'] });
  expect(applied.submitted).toEqual(['Another base.', 'Upon it.']);
  expect(edits.filter(({ action }) => action === 'submit').map(({ id }) => id)).toEqual(['base', 'upon']);

  const after = await runIdle(own, { inputs: { mode: 'plan', 'fail-on': 'changes' } });
  expect(after.main.exitCode, after.main.stdout).toBe(0);
  expect(after.main.outputs).toMatchObject({ outcome: 'planned', planned: '0', 'estimated-cost-usd': '0' });
});

test('`fail-on: changes` fails a plan that would send something', async () => {
  await setSpec(stage, CHANGED);
  const { main } = await runIdle(stage, { inputs: { mode: 'plan', 'fail-on': 'changes' } });
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'planned', planned: '2' });
  expect(main.log.annotations.map(({ message }) => message)).toEqual([
    '2 edits would be sent, and `fail-on` is `changes`.',
  ]);
});

test("`mode: apply` on a fork's pull request, with no token but one that may read: it plans, says so, and is green", async () => {
  await setSpec(stage, CHANGED);
  stage.git.readOnly = true;
  const inputs = { ...NO_SECRET, mode: 'apply' };
  const { main, asked, pushed } = await runIdle(stage, { ...pullRequest('someone/storefront'), inputs });

  expect(main.exitCode, main.stdout).toBe(0);
  expect(asked).toEqual([]);
  expect(pushed).toEqual([]);
  expect(main.outputs).toMatchObject({ outcome: 'planned', planned: '2', unchanged: '1' });
  expect(main.log.annotations).toEqual([
    expect.objectContaining({
      kind: 'warning',
      message: expect.stringContaining('This run only plans and sends nothing') as string,
    }),
  ]);

  const own = await stage.job.main({ ...pullRequest(), inputs });
  expect(own.exitCode).toBe(1);
  expect(own.log.annotations[0]?.message).toMatch(/^Input `api-token` is empty\./);
});

test("`pull_request_target` with a fork's code and a secret: only the price is asked for", async () => {
  await setSpec(stage, CHANGED);
  const { main, asked, pushed } = await runIdle(
    stage,
    pullRequest('someone/storefront', 'pull_request_target'),
  );
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'planned', planned: '2' });
  expect(asked).toEqual(['GET /v1/models/bytedance/dreamina-4-0/edit']);
  expect(pushed).toEqual([]);
});

test.each([
  ['that the server does not know', 'ghs_another'],
  ['that is missing', ''],
])('a `github-token` %s: the plan says what is therefore not known', async (_what, token) => {
  const inputs = { ...NO_SECRET, 'github-token': token };
  const { main } = await runIdle(stage, { ...pullRequest(), inputs });
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'planned', planned: '3', 'estimated-cost-usd': '' });
  const messages = main.log.annotations.map(({ kind, message }) => `${kind}: ${message}`).join('\n');
  expect(messages).toMatch(/^warning: Branch `assets` cannot be read: .*every edit counts as new\.$/m);
  expect(messages).toMatch(/^warning: The ledger of work in flight .*count as edits to make\.$/m);
});

test('a spec with errors: there is no plan, and each error is at its line', async () => {
  await setSpec(stage, [BASE.replace('a.png', 'gone.png'), UPON, ALONE.replace('prompt', 'promt')]);
  const { main } = await runIdle(stage, { ...pullRequest(), inputs: NO_SECRET });
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toEqual({ outcome: 'failed' });
  const places = main.log.annotations.map(({ file, line }) => `${file ?? ''}:${line ?? ''}`);
  expect(places).toEqual(expect.arrayContaining(['edits.yml:4', 'edits.yml:6']));
  expect(main.summary).toContain('There is no plan');
  expect(main.summary).toContain('gone.png');
});
