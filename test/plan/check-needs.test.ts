import { expect, it } from 'vitest';

import { checkNeeds } from '../../src/plan/check-needs.ts';
import { editRequest } from '../support/edits.ts';

const huge = { ...editRequest('huge'), size: { width: 6198, height: 2656, wire: '6198x2656(21:9)' } };
const limit = { ...editRequest('limit'), size: { width: 4096, height: 4096, wire: '4096x4096(1:1)' } };
const frozen = editRequest('kept', { frozen: true });

it.each([
  [
    'an output of the largest size that a reference may have',
    [limit, editRequest('a', { needs: ['limit'] })],
    [],
  ],
  [
    'an output that is too large',
    [huge, editRequest('a', { needs: ['huge'] })],
    [
      'The output of `huge` is 6198x2656, but a reference may be 4096 x 4096 at the most. Give `huge` a smaller size.',
    ],
  ],
  [
    'an output of an edit that is left out',
    [frozen, editRequest('a', { needs: ['kept'] })],
    ['The output of `kept` is used here, but `kept` is frozen, so this run has no output of it.'],
  ],
  ['an edit that is left out itself', [huge, editRequest('a', { needs: ['huge'], frozen: true })], []],
  [
    'several edits made from one place, told once',
    [huge, editRequest('a@1', { needs: ['huge'] }), editRequest('a@2', { needs: ['huge'] })],
    [
      'The output of `huge` is 6198x2656, but a reference may be 4096 x 4096 at the most. Give `huge` a smaller size.',
    ],
  ],
])('%s', (_what, edits, messages) => {
  expect(checkNeeds(edits).map(({ message }) => message)).toEqual(messages);
});
