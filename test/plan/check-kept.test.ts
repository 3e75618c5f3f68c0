import { describe, expect, it } from 'vitest';

import { checkKept } from '../../src/plan/check-kept.ts';
import { EMPTY, requestsOf, runWithTakes, type SpecEdit, type TakesBranch } from './takes-on-branch.ts';

const HERO = { id: 'hero', prompt: 'A', takes: 3 } as const;

/** The branch after these specs of one edit, one run after the other. */
function after(...edits: readonly SpecEdit[]): TakesBranch {
  return edits.reduce(
    (branch, edit, index) => runWithTakes(branch, { spec: requestsOf(edit), run: `r${index}` }).branch,
    EMPTY,
  );
}

function check(branch: TakesBranch, edit: SpecEdit, mode: 'apply' | 'plan' = 'apply'): readonly string[] {
  const { plan } = runWithTakes(branch, { spec: requestsOf(edit), run: 'next' });
  const problems = checkKept(plan.edits, branch.tip.recorded, mode);
  return problems.map(({ severity, message }) => `${severity}: ${message}`);
}

describe('a kept take', () => {
  it.each<[what: string, before: readonly SpecEdit[], now: SpecEdit]>([
    ['of takes that were never made', [], { ...HERO, keep: 2 }],
    ['chosen among what was made', [HERO], { ...HERO, keep: 2 }],
    ['chosen before', [HERO, { ...HERO, keep: 2 }], { ...HERO, keep: 2 }],
    ['that is the first by default', [HERO], { ...HERO, prompt: 'B' }],
    ['of new takes, once they are made', [HERO, { ...HERO, prompt: 'B' }], { ...HERO, prompt: 'B', keep: 3 }],
    [
      'of what the edit goes back to',
      [HERO, { ...HERO, keep: 2 }, { ...HERO, prompt: 'B' }],
      { ...HERO, keep: 2 },
    ],
    ['that is new with the takes', [HERO], { ...HERO, takes: 4, keep: 4 }],
  ])('%s', (_, before, now) => {
    expect(check(after(...before), now)).toEqual([]);
  });

  it('that was chosen among other pictures is an error, and a warning in a plan', () => {
    const branch = after(HERO, { ...HERO, keep: 2 });
    const message =
      '`keep` says that take 2 of `hero` is kept, but that choice was made among other pictures: what the edit asks for has changed since. Remove `keep` to have new takes made, and choose among those; or go back to what the edit asked for.';
    const now = { ...HERO, prompt: 'B', keep: 2 };
    expect(check(branch, now)).toEqual([`error: ${message}`]);
    expect(check(branch, now, 'plan')).toEqual([`warning: ${message}`]);
  });

  it('whose pictures are no longer in the history of the branch is an error, and is not paid for again', () => {
    const { tip } = after(HERO);
    const rewritten = { tip, commits: new Map() };
    expect(check(rewritten, { ...HERO, keep: 2 })).toEqual([
      "error: `hero#2` has no pictures: its pictures were set aside, and cannot be taken from the branch's history; `force: hero#2` has them made again.",
    ]);
    const { plan } = runWithTakes(rewritten, { spec: requestsOf({ ...HERO, keep: 2 }), run: 'next' });
    expect(plan.edits.map(({ action }) => action.kind)).not.toContain('submit');
  });
});

it('a take that is aside stays as it is, although another edit has the same pictures on the branch', () => {
  const spec = [...requestsOf({ ...HERO, keep: 2 }), ...requestsOf({ id: 'twin', prompt: 'A', takes: 1 })];
  const first = runWithTakes(EMPTY, { spec, run: 'a' });
  expect([...first.branch.tip.tree.keys()].toSorted()).toEqual(['hero.jpg', 'twin.jpg']);
  const again = runWithTakes(first.branch, { spec, run: 'b' });
  expect(again.isChange).toBe(false);
});
