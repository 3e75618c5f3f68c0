import { expect, test } from 'vitest';

import type { OpenedBranch } from '../../../src/deliver/branch/types.ts';
import { asEdits, checkOwners, findOtherEntries } from '../../../src/run/prepare/other-specs.ts';
import type { CommittedEntry, LookUpCommitted } from '../../../src/shared/ports.ts';
import { entry, sampleTip } from '../../deliver/branch/sample-branch.ts';

const { signal } = new AbortController();
const ports = (lookUpCommitted: LookUpCommitted) => ({ lookUpCommitted, workspace: '/nowhere', signal });
const edits = {
  mine: { ...entry(['mine.png']), spec: 'shop.yml' },
  free: entry(['free.png']),
  theirs: { ...entry(['theirs.png']), spec: 'blog.yml' },
  orphan: { ...entry(['orphan.png']), spec: 'gone.yml' },
};
const branch = sampleTip({ edits }) as OpenedBranch;
const commit: Record<string, CommittedEntry> = {
  'blog.yml': { kind: 'file' },
  'gone.yml': { kind: 'absent' },
};

test('an entry of another spec that exists is not ours; one without an owner, or whose spec is gone, may be', async () => {
  const look = (paths: readonly string[]) =>
    Promise.resolve(new Map(paths.map((each) => [each, commit[each] ?? { kind: 'absent' as const }])));
  const others = await findOtherEntries([branch], 'shop.yml', ports(look));
  expect(asEdits(others)).toEqual([{ id: 'theirs', output: 'theirs' }]);

  const at = { file: 'shop.yml', line: 3, column: 3 };
  const problems = checkOwners(
    ['mine', 'orphan', 'theirs'].map((id) => ({ id, at })),
    others,
  );
  expect(problems).toEqual([
    {
      severity: 'error',
      at,
      message: expect.stringMatching(/`theirs` of another spec, `blog\.yml`/) as unknown,
    },
  ]);
});

test('at a desk the files of the workspace count: a spec may be renamed before that is committed', async () => {
  const look = (paths: readonly string[]) =>
    Promise.resolve(new Map(paths.map((each) => [each, { kind: 'file' as const }])));
  expect(await findOtherEntries([branch], 'shop.yml', { ...ports(look), isAtDesk: true })).toEqual(new Map());
});

test('outside of a repository the files of the workspace count', async () => {
  const look = (paths: readonly string[]) =>
    Promise.resolve(new Map(paths.map((each) => [each, { kind: 'no repository' as const }])));
  expect(await findOtherEntries([branch], 'shop.yml', ports(look))).toEqual(new Map());
});
