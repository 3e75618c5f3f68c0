import { expect, it } from 'vitest';

import type { GitRepository } from '../../../src/git/types.ts';
import { offerTarget } from '../../../src/run/adopt/offer-target.ts';
import { entry, sampleTip } from '../../deliver/branch/sample-branch.ts';

const repository = {} as GitRepository;
const place = { branch: 'proposal', directory: '', into: 'main' };

/** A branch with one picture of this fingerprint. */
function having(fingerprint: string) {
  const made = { ...entry(['a.png'], `of-${fingerprint}`), fingerprint };
  const { tree, recorded } = sampleTip({ files: { 'a.png': fingerprint }, edits: { a: made } });
  return { tip: fingerprint.repeat(40).slice(0, 40), tree, recorded };
}

it('offers what either branch has, and the merge of both has not: the base before the head', () => {
  const { tip: base, ...onBase } = having('b');
  const joined = { base, ...onBase, head: having('a'), parents: [], files: base, isAhead: false };
  const own = { repository, place, ...sampleTip({}), joined };
  const { offers, branches } = offerTarget(own, new Set(['a', 'b', 'c']));
  expect([...offers].map(([key, found]) => [key, found.map(({ on }) => on.branch)])).toEqual([
    ['b', ['main']],
    ['a', ['proposal']],
  ]);
  expect(branches.map((each) => each.place.branch)).toEqual(['main', 'proposal']);
  expect(offerTarget(own, new Set(['c'])).offers.size).toBe(0);
});

it('offers nothing if the branch is not to be merged', () => {
  const own = { repository, place: { branch: 'assets', directory: '' }, ...sampleTip({}) };
  expect(offerTarget(own, new Set(['a'])).branches).toEqual([]);
});
