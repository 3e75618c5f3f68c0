import { expect, it } from 'vitest';

import type { PictureSettings } from '../../../src/spec/types.ts';
import { EMPTY, requestsOf, runWithTakes } from '../../plan/takes-on-branch.ts';

const PICTURES: PictureSettings = {
  renditions: [{ name: 'web', widths: [640], formats: ['jpeg'], isNamed: false }],
  mark: 'none',
  markPrompt: false,
  sourceType: 'trainedAlgorithmicMedia',
};
const HERO = { id: 'hero', prompt: 'A', takes: 2 } as const;

it.each([false, true])(
  'a take keeps the place of the edit if the one that is to be kept could not be made (takes on the branch: %s)',
  (takesOnBranch) => {
    const spec = requestsOf({ ...HERO, takes: 1 });
    const first = runWithTakes(EMPTY, { spec, takesOnBranch, run: 'a' }).branch;
    const next = { spec: requestsOf({ ...HERO, keep: 2 }), takesOnBranch };
    const failed = runWithTakes(first, { ...next, failing: ['hero#2'], run: 'b' });
    expect([...failed.branch.tip.tree.keys()]).toEqual(['hero.jpg']);
    expect(failed.outcomes[0]?.unchangedFiles.map(({ path }) => path)).toEqual(['hero.jpg']);
    // It is still the picture of the edit: pages list what is kept.
    expect(failed.branch.tip.recorded.lock.edits.get('hero#1')?.isKept).toBe(true);
    const again = runWithTakes(failed.branch, { ...next, failing: ['hero#2'], run: 'b2' });
    expect(again.isChange).toBe(false);
    expect(again.branch.tip.recorded.lock.edits.get('hero#1')?.isKept).toBe(true);
    const made = runWithTakes(failed.branch, { ...next, run: 'c' });
    const paths = takesOnBranch ? ['hero.jpg', 'takes/hero/1.jpg'] : ['hero.jpg'];
    expect([...made.branch.tip.tree.keys()].toSorted()).toEqual(paths);
    expect(made.branch.tip.recorded.lock.edits.get('hero#2')?.isKept).toBe(true);
    expect(made.branch.tip.recorded.lock.edits.get('hero#1')?.isKept).toBeUndefined();
  },
);

it.each([false, true])(
  'the take that was kept is still the kept one if the next one could not be made (takes on the branch: %s)',
  (takesOnBranch) => {
    const spec = requestsOf({ ...HERO, keep: 2 });
    const first = runWithTakes(EMPTY, { spec, takesOnBranch, run: 'a' }).branch;
    const next = { spec: requestsOf({ ...HERO, takes: 3, keep: 3 }), takesOnBranch };
    const { branch } = runWithTakes(first, { ...next, failing: ['hero#3'], run: 'b' });
    const kept = [...branch.tip.recorded.lock.edits].filter(([, { isKept }]) => isKept === true);
    expect(kept.map(([id, { files }]) => [id, files[0]?.path])).toEqual([['hero#2', 'hero.jpg']]);
  },
);

it('with its renditions', () => {
  const spec = requestsOf({ ...HERO, takes: 1 });
  const first = runWithTakes(EMPTY, { spec, run: 'a' }).branch;
  const [one, two] = requestsOf({ ...HERO, keep: 2 });
  if (one === undefined || two === undefined) throw new Error('two takes are expected');
  const pictures = { ...PICTURES, renditions: [] };
  const next = [
    { ...one, pictures },
    { ...two, pictures: PICTURES },
  ];
  const { outcomes } = runWithTakes(first, { spec: next, failing: ['hero#2'], run: 'b' });
  expect(outcomes[0]?.edit.pictures).toEqual(PICTURES);
});

it('a take that was never made stays without pictures, although another edit has the same', () => {
  const twin = requestsOf({ id: 'twin', prompt: 'A', takes: 1 });
  const first = runWithTakes(EMPTY, { spec: twin, run: 'a' }).branch;
  const next = { spec: [...twin, ...requestsOf({ ...HERO, keep: 2 })], failing: ['hero#2'] };
  const { branch, left } = runWithTakes(first, { ...next, run: 'b' });
  expect(left).toEqual([]);
  expect([...branch.tip.tree.keys()]).toEqual(['twin.jpg']);
  expect(branch.tip.recorded.lock.edits.get('hero#1')?.stored).toBe('aside');
});

it('a take does not keep the place of another edit, which had its pictures before both changed what they ask for', () => {
  const twin = { id: 'twin', prompt: 'B', takes: 2, keep: 2 };
  const spec = [...requestsOf({ ...HERO, takes: 1 }), ...requestsOf(twin)];
  const first = runWithTakes(EMPTY, { spec, run: 'a' }).branch;
  const next = [
    ...requestsOf({ ...HERO, prompt: 'B', takes: 3, keep: 3 }),
    ...requestsOf({ ...twin, prompt: 'A', takes: 1, keep: undefined }),
  ];
  const { left, branch } = runWithTakes(first, { spec: next, failing: ['hero#3'], run: 'b' });
  expect(left).toEqual([]);
  expect(branch.tip.recorded.lock.edits.get('twin')).toMatchObject({
    requestId: 'a-hero',
    files: [{ path: 'twin.jpg' }],
  });
});

it('of two edits that take over the picture of one that left the spec, only one keeps its place', () => {
  const first = runWithTakes(EMPTY, { spec: requestsOf({ ...HERO, takes: 1 }), run: 'a' }).branch;
  const spec = ['star', 'twin'].flatMap((id) => requestsOf({ ...HERO, id, keep: 2 }));
  const { left } = runWithTakes(first, { spec, failing: ['star#2', 'twin#2'], run: 'b' });
  expect(left).toEqual([]);
});

it.each([false, true])(
  'a renamed edit does not keep its old path if a new edit has that now (takes on the branch: %s)',
  (takesOnBranch) => {
    const star = { id: 'star', prompt: 'A', takes: 1 };
    const renamed = requestsOf({ ...HERO, keep: 2 });
    const asked = { failing: ['hero#2'], takesOnBranch };
    const first = runWithTakes(EMPTY, { spec: requestsOf(star), takesOnBranch, run: 'a' }).branch;
    const second = runWithTakes(first, { ...asked, spec: renamed, run: 'b' }).branch;
    expect(second.tip.recorded.lock.edits.get('hero#1')?.files[0]?.path).toBe('star.jpg');

    const spec = [...renamed, ...requestsOf({ ...star, prompt: 'C' })];
    const { left, branch } = runWithTakes(second, { ...asked, spec, run: 'c' });
    expect(left).toEqual([]);
    const { edits } = branch.tip.recorded.lock;
    expect(edits.get('star')).toMatchObject({ requestId: 'c-star', files: [{ path: 'star.jpg' }] });
    expect(edits.get('hero#1')).toMatchObject(
      takesOnBranch ? { files: [{ path: 'takes/hero/1.jpg' }] } : { stored: 'aside', heldBy: second.tip.tip },
    );

    // Kept, it is the picture of its edit again, at no cost.
    const back = { spec: requestsOf({ ...HERO, keep: 1 }), failing: ['hero#2'], takesOnBranch, run: 'd' };
    const { left: none, branch: last } = runWithTakes(branch, back);
    expect(none).toEqual([]);
    expect(last.tip.recorded.lock.edits.get('hero#1')).toMatchObject({
      requestId: 'a-star',
      files: [{ path: 'hero.jpg' }],
    });
  },
);
