import { expect, it } from 'vitest';

import { checkNeeds } from '../../src/plan/check-needs.ts';
import { planEdits } from '../../src/plan/plan-edits.ts';
import { inspectedEdit } from '../support/edits.ts';

const OPTIONS = { model: 'm', forced: new Set<string>(), spec: [] };
const huge = { ...inspectedEdit('huge'), size: { width: 6198, height: 2656, wire: '6198x2656(21:9)' } };
const limit = { ...inspectedEdit('limit'), size: { width: 4096, height: 4096, wire: '4096x4096(1:1)' } };
const frozen = inspectedEdit('kept', { frozen: true });

it.each([
  [
    'an output of the largest size that a reference may have',
    [limit, inspectedEdit('a', { needs: ['limit'] })],
    [],
  ],
  [
    'an output that is too large',
    [huge, inspectedEdit('a', { needs: ['huge'] })],
    [
      'The output of `huge` is 6198x2656, but a reference may be 4096 x 4096 at the most. Give `huge` a smaller size.',
    ],
  ],
  [
    'an output of an edit that is left out',
    [frozen, inspectedEdit('a', { needs: ['kept'] })],
    [
      'The output of `kept` is used here, but `kept` is frozen, and there is no output of it. Take `frozen` away once to have it made.',
    ],
  ],
  ['an edit that is left out itself', [huge, inspectedEdit('a', { needs: ['huge'], frozen: true })], []],
  [
    'several edits made from one place, told once',
    [huge, inspectedEdit('a@1', { needs: ['huge'] }), inspectedEdit('a@2', { needs: ['huge'] })],
    [
      'The output of `huge` is 6198x2656, but a reference may be 4096 x 4096 at the most. Give `huge` a smaller size.',
    ],
  ],
])('%s', (_what, edits, messages) => {
  expect(checkNeeds(planEdits(edits, OPTIONS).edits).map(({ message }) => message)).toEqual(messages);
});
