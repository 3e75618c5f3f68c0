import { expect, it } from 'vitest';

import { lockEntry } from '../lock/sample-lock.ts';
import { inspectedEdit } from '../support/edits.ts';
import { accepted, DESTINATION, judgeAll, ledgerOf, NOW, THEM, US } from '../ledger/samples.ts';
import { plan, recorded } from './recorded-work.ts';

const hero = inspectedEdit('hero');
const [{ fingerprint } = { fingerprint: '' }] = plan([hero]).edits;

it.each([
  // What a forced run made since is newer: it must not be replaced by what belongs to another destination.
  ['branch other', 1, true, 'submit'],
  ['branch other', 0, true, 'submit'],
  ['artifact', 1, true, 'submit'],
  ['branch other', -1, true, 'collect'],
  // It never came here: two runs did not see each other.
  [DESTINATION, 1, true, 'collect'],
  ['branch other', 1, false, 'unchanged'],
])(
  'a job for %s, and pictures on the branch that were submitted %i ms later (forced: %s): %s',
  (destination, laterMs, isForced, kind) => {
    const submittedAt = new Date(NOW + laterMs).toISOString();
    const job = { ...accepted(THEM, 'req-1'), fingerprint, destination, submittedAtMs: NOW };
    const { edits } = plan([hero], {
      recorded: recorded([['hero', lockEntry(['hero'], { fingerprint, requestId: 'req-2', submittedAt })]]),
      forced: new Set(isForced ? ['hero'] : []),
      inFlight: {
        entries: judgeAll(ledgerOf(job), { thisStep: US, nowMs: NOW }),
        destination: DESTINATION,
        owed: new Set(),
        deliveredSince: new Set(),
        onUnknown: 'hold',
      },
    });
    expect(edits[0]?.action.kind).toBe(kind);
  },
);
