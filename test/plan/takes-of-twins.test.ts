import { expect, it } from 'vitest';

import { EMPTY, requestsOf, runWithTakes, type SpecEdit, type TakesBranch } from './takes-on-branch.ts';

function specOf(...edits: readonly SpecEdit[]) {
  return edits.flatMap((edit) => requestsOf(edit));
}

/** What the branch has of an edit, by the request that made it. */
function pictureOf({ tip }: TakesBranch, id: string) {
  const entry = tip.recorded.lock.edits.get(id);
  return [entry?.requestId, entry?.stored];
}

const hero = { id: 'hero', prompt: 'A', takes: 2, keep: 2 };
const twin = { id: 'twin', prompt: 'A', takes: 1 };

it('a take that was set aside keeps its picture if another edit that asks for the same is made again', () => {
  const spec = specOf(hero, twin);
  const { branch: made } = runWithTakes(EMPTY, { spec, run: 'r1' });
  const { branch: forced } = runWithTakes(made, { spec, run: 'r2', forced: ['twin'] });
  const { branch } = runWithTakes(forced, { spec, run: 'r3' });
  expect(pictureOf(branch, 'hero#1')).toEqual(['r1-hero#1', 'aside']);
  expect(pictureOf(branch, 'twin')).toEqual(['r2-twin', undefined]);

  // Kept, it comes back from the history of the branch, and is no copy of what the other edit has.
  const { branch: kept, plan } = runWithTakes(branch, {
    spec: specOf({ ...hero, keep: 1 }, twin),
    run: 'r4',
  });
  expect(plan.edits.map(({ action }) => action.kind)).toEqual(['adopt', 'aside', 'unchanged']);
  expect(pictureOf(kept, 'hero#1')).toEqual(['r1-hero#1', undefined]);
});

it('a take that was set aside keeps its picture also under the other name of its edit', () => {
  const spec = specOf(hero, twin);
  const { branch: made } = runWithTakes(EMPTY, { spec, run: 'r1' });
  const { branch: forced } = runWithTakes(made, { spec, run: 'r2', forced: ['twin'] });
  const { branch: plain } = runWithTakes(forced, {
    spec: specOf({ ...hero, takes: 1, keep: undefined }, twin),
    run: 'r3',
  });
  expect(pictureOf(plain, 'hero')).toEqual(['r1-hero#1', undefined]);
});

const bothHave = [
  { ...hero, keep: undefined },
  { ...twin, takes: 2, keep: 2 },
];
it.each([
  ['one take of the other edit', [hero, twin]],
  ['two takes of the other edit', bothHave],
])('nothing changes on the branch if nothing changed in the spec: %s', (_, edits) => {
  const spec = specOf(...edits);
  const { branch } = runWithTakes(EMPTY, { spec, run: 'r1' });
  const again = runWithTakes(branch, { spec, run: 'r2' });
  expect(again.changes).toEqual({ set: [], remove: [] });
  expect(again.isChange).toBe(false);
});
