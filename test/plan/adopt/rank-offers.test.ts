import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  listContested,
  listOffers,
  rankOffers,
  type Offer,
  type Standing,
} from '../../../src/plan/adopt/rank-offers.ts';
import { lockEntry } from '../../lock/sample-lock.ts';

const commit = '1'.repeat(40);

function offer(branch: string, fingerprint: string, finishedAt = '2026-11-02T00:00:00Z', id = 'hero'): Offer {
  return {
    on: { kind: 'preview', branch, commit },
    id,
    entry: lockEntry(['x'], { fingerprint, finishedAt }),
  };
}

it('offers only what is wanted, and says whose preview it is', () => {
  const edits = new Map([
    ['hero', lockEntry(['hero'], { fingerprint: 'a' })],
    ['mug', lockEntry(['mug'], { fingerprint: 'b' })],
    ['lost', { ...lockEntry(['lost'], { fingerprint: 'a' }), stored: 'discarded' as const }],
  ]);
  const preview = { pullRequest: 7 };
  const offers = listOffers(
    { branch: 'p', commit, lock: { edits, pages: [], preview } },
    new Set(['a', 'c']),
  );
  expect(offers.map(({ id, preview: of }) => [id, of])).toEqual([['hero', preview]]);
});

it('asks about pull requests only if two branches have the same picture', () => {
  expect(listContested([offer('p', 'a'), offer('q', 'b'), offer('p', 'a', undefined, 'copy')])).toEqual(
    new Set(),
  );
  expect(listContested([offer('p', 'a'), offer('q', 'a'), offer('r', 'c')])).toEqual(new Set(['p', 'q']));
});

it('takes the merged one first, then the newest, and an open one last', () => {
  const old = '2026-11-01T00:00:00Z';
  const offers = [offer('open', 'a'), offer('old', 'a', old), offer('new', 'a'), offer('merged', 'a', old)];
  const standings: Readonly<Record<string, Standing>> = { open: 'open', merged: 'merged-here' };
  const ranked = rankOffers(offers, (branch) => standings[branch] ?? 'other');
  expect(ranked.map(({ on }) => on.branch)).toEqual(['merged', 'new', 'old', 'open']);
});

it('ranks the same offers in the same order, however they come, and never an open one before another', () => {
  const branch = fc.constantFrom('p', 'q', 'r', 's');
  const time = fc.constantFrom('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z');
  const offers = fc.uniqueArray(
    fc.tuple(branch, fc.constantFrom('a', 'b'), time).map(([name, hash, at]) => offer(name, hash, at, hash)),
    { selector: ({ on, id }) => `${on.branch} ${id}` },
  );
  const standings = fc.dictionary(branch, fc.constantFrom<Standing>('merged-here', 'other', 'open'));
  fc.assert(
    fc.property(offers, standings, (all, known) => {
      const standingOf = (name: string): Standing => known[name] ?? 'other';
      const ranked = rankOffers(all, standingOf);
      expect(rankOffers(all.toReversed(), standingOf)).toEqual(ranked);
      const kinds = ranked.map(({ on }) => standingOf(on.branch));
      expect(kinds.lastIndexOf('other')).toBeLessThan(
        kinds.includes('open') ? kinds.indexOf('open') : Infinity,
      );
      expect(kinds.lastIndexOf('merged-here')).toBeLessThan(
        kinds.some((kind) => kind !== 'merged-here')
          ? kinds.findIndex((kind) => kind !== 'merged-here')
          : Infinity,
      );
    }),
  );
});
