import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { createJob, type Job } from '../support/job.ts';
import { makePicture } from '../support/stage.ts';

/** Loaded before the action: ends the process as soon as it looks a name up or connects to anything. */
const NO_NETWORK = `
const fail = (what) => { process.stderr.write('network: ' + what + '\\n'); process.exit(99); };
const dns = require('node:dns');
dns.lookup = dns.promises.lookup = (name) => fail('lookup ' + name);
require('node:net').Socket.prototype.connect = () => fail('connect');
`;

const spec = `version: 1
defaults: { size: 1024x1024 }
edits:
  hero: { prompt: A cat., images: [a.png, 'https://pictures.example.com/b.png'] }
  upon: { prompt: Upon it., images: [{ edit: hero }] }
  huge: { prompt: Huge., images: a.png, size: 6198x2656 }
`;

/** A job without any token, whose servers do not exist, and that fails if it as much as tries to reach one. */
async function createOfflineJob(text: string): Promise<Job> {
  const job = await createJob(
    { 'edits.yml': text, 'a.png': await makePicture() },
    {
      inputs: { mode: 'validate', 'api-token': '', 'github-token': '', deliver: 'branch' },
      env: { GITHUB_SERVER_URL: 'https://git.invalid', GITHUB_API_URL: 'https://api.invalid' },
    },
  );
  return job;
}

async function validate(job: Job): ReturnType<Job['main']> {
  const guard = path.join(job.workspace, '..', 'no-network.cjs');
  await writeFile(guard, NO_NETWORK);
  return await job.main({ env: { NODE_OPTIONS: `--require ${guard}` } });
}

test('a valid spec, without a token and without a network', async () => {
  await using job = await createOfflineJob(spec);
  const main = await validate(job);
  expect(main.stderr).toBe('');
  expect(main.exitCode, main.stdout).toBe(0);
  expect(main.outputs).toEqual({ outcome: 'valid' });
  expect(main.state).toEqual({});
  expect(main.log.annotations).toEqual([]);
  expect(main.summary).toContain('The spec is valid');
});

test('all problems of the spec and of the references at once', async () => {
  await using job = await createOfflineJob(
    spec
      .replace('A cat.', "'A ${{ vars.cat }}.'")
      .replace('{ edit: hero }', 'gone.png')
      .replace('pictures.example.com', '10.0.0.1'),
  );
  const main = await validate(job);
  expect(main.stderr).toBe('');
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toEqual({ outcome: 'failed' });
  const found = main.log.annotations.map(
    ({ file, line, message }) => `${file ?? ''}:${line ?? ''} ${message}`,
  );
  const text = found.join('\n');
  expect(text).toMatch(/^edits\.yml:4 .*vars\.cat/m);
  expect(text).toMatch(/^edits\.yml:5 .*gone\.png/m);
  expect(main.summary).toContain('The spec is not valid');
});

test('an output that is too large for a reference', async () => {
  await using job = await createOfflineJob(spec.replace('{ edit: hero }', '{ edit: huge }'));
  const main = await validate(job);
  expect(main.exitCode).toBe(1);
  expect(main.log.annotations[0]).toMatchObject({ file: 'edits.yml', line: 5 });
  expect(main.log.annotations[0]?.message).toContain('`huge` is 6198 x 2656 pixels');
});

test('the guard of these tests ends a step that uses the network', async () => {
  await using job = await createOfflineJob(spec);
  const guard = path.join(job.workspace, '..', 'no-network.cjs');
  await writeFile(guard, NO_NETWORK);
  const main = await job.main({ inputs: { mode: 'plan' }, env: { NODE_OPTIONS: `--require ${guard}` } });
  expect(main.exitCode).toBe(99);
});
