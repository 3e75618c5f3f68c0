import { expect, it } from 'vitest';

import { EMPTY, requestsOf, runWithTakes } from '../../plan/takes-on-branch.ts';

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
    const made = runWithTakes(failed.branch, { ...next, run: 'c' });
    const paths = takesOnBranch ? ['hero.jpg', 'takes/hero/1.jpg'] : ['hero.jpg'];
    expect([...made.branch.tip.tree.keys()].toSorted()).toEqual(paths);
    expect(made.branch.tip.recorded.lock.edits.get('hero#2')?.isKept).toBe(true);
  },
);
