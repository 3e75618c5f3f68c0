import fc from 'fast-check';
import { expect, it } from 'vitest';

import { sampleHistories } from './sample-history.ts';
import { EMPTY, requestsOf, runWithTakes, type SpecEdit } from './takes-on-branch.ts';

const a = { id: 'a', prompt: 'A', takes: 1 };
const b = { id: 'b', prompt: 'B', takes: 1 };

function walk(specs: readonly (readonly SpecEdit[])[], asked: { readonly prune?: boolean } = {}) {
  let branch = EMPTY;
  return specs.map((edits, index) => {
    const spec = edits.flatMap((edit) => requestsOf(edit));
    const ran = runWithTakes(branch, { spec, run: `r${index}`, ...asked });
    ({ branch } = ran);
    return ran;
  });
}

const COMES_BACK = [
  [a, b],
  [b],
  [{ ...b, output: 'a' }],
  [
    { ...b, output: 'a' },
    { ...a, output: 'c' },
  ],
];

it('an edit whose place another one got comes back from the history of the branch', () => {
  const [, , , back] = walk(COMES_BACK);
  expect(back?.plan.edits.map(({ id, action }) => [id, action.kind])).toEqual([
    ['b', 'unchanged'],
    ['a', 'adopt'],
  ]);
  expect(back?.branch.tip.recorded.lock.edits.get('a')?.requestId).toBe('r0-a');
});

it('is forgotten by `prune`', () => {
  const runs = walk(COMES_BACK, { prune: true });
  expect([...(runs[2]?.branch.tip.recorded.lock.edits.keys() ?? [])]).toEqual(['b']);
  expect(runs[3]?.plan.edits.map(({ action }) => action.kind)).toEqual(['unchanged', 'submit']);
});

it('is made again, and not refused, if the history of the branch no longer has it', () => {
  const moved = walk(COMES_BACK)[2]?.branch ?? EMPTY;
  const spec = [{ ...b, output: 'a' }, a].flatMap((edit) => requestsOf({ output: 'c', ...edit }));
  const ran = runWithTakes({ ...moved, commits: new Map() }, { spec, run: 'late' });
  expect(ran.plan.edits.map(({ action }) => action.kind)).toEqual(['unchanged', 'submit']);
});

it('whatever leaves a spec and comes back, nothing is paid for twice unless it is forced', () => {
  let restored = 0;
  fc.assert(
    fc.property(sampleHistories, (history) => {
      let branch = EMPTY;
      const paid = new Set<string>();
      for (const [index, { asked }] of history.entries()) {
        const { forced = [] } = asked;
        const ran = runWithTakes(branch, { ...asked, prune: false, run: `r${index}` });
        if (ran.problems.length > 0) continue;
        const sent = ran.plan.edits.filter(({ action }) => action.kind === 'submit');
        expect(sent.filter(({ id, fingerprint }) => paid.has(fingerprint) && !forced.includes(id))).toEqual(
          [],
        );
        restored += ran.outcomes.filter(({ state }) => state === 'adopted').length;
        for (const { edit, state } of ran.outcomes) if (state === 'succeeded') paid.add(edit.fingerprint);
        ({ branch } = ran);
      }
    }),
    { numRuns: 1500 },
  );
  expect(restored).toBeGreaterThan(0);
});
