import { createHash } from 'node:crypto';

import type { AcceptedEntry, Claim, Ledger, LedgerChange, PaidJob } from './types.ts';

/** No destination of a run begins like this. */
const BESIDE = 'artifact beside ';

/**
 * Where the second copy of a run's pictures goes, if it delivers to a branch and uploads an artifact. `destination` is that
 * of its claims.
 */
export function nameSecondDestination(destination: string): string {
  return `${BESIDE}${destination}`;
}

/**
 * The debt of a run whose pictures are on the branch and whose upload failed. Its key is not the fingerprint of the edit, so
 * claiming, collecting or holding that edit never meets it: it costs nothing and blocks nothing.
 */
export function createDebt(
  { edit, destination, step }: Pick<Claim, 'edit' | 'destination' | 'step'>,
  { requestId, submittedAtMs }: PaidJob,
  nowMs: number,
): Extract<LedgerChange, { readonly kind: 'accepted' }> {
  const second = nameSecondDestination(destination);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([second, requestId]))
    .digest('hex');
  const id = `second-copy-of-${requestId}`;
  const times = { claimedAtMs: nowMs, overAtMs: nowMs };
  const claim = { id, fingerprint, edit, destination: second, step, ...times };
  return { kind: 'accepted', claim, requestId, submittedAtMs };
}

/** What the ledger learns once the copy is in an artifact. */
export function payDebt(
  { fingerprint, requestId, destination }: AcceptedEntry,
  atMs: number,
): Extract<LedgerChange, { readonly kind: 'delivered' }> {
  return { kind: 'delivered', fingerprint, requestId, destination, atMs };
}

/** Whether an entry, or the claim of one, is about a second copy only. */
export function isDebt({ destination }: Pick<Claim, 'destination'>): boolean {
  return destination.startsWith(BESIDE);
}

/** A ledger without its debts: the work that a plan depends on. */
export function withoutDebts(ledger: Ledger): Ledger {
  return new Map([...ledger].filter(([, entries]) => !entries.some(isDebt)));
}

/** What is still owed to this second destination. */
export function findDebts(ledger: Ledger, second: string): readonly AcceptedEntry[] {
  return [...ledger.values()]
    .flat()
    .filter((entry): entry is AcceptedEntry => entry.state === 'accepted' && entry.destination === second);
}
