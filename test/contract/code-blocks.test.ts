import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { createBareRepository } from '../../demo/git-service/create-bare-repository.ts';
import { createEmulator } from '../../emulator/emulator.ts';
import { commitByOther, readBranch, readCommits } from '../support/bare-repository.ts';
import { findProgram } from '../support/find-program.ts';
import { repository } from './source-tree.ts';

interface Block {
  readonly at: string;
  readonly language: string;
  readonly text: string;
}

const blocks: Block[] = [];
for await (const file of glob(['*.md', 'docs/**/*.md', 'emulator/*.md', 'test/*.md'], { cwd: repository })) {
  const page = await readFile(path.join(repository, file), 'utf8');
  for (const { 2: language = '', 3: text = '', index } of page.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm))
    blocks.push({ at: `${file}:${page.slice(0, index).split('\n').length}`, language, text });
}
const inLanguage = (language: string): readonly Block[] =>
  blocks.filter((block) => block.language === language);
const find = (language: string, words: string): string =>
  inLanguage(language).find(({ text }) => text.includes(words))?.text ?? '';

test('blocks are in languages that a test knows; YAML is for pages.test.ts', () => {
  expect(blocks.length).toBeGreaterThan(30);
  const known = ['yaml', 'json', 'sh', 'ts', 'text'];
  expect(blocks.filter(({ language }) => !known.includes(language)).map(({ at }) => at)).toEqual([]);
});

test.each(inLanguage('json'))('$at is JSON', ({ text }) => {
  expect(JSON.parse(text)).toBeTypeOf('object');
});

describe.each(inLanguage('sh'))('$at', ({ text }) => {
  test('is a script that a shell can read', () => {
    expect(spawnSync('bash', ['-n'], { input: text }).stderr.toString()).toBe('');
  });

  test('names scripts, folders and commands that are there', async () => {
    const file = await readFile(path.join(repository, 'package.json'), 'utf8');
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(file));
    for (const [, name = ''] of text.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([name]);
    for (const [, folder = ''] of text.matchAll(/vitest run (\S+)/g))
      expect(existsSync(path.join(repository, folder))).toBe(true);
    const usage = await readFile(path.join(repository, 'src/cli/usage.ts'), 'utf8');
    for (const [, command = ''] of text.matchAll(/dreamina-edit(?:s|-action)(?:-[\d.]+\.tgz)? ([a-z]+)/g))
      expect(usage).toContain(command);
  });
});

test('the branch is shortened as docs/assets-branch.md says: its files stay', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'shortened-'));
  try {
    const bare = await createBareRepository(root, 'acme/site');
    await commitByOther(bare, { 'old.jpg': 'old' });
    await commitByOther(bare, { 'old.jpg': undefined, 'hero.jpg': 'new' });
    const script = find('sh', '--orphan').replace('https://github.com/YOU/REPO', bare);
    const env = {
      ...{ PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
      ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.com' },
      ...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.com' },
    };
    const { status, stderr } = spawnSync('bash', ['-e', '-c', script], { cwd: root, env });
    expect(status, stderr.toString()).toBe(0);
    expect(await readCommits(bare)).toHaveLength(1);
    expect([...(await readBranch(bare)).keys()]).toEqual(['hero.jpg']);
  } finally {
    await rm(root, { recursive: true });
  }
});

const results = {
  costUsd: 0.06,
  branch: { directory: 'pictures' },
  edits: [
    { state: 'succeeded', files: [{ path: 'hero.jpg', onBranch: true }] },
    { state: 'failed', files: [] },
  ],
};
const plan = { estimate: { usd: 0.03 }, edits: [{ id: 'hero', action: 'submit' }] };

test.skipIf(findProgram('jq') === undefined).each([
  ['results.json', results, 'hero.jpg\n0.06\npictures/hero.jpg\n'],
  ['plan.json', plan, 'hero\n0.03\n'],
])('questions to %s are answered', async (name, content, answer) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'asked-'));
  try {
    await writeFile(path.join(folder, name), JSON.stringify(content));
    const { stdout, stderr } = spawnSync('bash', ['-e', '-c', find('sh', ` ${name}`)], { cwd: folder });
    expect(stdout.toString(), stderr.toString()).toBe(answer);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the module of the emulator is used as its page says', async () => {
  const file = path.join(repository, 'emulator', 'emulator.ts');
  const code = `import { createEmulator } from ${JSON.stringify(file)};\n${find('ts', 'createEmulator')}`;
  const folder = await mkdtemp(path.join(tmpdir(), 'emulated-'));
  try {
    await writeFile(path.join(folder, 'used.ts'), code);
    const { status, stderr } = spawnSync(process.execPath, [path.join(folder, 'used.ts')]);
    expect(status, stderr.toString()).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.skipIf(findProgram('curl') === undefined)('the emulator answers the calls of its page', async () => {
  await using emulator = await createEmulator({ serviceMs: 1, token: 'emulator-token' });
  const script = find('sh', 'in_queue')
    .replace('http://127.0.0.1:8787', new URL(emulator.apiUrl).origin)
    .replace('127.0.0.1:8788', emulator.outputsHost)
    // The job is done by then, and its picture stays where it is.
    .replace('curl -s $api/v1/requests/$id/status', 'sleep 2; curl -s $api/v1/requests/$id/status')
    .replace('curl -s -O ', 'curl -s --fail --output /dev/null ');
  const { stdout, stderr, status } = await run(script);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('"completed"');
  expect(stdout).toContain('"succeeded"');
});

/** Runs a script while this process goes on to answer. */
async function run(
  script: string,
): Promise<{ readonly stdout: string; readonly stderr: string; readonly status: number }> {
  return await new Promise((resolve) => {
    execFile('bash', ['-e', '-c', script], { cwd: repository }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, status: error === null ? 0 : Number(error.code ?? 1) });
    });
  });
}
