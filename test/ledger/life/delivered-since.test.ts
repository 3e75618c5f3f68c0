import { expect, it } from 'vitest';

import { listDeliveredSince } from '../../../src/ledger/life/delivered-since.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { accepted, delivered, judgeAll, ledgerOf, NOW, THEM, US } from '../samples.ts';

/** A mark of a delivery to `destination`, so long after (or before) this run began. */
function mark(destination: string, afterStartMs: number): LedgerEntry {
  return { ...delivered(THEM, 'req-1'), destination, deliveredAtMs: NOW + afterStartMs };
}

it.each<[LedgerEntry, string, readonly string[]]>([
  [mark('artifact', 1), 'artifact', ['req-1']],
  [mark('artifact', 0), 'artifact', ['req-1']],
  // Anyone who begins later asks for new pictures.
  [mark('artifact', -1), 'artifact', []],
  [mark('artifact', 1), 'branch assets', ['req-1']],
  [mark('branch other', 1), 'branch assets', ['req-1']],
  [mark('branch assets:web', 1), 'branch assets', ['req-1']],
  [mark('branch other', 1), 'artifact', ['req-1']],
  [mark('branch other', -1), 'artifact', []],
  // This run reads its own branch again before it pays.
  [mark('branch assets', 1), 'branch assets', []],
  // Not delivered yet: that is collected in any case.
  [accepted(THEM, 'req-1'), 'artifact', []],
])('%#: a run that delivers to %s', (entry, destination, expected) => {
  const judged = [...judgeAll(ledgerOf(entry), { thisStep: US, nowMs: NOW }).values()].flat();
  expect([...listDeliveredSince(judged, { startedAtMs: NOW, destination })]).toEqual(expected);
});
