import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

import { repository } from '../contract/source-tree.ts';
import { findProgram } from '../support/find-program.ts';
import { listWorkflowFiles } from '../support/shown-workflows.ts';

/** What zizmor finds in files, each named: in a folder it passes over what it does not know. */
async function audit(config: string, files: readonly string[]): Promise<string> {
  const options = ['--offline', '--pedantic', '--no-progress', '--quiet', '--color=never', '--format=plain'];
  try {
    const program = findProgram('zizmor') ?? 'zizmor';
    await promisify(execFile)(program, [...options, '--config', config, ...files], { cwd: repository });
    return '';
  } catch (error) {
    const { stdout, message } = error as { readonly stdout: string; readonly message: string };
    return stdout === '' ? message : stdout;
  }
}

const files = await listWorkflowFiles();
const configs = [
  {
    config: '.github/zizmor.yml',
    files: [...files.filter((file) => file.startsWith('.github/')), 'action.yml', '.github/dependabot.yml'],
  },
  { config: 'examples/zizmor.yml', files: files.filter((file) => file.startsWith('examples/')) },
];

test.each(configs)('nothing is found with $config', async (each) => {
  expect(each.files.length).toBeGreaterThan(5);
  expect(await audit(each.config, each.files)).toBe('');
});

test.each(configs)('each exception of $config has its reason', async ({ config }) => {
  const lines = (await readFile(path.join(repository, config), 'utf8')).split('\n');
  const rules = lines.flatMap((line, index) => (/^ {2}[\w-]+:$/.test(line) ? [index] : []));
  expect(rules.length).toBeGreaterThan(2);
  for (const index of rules) expect(lines[index - 1]).toMatch(/^ {2}# \S/);
});

test('what is wrong is found', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'zizmor-'));
  try {
    const file = path.join(folder, 'wrong.yml');
    await writeFile(
      file,
      `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.pull_request.title }}"
`,
    );
    const found = await audit('.github/zizmor.yml', [file]);
    expect(found).toContain('template-injection');
    expect(found).toContain('dangerous-triggers');
  } finally {
    await rm(folder, { recursive: true });
  }
});
