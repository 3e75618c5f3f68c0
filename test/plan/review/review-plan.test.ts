import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isUntouched } from '../../../src/plan/outputs.ts';
import { reviewPlan } from '../../../src/plan/review/review-plan.ts';
import { NOW } from '../../ledger/samples.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { NO_BRANCH, runOnBranch } from '../run-on-branch.ts';
import { sampleHistories } from '../sample-history.ts';
import { made, review } from './recorded-edits.ts';

const a = inspectedEdit('a');
const b = inspectedEdit('b');

describe('edits that no spec asks for', () => {
  const recorded = made([a, b]);
  it('are orphaned, and stay unless the run prunes', () => {
    const orphan = { id: 'b', files: ['b.jpg'], isRemoved: false };
    expect(review([a], { recorded }).orphaned).toEqual([orphan]);
    expect(review([a], { recorded, prune: true }).orphaned).toEqual([{ ...orphan, isRemoved: true }]);
  });

  it('are not those that this run is not about, or that another spec has', () => {
    expect(review([a], { recorded, fromSpec: [a, b] }).orphaned).toEqual([]);
  });

  it('are not those whose pictures move to a renamed edit', () => {
    expect(review([a, { ...b, id: 'z', output: 'z' }], { recorded }).orphaned).toEqual([]);
  });

  it('name the spec that is gone', () => {
    const foreign = made([b], { spec: 'old/edits.yml' });
    expect(review([a], { recorded: foreign }).orphaned).toMatchObject([{ id: 'b', spec: 'old/edits.yml' }]);
  });
});

it.each([
  [
    'the service',
    {
      prices: new Map([['bytedance/dreamina-4-0/edit', { baseUsd: 0.5, unit: 'output' }]]),
      recorded: made([b]),
    },
    0.5,
  ],
  ['earlier edits of the model', { recorded: made([b]) }, 0.03],
  ['nothing, of another model', { recorded: made([b]), model: 'n' }, undefined],
])('has the cost from %s', (_what, options, usd) => {
  const { estimate } = review([a], { fromSpec: [a, b], ...options });
  expect(estimate.kind === 'known' ? estimate.usd : undefined).toBe(usd);
});

it('has the edits in the order of the spec, not in that of the plan', () => {
  const at = (line: number) => ({ file: 'edits.yml', line, column: 3 });
  const user = { ...inspectedEdit('user', { needs: ['used'] }), at: at(2) };
  const used = { ...inspectedEdit('used'), at: at(5) };
  expect(review([user, used]).edits.map(({ id }) => id)).toEqual(['user', 'used']);
});

it('says of any plan what it sends, why, and for what it does nothing', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(sampleHistories, (history) => {
      let tip = NO_BRANCH;
      for (const [index, { asked }] of history.entries()) {
        const ran = runOnBranch(tip, { ...asked, run: `r${index}` });
        const { edits, estimate } = reviewPlan(ran.plan, {
          spec: 'edits.yml',
          recorded: tip.recorded,
          forced: new Set(asked.forced),
          specIds: new Set(asked.spec.map(({ id }) => id)),
          prune: false,
          nowMs: NOW,
        });
        const submits = ran.plan.edits.filter(({ action }) => action.kind === 'submit');
        const isMade = edits.filter(({ status }) => status.kind === 'new' || status.kind === 'changed');
        expect(new Set(isMade.map(({ id }) => id))).toEqual(new Set(submits.map(({ id }) => id)));
        expect('edits' in estimate ? estimate.edits : 0).toBe(submits.length);
        for (const { id, status, changes } of edits) {
          seen.add(status.kind);
          if (status.kind === 'changed') expect(changes).not.toEqual([]);
          if (status.kind === 'new') expect(changes).toEqual([]);
          const planned = ran.plan.edits.find((edit) => edit.id === id);
          const isStill = status.kind === 'unchanged' || (status.kind === 'frozen' && status.hasPictures);
          expect(planned !== undefined && isUntouched(planned)).toBe(isStill);
        }
        tip = ran.tip;
      }
    }),
    // Always the same histories, so that every status is among them.
    { seed: 7 },
  );
  expect([...seen].toSorted()).toEqual(['changed', 'frozen', 'moved', 'new', 'shared', 'unchanged']);
});
