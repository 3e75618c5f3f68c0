import { expect, it } from 'vitest';

import { listPicturesBefore } from '../../../src/run/end/list-pictures-before.ts';
import { sampleEntry } from '../../report/sample-branch.ts';
import { sampleFile } from '../../report/sample-run.ts';

function branchOf(tip: string | undefined, directory = '', id = 'hero') {
  const files = [
    sampleFile(`${id}.jpg`),
    sampleFile(`${id}.mp4`, { type: 'video/mp4' }),
    sampleFile(`${id}-gone.jpg`),
  ];
  const edits = new Map([[id, sampleEntry(files)]]);
  const paths = new Set([`${id}.jpg`, `${id}.mp4`]);
  return {
    ...(tip !== undefined && { tip }),
    place: { branch: 'assets', directory },
    recorded: { lock: { edits, pages: [] }, paths },
  };
}

const file = (path: string, commit: string) => ({ path, commit, sha256: 'ef'.repeat(32) });

it.each([
  ['no branch', undefined, undefined, 'own', undefined],
  ['a branch that does not exist yet', branchOf(undefined), undefined, 'own', undefined],
  ['the branch itself', branchOf('c1'), undefined, 'own', file('hero.jpg', 'c1')],
  ['a folder of it', branchOf('c1', 'a/b'), undefined, 'own', file('a/b/hero.jpg', 'c1')],
  ['its base', branchOf('c1'), branchOf('c2'), 'base', file('hero.jpg', 'c2')],
  ['a base that does not exist', branchOf('c1'), branchOf(undefined), 'own', file('hero.jpg', 'c1')],
])('with %s', (_, branch, base, from, picture) => {
  const before = listPicturesBefore({ branch, base });
  expect(before.from).toBe(from);
  expect(before.pictures.get('hero')).toEqual(picture && [picture, undefined, undefined]);
});
