import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

import { repository } from '../contract/source-tree.ts';
import { findProgram } from '../support/find-program.ts';
import { findShownWorkflows } from '../support/shown-workflows.ts';

/** What actionlint says of a workflow that uses this action by its path, so that names of inputs and outputs are checked too. */
async function lint(workflow: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'actionlint-'));
  try {
    const file = path.join(folder, '.github', 'workflows', 'linted.yml');
    await mkdir(path.dirname(file), { recursive: true });
    // It takes the folder for a repository by this name alone.
    await mkdir(path.join(folder, '.git'));
    await writeFile(file, workflow.replaceAll('OWNER/dreamina-edit-action@v1', './'));
    await cp(path.join(repository, 'action.yml'), path.join(folder, 'action.yml'));
    const options = ['-no-color', '-shellcheck=', '-pyflakes=', '-ignore', 'dist/.*does not exist'];
    const program = findProgram('actionlint') ?? 'actionlint';
    await promisify(execFile)(program, [...options, file], { cwd: folder });
    return '';
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const workflows = await findShownWorkflows();

test('workflows are found in files and in pages', () => {
  expect(workflows.size).toBeGreaterThan(10);
});

test.each([...workflows])('%s', async (_, workflow) => {
  expect(await lint(workflow)).toBe('');
});

test('an input and an output that the action does not have are found', async () => {
  const wrong = `on: push
jobs:
  pictures:
    runs-on: ubuntu-latest
    steps:
      - uses: OWNER/dreamina-edit-action@v1
        id: pictures
        with: { api-tokn: x }
      - run: echo "\${{ steps.pictures.outputs.nothing }}"
`;
  const said = await lint(wrong);
  expect(said).toContain('"api-tokn"');
  expect(said).toContain('"nothing"');
});
