import fc from 'fast-check';
import { expect, it } from 'vitest';

import { EMPTY, requestsOf, runWithTakes } from './takes-on-branch.ts';

const edit = fc.record({
  prompt: fc.constantFrom('A', 'B'),
  takes: fc.integer({ min: 1, max: 3 }),
  keep: fc.integer({ min: 1, max: 3 }),
  frozen: fc.boolean(),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** A spec with one edit, which may be renamed, and sometimes another one, and how it is run. */
const step = fc.record({
  id: fc.constantFrom('hero', 'star'),
  hero: edit,
  twin: fc.option(edit, { nil: undefined }),
  prune: fc.boolean(),
  takesOnBranch: fc.boolean(),
});

function requests(id: string, { prompt, takes, keep, frozen }: Edit) {
  const kept = takes > 1 ? { keep: Math.min(keep, takes) } : {};
  return requestsOf({ id, prompt, takes, ...kept }).map((each) => ({ ...each, frozen }));
}

it('whatever is frozen, each picture that is made gets its place, none is paid twice, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
      let branch = EMPTY;
      for (const [index, { id, hero, twin, prune, takesOnBranch }] of steps.entries()) {
        const spec = [...requests(id, hero), ...(twin === undefined ? [] : requests('twin', twin))];
        for (const run of [`r${index}`, `r${index}-again`]) {
          const ran = runWithTakes(branch, { spec, prune, takesOnBranch, run });
          // A place that a frozen edit has may be refused to another one, but before anything is sent.
          expect(ran.left).toEqual([]);
          const sent = ran.plan.edits.filter(({ action }) => action.kind === 'submit');
          if (run.endsWith('again') && ran.problems.length === 0) expect(sent).toEqual([]);
          ({ branch } = ran);
        }
        for (const entry of branch.tip.recorded.lock.edits.values()) {
          const at = entry.stored === undefined ? branch.tip : branch.commits.get(entry.heldBy ?? '');
          for (const { path, sha256 } of entry.files) expect(at?.tree.get(path)?.blob).toBe(sha256);
        }
      }
    }),
    { numRuns: 200 },
  );
});
