import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { explainMissing } from '../../src/references/explain-missing.ts';
import type { CommittedEntry } from '../../src/shared/ports.ts';
import { createReferencesStage, NEVER, type ReferencesStage } from './references-stage.ts';

let workspace: ReferencesStage;
beforeAll(async () => {
  workspace = await createReferencesStage();
  await workspace.write('repo/shots/mug.png', 'x');
  await workspace.write('partly/a.png', 'x');
  await mkdir(path.join(workspace.folder, 'pics'));
});
afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});

const COMMIT: Readonly<Record<string, CommittedEntry>> = {
  'sparse/mug.png': { kind: 'file' },
  sparse: { kind: 'folder' },
  partly: { kind: 'folder' },
  'pics/mug.png': { kind: 'submodule', path: 'pics' },
  pics: { kind: 'submodule', path: 'pics' },
};

const SPARSE =
  'is in the commit but not in this checkout: a sparse checkout left it out, or an earlier step removed it. Add it to `sparse-checkout` in the actions/checkout step.';
const SUBMODULE =
  'is in the submodule `pics`, which is not checked out. Set `submodules: true` in the actions/checkout step.';

test.each([
  ['sparse/mug.png', SPARSE],
  ['sparse/*.png', SPARSE],
  ['partly/*.webp', 'matches no file. `partly` contains `a.png`.'],
  ['pics/mug.png', SUBMODULE],
  ['pics/*', SUBMODULE],
  [
    'shots/mug.png',
    'does not exist. Did you mean `repo/shots/mug.png`? Paths are relative to the workspace, not to the spec.',
  ],
  [
    'shots/*.webp',
    'matches no file. Did you mean `repo/shots/*.webp`? Paths are relative to the workspace, not to the spec.',
  ],
  ['rebo/shots/mug.png', 'does not exist. Did you mean `repo/shots/mug.png`?'],
  ['nowhere.png', 'does not exist.'],
  ['*.webp', 'matches no file.'],
])('%s %s', async (wanted, message) => {
  const lookUpCommitted = (paths: readonly string[]) =>
    Promise.resolve(new Map(paths.map((file) => [file, COMMIT[file] ?? ({ kind: 'absent' } as const)])));
  const ports = { workspace: workspace.folder, lookUpCommitted, signal: NEVER };
  expect((await explainMissing([wanted], 'repo', ports)).get(wanted)).toBe(message);
});
