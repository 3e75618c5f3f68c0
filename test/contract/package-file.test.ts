import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { repository } from './source-tree.ts';

const versions = z.record(z.string(), z.string());
const packageFile = z.object({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
  scripts: versions,
  bin: versions,
  files: z.array(z.string()),
});

async function readPackageFile(): Promise<z.infer<typeof packageFile>> {
  return packageFile.parse(JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8')));
}

/** An exact version, or the same version as a dependency of ours. */
const pinned = /^(\d+\.\d+\.\d+|\$[\w@/-]+)$/;

test('every dependency is pinned exactly', async () => {
  const { dependencies, devDependencies, overrides } = await readPackageFile();
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
    ([, version]) => !pinned.test(version),
  );
  expect(loose).toEqual([]);
});

test.each(['^1.2.3', '~1.2.3', '1.2', 'latest', '*', '>=1.2.3', 'github:a/b'])(
  '%s is not pinned',
  (version) => {
    expect(version).not.toMatch(pinned);
  },
);

test('tests run on the Node that action.yml names', async () => {
  const { devDependencies } = await readPackageFile();
  expect(devDependencies['node']).toMatch(/^24\./);
  expect(process.version).toMatch(/^v24\./);
});

test('every dependency has its reason written down', async () => {
  const { dependencies, devDependencies } = await readPackageFile();
  const reasons = await readFile(path.join(repository, 'docs/decisions/0001-dependencies.md'), 'utf8');
  const missing = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !reasons.includes(`\`${name}\``),
  );
  expect(missing).toEqual([]);
});

test('the packed file is as small as docs/command-line.md says', async () => {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: repository,
  });
  const [packed] = z.tuple([z.object({ size: z.number() })]).parse(JSON.parse(stdout));
  const page = await readFile(path.join(repository, 'docs/command-line.md'), 'utf8');
  const [, most] = /\(less than ([\d.]+) MB, without dependencies\)/.exec(page) ?? [];
  expect(packed.size / 1e6).toBeLessThan(Number(most));
  expect(packed.size / 1e6).toBeGreaterThan(Number(most) - 0.2);
});

test('what `npx` installs has no dependencies: the bundle of the command line contains all that it uses', async () => {
  const { dependencies, bin, files } = await readPackageFile();
  expect(dependencies).toEqual({});
  expect(bin).toEqual({ 'dreamina-edits': 'dist/cli/index.js' });
  expect(files).toContain('dist/cli');
});
