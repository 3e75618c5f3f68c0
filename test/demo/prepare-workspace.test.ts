import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import { prepareWorkspace } from '../../demo/prepare-workspace.ts';

test('a folder becomes a committed repository', async () => {
  const temp = await mkdtemp(path.join(tmpdir(), 'workspace-'));
  try {
    await mkdir(path.join(temp, 'from'));
    await writeFile(path.join(temp, 'from', 'edits.yml'), 'version: 1\n');
    const workspace = path.join(temp, 'to');
    const sha = await prepareWorkspace(path.join(temp, 'from'), workspace);
    const show = (...args: readonly string[]): string =>
      execFileSync('git', args, { cwd: workspace, encoding: 'utf8' });

    expect(sha).toMatch(/^[0-9a-f]{40}$/);
    expect(show('ls-tree', '-r', '--name-only', sha)).toBe('edits.yml\n');
    expect(show('status', '--porcelain')).toBe('');
    expect(show('rev-parse', '--abbrev-ref', 'HEAD')).toBe('main\n');
  } finally {
    await rm(temp, { recursive: true, maxRetries: 5 });
  }
});
