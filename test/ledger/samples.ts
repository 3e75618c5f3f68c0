import { judgeEntry, type EntryFacts, type JudgedEntry } from '../../src/ledger/life/judge-entry.ts';
import type { Claim, Ledger, LedgerEntry, Step } from '../../src/ledger/life/types.ts';

/** A moment that tests agree on. */
export const NOW = Date.parse('2026-11-20T10:00:00.000Z');
export const HOUR_MS = 3_600_000;

/** Where most pictures of the tests are to go. */
export const DESTINATION = 'branch assets';

/** Three steps of two runs. */
export const US = stepOf('100', 1, 'a');
export const OTHER_STEP = stepOf('100', 1, 'b');
export const THEM = stepOf('200', 1, 'c');

export function stepOf(runId: string, attempt: number, name: string): Step {
  return { runId, attempt, name, url: `https://github.com/acme/shop/actions/runs/${runId}` };
}

/** The fingerprint of a name. */
export function print(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(64, '0');
}

/** The first claim of a step. */
export function claimBy(who: Step, name = 'hero'): Claim {
  const claimedAtMs = NOW - HOUR_MS;
  return {
    id: idOf(who),
    fingerprint: print(name),
    edit: name,
    destination: DESTINATION,
    step: who,
    claimedAtMs,
    overAtMs: NOW + HOUR_MS,
  };
}

/** The id of a step's claim number `count`. */
export function idOf({ runId, attempt, name }: Step, count = 1): string {
  return `${runId}.${attempt}.${name}.${count}`;
}

type EntryIn<State extends LedgerEntry['state']> = Extract<LedgerEntry, { readonly state: State }>;

export function claimed(who: Step, name = 'hero'): EntryIn<'claimed'> {
  return { ...claimBy(who, name), state: 'claimed' };
}

export function maybeSent(who: Step, name = 'hero'): EntryIn<'maybe-sent'> {
  return { ...claimBy(who, name), state: 'maybe-sent' };
}

export function accepted(who: Step, requestId: string, name = 'hero'): EntryIn<'accepted'> {
  return { ...claimBy(who, name), state: 'accepted', requestId, submittedAtMs: NOW };
}

/** Paid for, and its pictures can no longer be had. */
export function lost(who: Step, requestId: string, name = 'hero'): EntryIn<'lost'> {
  return { ...accepted(who, requestId, name), state: 'lost', lostAtMs: NOW };
}

/** Delivered, and still remembered. */
export function delivered(who: Step, requestId: string, name = 'hero'): EntryIn<'delivered'> {
  return { ...accepted(who, requestId, name), state: 'delivered', deliveredAtMs: NOW };
}

export function ledgerOf(...entries: readonly LedgerEntry[]): Ledger {
  return Map.groupBy(entries, ({ fingerprint }) => fingerprint);
}

/** All entries of a ledger, in its order. */
export function entriesOf(ledger: Ledger): readonly LedgerEntry[] {
  return [...ledger.values()].flat();
}

/** What the entries of a ledger mean, as a plan takes it. */
export function judgeAll(ledger: Ledger, facts: EntryFacts): ReadonlyMap<string, readonly JudgedEntry[]> {
  return Map.groupBy(
    entriesOf(ledger).map((entry) => judgeEntry(entry, facts)),
    ({ entry }) => entry.fingerprint,
  );
}
