import { expect, test } from 'vitest';

import { orderEdits } from '../../../src/jobs/schedule/order-edits.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import { collect } from '../in-flight.ts';
import { keep, makeEdit, runPlan } from '../run-plan.ts';

const share = (id: string, twin: string): PlannedEdit =>
  makeEdit(id, { action: { kind: 'share', with: twin } });

test.each<[string, readonly PlannedEdit[], readonly string[]]>([
  ['edits without needs stay as they are', ['b', 'a', 'c'].map((id) => makeEdit(id)), ['b', 'a', 'c']],
  [
    'the longest chain first',
    [
      makeEdit('alone'),
      makeEdit('short'),
      makeEdit('short-end', { needs: ['short'] }),
      makeEdit('long'),
      makeEdit('long-middle', { needs: ['long'] }),
      makeEdit('long-end', { needs: ['long-middle', 'short'] }),
    ],
    ['long', 'short', 'long-middle', 'alone', 'short-end', 'long-end'],
  ],
  [
    'a copy takes no time, and what needs it does',
    [makeEdit('a'), makeEdit('b'), share('copy', 'b'), makeEdit('c'), makeEdit('d', { needs: ['copy'] })],
    ['b', 'a', 'copy', 'c', 'd'],
  ],
  [
    'what is paid for comes before what costs, whatever waits for it',
    [
      makeEdit('a'),
      makeEdit('b', { needs: ['a'] }),
      collect('paid', 'paid-1'),
      collect('used', 'paid-2'),
      makeEdit('c', { needs: ['used'] }),
    ],
    ['used', 'paid', 'a', 'b', 'c'],
  ],
  [
    'what is there does not count',
    [makeEdit('a'), makeEdit('there', { action: keep('there') }), makeEdit('b', { needs: ['there'] })],
    ['there', 'a', 'b'],
  ],
])('%s', (_what, edits, expected) => {
  expect(orderEdits(edits).map(({ id }) => id)).toEqual(expected);
});

test('at the service, the edit that others wait for comes first', async () => {
  const edits = [makeEdit('alone'), makeEdit('first'), makeEdit('second', { needs: ['first'] })];
  const { changes } = await runPlan(edits, { maxParallel: 1 });
  const sent = changes.flatMap((change) => (change.kind === 'submitting' ? [change.edit.id] : []));
  expect(sent).toEqual(['first', 'alone', 'second']);
});
