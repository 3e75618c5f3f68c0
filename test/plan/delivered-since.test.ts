import { expect, it } from 'vitest';

import { inspectedEdit } from '../support/edits.ts';
import { delivered, judgeAll, ledgerOf, NOW, THEM, US, DESTINATION } from '../ledger/samples.ts';
import { madeAll, plan } from './recorded-work.ts';

const hero = inspectedEdit('hero');
const [{ fingerprint } = { fingerprint: '' }] = plan([hero]).edits;
const entries = judgeAll(ledgerOf({ ...delivered(THEM, 'req-7'), fingerprint }), {
  thisStep: US,
  nowMs: NOW,
});

it.each([
  ['req-7', false, false, 'collect'],
  ['req-7', true, false, 'collect'],
  ['req-8', false, false, 'submit'],
  ['req-7', false, true, 'unchanged'],
  ['req-7', true, true, 'collect'],
  ['req-8', true, true, 'submit'],
])(
  'req-7 is delivered to another destination, and since this run began %s was (forced: %s, on the branch: %s): %s',
  (since, isForced, isThere, kind) => {
    const { edits } = plan([hero], {
      forced: new Set(isForced ? ['hero'] : []),
      inFlight: {
        entries,
        destination: DESTINATION,
        owed: new Set(),
        deliveredSince: new Set([since]),
        onUnknown: 'hold',
      },
      ...(isThere && { recorded: madeAll([hero]) }),
    });
    expect(edits[0]?.action.kind).toBe(kind);
  },
);
