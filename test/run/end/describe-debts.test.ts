import { expect, it } from 'vitest';

import type { Delivery } from '../../../src/deliver/types.ts';
import { describeDebts } from '../../../src/run/end/describe-debts.ts';
import { keep, makeEdit } from '../../jobs/run-plan.ts';
import { accepted, THEM } from '../../ledger/samples.ts';

const edits = ['a', 'b'].map((id) => makeEdit(id, { action: keep(id) }));
const a = accepted(THEM, 'req-of-a');
const b = accepted(THEM, 'req-of-b');
const gone = accepted(THEM, 'req-of-an-edit-of-another-run');
const uploaded: Delivery = {
  ...{ kind: 'artifact', name: 'a', id: 1, url: 'u' },
  ...{ digest: 'd', bytes: 1, files: 1 },
};
const none: Delivery = { kind: 'none' };
const failed: Delivery = { kind: 'failed', message: 'No.', folder: '/out' };

it.each([
  [[], [], uploaded, []],
  [[gone], [], none, []],
  [[a], [a], uploaded, ['1 picture of an earlier run, whose upload failed, is in the artifact now.']],
  [
    ...([[a, b, gone], [a, b], uploaded] as const),
    ['2 pictures of an earlier run, whose upload failed, are in the artifact now.'],
  ],
  [
    ...([[a, b], [], none] as const),
    [
      '2 pictures of an earlier run, whose upload failed, could not be fetched from the branch, so the artifact does not hold them; the log says why. The next run tries again.',
    ],
  ],
  [[a, b], [], failed, []],
] as const)('%#', (debts, paidDebts, artifact, messages) => {
  const said = describeDebts(debts, edits, { artifact, paidDebts });
  expect(said).toEqual(messages.map((message) => ({ severity: 'warning', message })));
});
