import { expect, it } from 'vitest';

import type { LedgerEntry } from '../../src/ledger/life/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import {
  accepted,
  claimed,
  delivered,
  judgeAll,
  ledgerOf,
  maybeSent,
  NOW,
  OTHER_STEP,
  THEM,
  US,
  DESTINATION,
} from '../ledger/samples.ts';
import { madeAll, plan } from './recorded-work.ts';

const hero = inspectedEdit('hero');
const [{ fingerprint } = { fingerprint: '' }] = plan([hero]).edits;

function kindOf(entries: readonly LedgerEntry[], owed: readonly string[], isForced: boolean) {
  const ledger = ledgerOf(...entries.map((entry) => ({ ...entry, fingerprint })));
  const judged = judgeAll(ledger, { thisStep: US, nowMs: NOW });
  const { edits } = plan([hero], {
    recorded: madeAll([hero]),
    forced: new Set(isForced ? ['hero'] : []),
    inFlight: {
      entries: judged,
      destination: DESTINATION,
      owed: new Set(owed),
      deliveredSince: new Set(),
      onUnknown: 'hold',
    },
  });
  return edits[0]?.action.kind;
}

it.each<[readonly LedgerEntry[], readonly string[], string]>([
  [[], [], 'submit'],
  [[], ['req-of-another'], 'submit'],
  [[], ['hero'], 'unchanged'],
  [[delivered(OTHER_STEP, 'hero')], ['hero'], 'unchanged'],
  // New pictures that were paid for come first, and so does what may have been paid for.
  [[accepted(THEM, 'req-8')], ['hero'], 'collect'],
  [[claimed(THEM)], ['hero'], 'other-run'],
  [[maybeSent(THEM)], ['hero'], 'hold'],
])('an edit that is forced, with %j in flight and an upload of %j owed: %s', (entries, owed, kind) => {
  expect(kindOf(entries, owed, true)).toBe(kind);
});

it('without force it is unchanged in any case', () => {
  expect(kindOf([], ['hero'], false)).toBe('unchanged');
  expect(kindOf([maybeSent(THEM)], ['hero'], false)).toBe('unchanged');
});
