import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { repository } from './source-tree.ts';

const permissions = z.record(z.string(), z.enum(['read', 'write']));
const called = z.object({
  on: z.object({
    workflow_call: z.object({
      inputs: z.record(
        z.string(),
        z.object({ type: z.string(), default: z.union([z.string(), z.number(), z.boolean()]) }),
      ),
      secrets: z.record(z.string(), z.unknown()),
      outputs: z.record(z.string(), z.object({ description: z.string(), value: z.string() })),
    }),
  }),
  jobs: z.record(
    z.string(),
    z.object({
      permissions,
      'runs-on': z.string(),
      'timeout-minutes': z.union([z.string(), z.number()]),
      strategy: z.unknown().optional(),
      outputs: z.record(z.string(), z.string()).optional(),
      steps: z.array(
        z.object({
          id: z.string().optional(),
          uses: z.string(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});
const calling = z.object({
  jobs: z.object({
    pictures: z.object({
      permissions,
      uses: z.string(),
      with: z.record(z.string(), z.unknown()),
      secrets: z.record(z.string(), z.string()),
    }),
  }),
});

const read = async (file: string): Promise<unknown> =>
  parse(await readFile(path.join(repository, file), 'utf8'));
const metadata = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().optional() })),
  outputs: z.record(z.string(), z.unknown()),
});
const { on, jobs } = called.parse(await read('.github/workflows/edits.yml'));
const { pictures } = calling.parse(await read('examples/workflows/many-jobs.yml')).jobs;

test('the example calls the reusable workflow with inputs and secrets that it has', () => {
  expect(pictures.uses).toBe('OWNER/dreamina-edit-action/.github/workflows/edits.yml@v1');
  expect(Object.keys(on.workflow_call.inputs)).toEqual(expect.arrayContaining(Object.keys(pictures.with)));
  expect(Object.keys(pictures.secrets)).toEqual(Object.keys(on.workflow_call.secrets));
});

test.each(Object.entries(jobs))('the example grants what the job %s asks for', (_, job) => {
  for (const [scope, right] of Object.entries(job.permissions)) {
    expect(pictures.permissions).toHaveProperty([scope]);
    if (right === 'write') expect(pictures.permissions[scope]).toBe('write');
  }
});

test('no job of a matrix gives outputs', () => {
  const matrices = Object.values(jobs).filter(({ strategy }) => strategy !== undefined);
  expect(matrices.length).toBeGreaterThan(0);
  for (const { outputs } of matrices) expect(outputs).toBeUndefined();
});

test('its outputs are those of the last job, under the names that the action gives them', async () => {
  const { outputs: known } = metadata.parse(await read('action.yml'));
  const { outputs } = on.workflow_call;
  expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(outputs)));
  expect(jobs['merge']?.steps.at(-1)?.id).toBe('merge');
  for (const [name, { value }] of Object.entries(outputs)) {
    expect(value).toBe(`\${{ jobs.merge.outputs.${name} }}`);
    expect(jobs['merge']?.outputs?.[name]).toBe(`\${{ steps.merge.outputs.${name} }}`);
  }
});

/** Defaults that suit several jobs better. */
const OTHERWISE = new Set(['max-shards', 'artifact-name']);

/** What GitHub takes from a job, and not from a step. */
const OF_JOBS = ['timeout-minutes', 'runs-on'];

/** Inputs of the action that the reusable workflow does not have, because its jobs set them themselves, or would do nothing with them. */
const LEFT_OUT = [
  // Each job has its own.
  ...['mode', 'deliver', 'artifact-contents', 'plan-file', 'shard', 'job-id'],
  // A secret, and the token of the job.
  ...['api-token', 'github-token'],
  // Parts meet in the ledger of the repository.
  'ledger',
  // It needs rights that most callers do not have to grant: the right to read, or to write to, pull requests.
  ...['adopt-from', 'comment', 'allow-forks'],
  // The service's own.
  ...['api-url', 'output-hosts'],
];

test('the inputs of the reusable workflow are those of the action, with their defaults', async () => {
  const { inputs } = metadata.parse(await read('action.yml'));
  const mirrored = Object.keys(on.workflow_call.inputs).filter((name) => !OF_JOBS.includes(name));
  expect([...mirrored, ...LEFT_OUT].toSorted()).toEqual(Object.keys(inputs).toSorted());
  for (const name of mirrored) {
    const value = on.workflow_call.inputs[name]?.default;
    if (!OTHERWISE.has(name)) expect(String(value), name).toBe(inputs[name]?.default);
  }
});

test('each job runs where the caller says, and those that make pictures as long as it says', () => {
  for (const [name, job] of Object.entries(jobs)) {
    expect(job['runs-on'], name).toBe('${{ inputs.runs-on }}');
    if (name !== 'plan') expect(job['timeout-minutes'], name).toBe('${{ inputs.timeout-minutes }}');
  }
});

test('only with `fail-on: any` does a single edit fail a part, which is then run again', () => {
  for (const name of ['shared', 'shard'])
    expect(jobs[name]?.steps.at(-1)?.with, name).toMatchObject({
      'fail-on': "${{ inputs.fail-on == 'any' && 'any' || 'never' }}",
    });
  expect(jobs['merge']?.steps.at(-1)?.with).toMatchObject({ 'fail-on': '${{ inputs.fail-on }}' });
});

test('each input of the reusable workflow reaches the job that it is for, under its own name', () => {
  const given = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ uses, with: inputs }) => (uses.startsWith('OWNER/') ? [inputs ?? {}] : [])),
  );
  const passed = new Set(
    given.flatMap((inputs) =>
      Object.keys(inputs).filter((name) => inputs[name] === `\${{ inputs.${name} }}`),
    ),
  );
  const names = Object.keys(on.workflow_call.inputs).filter((name) => !OF_JOBS.includes(name));
  expect([...passed].toSorted()).toEqual(names.toSorted());
  // What the jobs that make pictures have in common decides what they make.
  const [shared, part] = [jobs['shared'], jobs['shard']].map(
    (job) => job?.steps.find(({ uses }) => uses.startsWith('OWNER/'))?.with ?? {},
  );
  expect(Object.keys(part ?? {})).toEqual(Object.keys(shared ?? {}));
});
