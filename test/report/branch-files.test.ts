import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { BranchDelivery } from '../../src/deliver/branch/types.ts';
import { branchFolderAddress, createBranchAddress, filesOf } from '../../src/report/branch-files.ts';
import { keptOutcome, sampleCommit } from './sample-branch.ts';
import { sampleOutcome } from './sample-run.ts';

const repositoryUrl = 'https://github.com/acme/shop';
const COMMIT = sampleCommit({ left: [{ id: 'left', reason: 'Too large.' }] });
const UNCHANGED = { kind: 'unchanged', branch: 'assets', directory: '', commit: 'abc' } as const;

it.each<[name: string, branch: BranchDelivery, onBranch: readonly string[]]>([
  ['a commit has what was made, and what was there', COMMIT, ['made', 'same']],
  ['an unchanged branch has what was there', UNCHANGED, ['same', 'left']],
  ['no branch has nothing', { kind: 'unchanged', branch: 'assets', directory: '' }, []],
  [
    'a refused push leaves the branch unknown',
    { ...UNCHANGED, kind: 'failed', message: 'No.', left: [] },
    [],
  ],
  ['nothing was asked for', { kind: 'none' }, []],
])('%s', (_, branch, expected) => {
  const addressOf = createBranchAddress({ branch, repositoryUrl });
  const edits = [
    sampleOutcome('made', 'succeeded'),
    keptOutcome('same'),
    keptOutcome('left'),
    sampleOutcome('bad', 'failed'),
    sampleOutcome('late', 'pending'),
  ];
  const found = edits.filter((outcome) => addressOf(outcome) !== undefined);
  expect(found.map(({ edit }) => edit.id)).toEqual(expected);
});

it('has the files on disk, or else those on the branch', () => {
  expect(filesOf(sampleOutcome('a', 'succeeded')).map(({ path }) => path)).toEqual(['a.jpg']);
  expect(filesOf(keptOutcome('b')).map(({ path }) => path)).toEqual(['b.jpg']);
  const fetched = { ...keptOutcome('c'), files: sampleOutcome('d', 'succeeded').files };
  expect(filesOf(fetched).map(({ path }) => path)).toEqual(['d.jpg']);
});

it.each([
  ['', 'a.jpg', '/acme/shop/blob/SHA/a.jpg'],
  ['shots', 'hero/a b.jpg', '/acme/shop/blob/SHA/shots/hero/a%20b.jpg'],
  ['50% #1', 'was?.png', '/acme/shop/blob/SHA/50%25%20%231/was%3F.png'],
  ['', '-größe “x”|[y].png', '/acme/shop/blob/SHA/-gr%C3%B6%C3%9Fe%20%E2%80%9Cx%E2%80%9D%7C%5By%5D.png'],
])('a file in %j at %j is at %s', (directory, path, expected) => {
  const branch = { ...UNCHANGED, directory, commit: 'SHA' };
  const address = createBranchAddress({ branch, repositoryUrl })(keptOutcome('a'))?.({ path });
  expect(address).toBe(`https://github.com${expected}`);
});

it('gives an address that is read back as the path, whatever it is', () => {
  const segment = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/^\.{1,2}$|\//.test(text));
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), segment, (segments, directory) => {
      const path = segments.join('/');
      const branch = { ...UNCHANGED, directory };
      const address = createBranchAddress({ branch, repositoryUrl })(keptOutcome('a'))?.({ path }) ?? '';
      const { pathname, search, hash } = new URL(address);
      expect([search, hash]).toEqual(['', '']);
      expect(pathname.split('/').slice(5).map(decodeURIComponent)).toEqual(
        [directory, ...segments].map((text) => text.toWellFormed()),
      );
      expect(address).not.toMatch(/[\s"<>`|[\]]/);
    }),
  );
});

it.each([
  [COMMIT, `https://github.com/acme/shop/tree/${COMMIT.commit}`],
  [{ ...COMMIT, directory: 'a b/c' }, `https://github.com/acme/shop/tree/${COMMIT.commit}/a%20b/c`],
  [UNCHANGED, 'https://github.com/acme/shop/tree/abc'],
  [{ kind: 'none' } as const, undefined],
])('the folder of %j is at %s', (branch, expected) => {
  expect(branchFolderAddress({ branch, repositoryUrl })).toBe(expected);
});
