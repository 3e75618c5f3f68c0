import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';

import { runAction } from '../../demo/run-action.ts';
import type { ActionStep } from '../../demo/run-action.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, maxRetries: 5 });
});

/** An action whose two entries run `body`, and a step that uses it. */
async function stepThatRuns(body: string): Promise<ActionStep> {
  const folder = await mkdtemp(path.join(tmpdir(), 'run-action-'));
  folders.push(folder);
  const metadata = {
    name: 'Test',
    description: 'A test.',
    inputs: {
      'api-token': { description: 'Token.', required: true },
      'two words': { description: 'Spaces.', default: '${{ github.token }}' },
      empty: { description: 'Nothing.', default: '' },
    },
    outputs: {},
    runs: { using: 'node24', main: 'main.mjs', post: 'post.mjs' },
  };
  await writeFile(path.join(folder, 'action.yml'), JSON.stringify(metadata));
  const program = `import { appendFileSync } from 'node:fs';\n${body}`;
  for (const name of ['main.mjs', 'post.mjs']) await writeFile(path.join(folder, name), program);
  await mkdir(path.join(folder, 'workspace'));
  return {
    entry: 'main',
    action: folder,
    workspace: path.join(folder, 'workspace'),
    temp: path.join(folder, 'temp'),
    inputs: { 'api-token': 'secret' },
  };
}

test('inputs have the names of the runner, and nothing of our own environment goes in', async () => {
  process.env['LEAKED'] = 'yes';
  const step = await stepThatRuns('console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }))');
  const { stdout, exitCode } = await runAction({ ...step, env: { EXTRA: '1' } });
  delete process.env['LEAKED'];
  const env = JSON.parse(stdout) as Record<string, string>;

  expect(exitCode).toBe(0);
  expect(env).toMatchObject({
    'INPUT_API-TOKEN': 'secret',
    INPUT_TWO_WORDS: 'ghs_a-token-that-opens-nothing',
    INPUT_EMPTY: '',
    EXTRA: '1',
    CI: 'true',
    RUNNER_TEMP: step.temp,
    GITHUB_WORKSPACE: step.workspace,
  });
  expect(env).not.toHaveProperty('LEAKED');
  expect(env).not.toHaveProperty('NODE_ENV');
});

test('outputs, state and summary are read, and state reaches post', async () => {
  const write = `
    appendFileSync(process.env.GITHUB_OUTPUT, 'a<<E\\n1\\n2\\nE\\n');
    appendFileSync(process.env.GITHUB_STATE, 'started=yes\\n');
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Hi');
    console.log('state', process.env.STATE_started);
    console.error('::warning::both streams count');
    process.exitCode = 3;`;
  const step = await stepThatRuns(write);
  const lines: string[] = [];
  const main = await runAction({ ...step, onLine: ({ text }) => lines.push(text) });

  expect(main).toMatchObject({
    exitCode: 3,
    outputs: { a: '1\n2' },
    state: { started: 'yes' },
    summary: '# Hi',
  });
  expect(main.log.annotations).toEqual([{ kind: 'warning', message: 'both streams count' }]);
  expect(lines.toSorted()).toEqual(['both streams count', 'state undefined']);
  expect(await runAction({ ...step, entry: 'post', state: main.state })).toMatchObject({
    stdout: 'state yes\n',
  });
});

test('a cancelled step gets SIGINT first', async () => {
  const step = await stepThatRuns(
    `process.on('SIGINT', () => { console.log('asked'); process.exit(5); }); setInterval(() => {}, 1000); console.log('ready');`,
  );
  const cancel = new AbortController();
  const result = await runAction({
    ...step,
    signal: cancel.signal,
    onLine: ({ text }) => {
      if (text === 'ready') cancel.abort();
    },
  });

  expect(result).toMatchObject({ exitCode: 5, signal: undefined, stdout: 'ready\nasked\n' });
});

test('a killed step leaves what it had written', async () => {
  const step = await stepThatRuns(
    `appendFileSync(process.env.GITHUB_OUTPUT, 'a=1\\n'); setInterval(() => {}, 1000); console.log('ready');`,
  );
  const result = await runAction({
    ...step,
    onSpawn: (child) => child.stdout?.once('data', () => child.kill('SIGKILL')),
  });

  expect(result).toMatchObject({ exitCode: undefined, signal: 'SIGKILL', outputs: { a: '1' } });
});

test('an input that action.yml does not know is refused', async () => {
  const step = await stepThatRuns('');
  await expect(runAction({ ...step, inputs: { 'api-tokn': 'x' } })).rejects.toThrow('no input api-tokn');
});
