import { expect, it } from 'vitest';

import type { BranchDelivery, LeftEdit } from '../../../src/deliver/branch/types.ts';
import type { PlannedAction } from '../../../src/plan/types.ts';
import { markUncommitted } from '../../../src/run/deliver/uncommitted.ts';
import { keep, makeEdit, makeMedia } from '../../jobs/run-plan.ts';
import { sampleCommit } from '../../report/sample-branch.ts';
import { outcomeOf } from '../../support/outcome-of.ts';

const kept = keep('old');
if (kept.kind !== 'unchanged') throw new Error('it is unchanged');
const moved: PlannedAction = { ...kept, files: [makeMedia('hero')] };
const adopted: PlannedAction = {
  ...moved,
  kind: 'adopt',
  on: { kind: 'preview', branch: 'assets-pr-7', commit: 'c'.repeat(40) },
};

function leftOut(facts: Omit<LeftEdit, 'id'>): BranchDelivery {
  return { ...sampleCommit(), left: [{ id: 'hero', ...facts }] };
}
const gone = '`old.png` is no longer on the branch; the next run makes it again';
const foreign = '`hero.png` is on the branch by now and was not made by this action';
const owned = '`hero.png` is a picture of edit `mug`, which keeps it';
const advice = 'Give the edit another `output`, use another `branch-directory`, or remove the file:';

it.each<[string, PlannedAction, BranchDelivery, string]>([
  [
    'a moved picture that was deleted is not said to be there, nor to be moved',
    moved,
    leftOut({ reason: `its picture ${gone}`, remedy: 'make-again' }),
    `Its pictures were not moved to their new paths: its picture ${gone}.`,
  ],
  [
    'a file that is not ours has the path of a moved picture',
    moved,
    leftOut({ reason: foreign, remedy: 'clear-path' }),
    `Its pictures are on the branch, but were not moved to their new paths: ${foreign}. ${advice} then the next run moves them, at no cost.`,
  ],
  [
    'a file that is not ours has the path of a copied picture',
    adopted,
    leftOut({ reason: foreign, remedy: 'clear-path' }),
    `Its pictures were not copied from branch \`assets-pr-7\`: ${foreign}. ${advice} then the next run copies them, at no cost.`,
  ],
  [
    'another edit has the path',
    adopted,
    leftOut({ reason: owned, remedy: 'wait-for-path' }),
    `Its pictures were not copied from branch \`assets-pr-7\`: ${owned}. The next run copies them, at no cost, if that path is free by then.`,
  ],
  [
    'the step was stopped',
    moved,
    { kind: 'none' },
    'Its pictures are on the branch, but were not moved to their new paths: the step was stopped before. The next run moves them, at no cost.',
  ],
])('what it takes to bring pictures to the branch, said once: %s', (_, action, branch, message) => {
  const outcome = outcomeOf(makeEdit('hero', { action }), action.kind === 'adopt' ? 'adopted' : 'unchanged');
  expect(markUncommitted([outcome], branch)).toMatchObject([
    { state: 'pending', error: { code: 'not-committed', message } },
  ]);
});
