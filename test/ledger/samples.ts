import type { Claim, Claimant, Ledger, LedgerEntry } from '../../src/ledger/life/types.ts';

/** A moment that tests agree on. */
export const NOW = Date.parse('2026-11-20T10:00:00.000Z');
export const HOUR_MS = 3_600_000;

/** Where most pictures of the tests are to go. */
export const TARGET = 'branch assets';

/** Three steps of two runs. */
export const US = claimant('100', 1, 'a');
export const OTHER_STEP = claimant('100', 1, 'b');
export const THEM = claimant('200', 1, 'c');

export function claimant(runId: string, attempt: number, step: string): Claimant {
  return { runId, attempt, step, url: `https://github.com/acme/shop/actions/runs/${runId}` };
}

/** The fingerprint of a name. */
export function print(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(64, '0');
}

export function claimBy(who: Claimant, name = 'hero'): Claim {
  const claimedAtMs = NOW - HOUR_MS;
  return {
    fingerprint: print(name),
    edit: name,
    target: TARGET,
    claimant: who,
    claimedAtMs,
    overAtMs: NOW + HOUR_MS,
  };
}

export function claimed(who: Claimant, name = 'hero'): LedgerEntry {
  return { ...claimBy(who, name), state: 'claimed' };
}

export function unclear(who: Claimant, name = 'hero'): LedgerEntry {
  return { ...claimBy(who, name), state: 'unclear' };
}

export function submitted(
  who: Claimant,
  requestId: string,
  ...more: readonly string[]
): Extract<LedgerEntry, { state: 'submitted' }> {
  const alsoPaid = more.map((id) => ({ requestId: id, submittedAtMs: NOW }));
  return {
    ...claimBy(who),
    state: 'submitted',
    requestId,
    submittedAtMs: NOW,
    ...(alsoPaid.length > 0 && { alsoPaid }),
  };
}

/** Delivered, and still remembered. */
export function delivered(
  who: Claimant,
  requestId: string,
  name = 'hero',
): Extract<LedgerEntry, { state: 'settled' }> {
  return { ...claimBy(who, name), state: 'settled', requestId, submittedAtMs: NOW, settledAtMs: NOW };
}

/** Paid for, and its pictures can no longer be had. */
export function gone(who: Claimant, requestId: string): Extract<LedgerEntry, { state: 'submitted' }> {
  return { ...submitted(who, requestId), goneAtMs: NOW };
}

export function ledgerOf(...entries: readonly LedgerEntry[]): Ledger {
  return new Map(entries.map((entry) => [entry.fingerprint, entry]));
}
