import { expect, it } from 'vitest';

import type { FailOn } from '../../../src/report/types.ts';
import { judgePlanned } from '../../../src/run/plan/publish-plan.ts';
import { reviewedEdit, samplePlan } from '../../report/plan/sample-plan.ts';

const submit = reviewedEdit('a');
const kept = reviewedEdit('b', { action: 'unchanged', status: { kind: 'unchanged' } });
const CHANGES = 'would be sent, and `fail-on` is `changes`.';

it.each<[FailOn, Parameters<typeof judgePlanned>[0], string | undefined]>([
  ['any', samplePlan({ edits: [submit, kept] }), undefined],
  ['all', samplePlan({ edits: [submit] }), undefined],
  ['changes', samplePlan({ edits: [kept] }), undefined],
  ['changes', samplePlan({ edits: [submit, kept] }), `1 edit ${CHANGES}`],
  ['changes', samplePlan({ edits: [submit, submit] }), `2 edits ${CHANGES}`],
  ['never', samplePlan({ problems: [{ severity: 'warning', message: 'Odd.' }] }), undefined],
  [
    'never',
    samplePlan({ problems: [{ severity: 'error', message: 'Wrong.' }] }),
    'The plan has 1 error, all in the log and the job summary. A run that applies it would send nothing.',
  ],
])('`fail-on: %s`: %#', (failOn, plan, failure) => {
  expect(judgePlanned(plan, { failOn })).toEqual(failure === undefined ? {} : { failure });
});
