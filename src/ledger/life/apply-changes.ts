import { isOwn } from './is-own.ts';
import { applyToPaid, claimOf } from './paid-jobs.ts';
import type { Claim, Claimant, Ledger, LedgerChange, LedgerEntry, ReplacedEntry } from './types.ts';

/** A ledger after changes were made to it. */
export interface AppliedChanges {
  readonly ledger: Ledger;
  /** What stands in the way of claims, by fingerprint. */
  readonly refused: ReadonlyMap<string, LedgerEntry>;
}

/**
 * Makes the changes of one step, `self`, in order; pure. A claim is refused where another entry stands, all other changes
 * do what they can. A request id that was recorded stays until it is settled, whatever others do. The same changes made
 * twice are the same as made once, also with changes of others between: a write whose answer was lost is just repeated.
 */
export function applyChanges(
  ledger: Ledger,
  changes: readonly LedgerChange[],
  self: Claimant,
): AppliedChanges {
  const entries = new Map(ledger);
  const refused = new Map<string, LedgerEntry>();
  for (const change of changes) {
    const fingerprint = 'claim' in change ? change.claim.fingerprint : change.fingerprint;
    const there = entries.get(fingerprint);
    if (change.kind === 'claim' && there !== undefined && !givesWay(there, change, self)) {
      refused.set(fingerprint, there);
      continue;
    }
    const next = changeEntry(there, change, self);
    if (next === undefined) entries.delete(fingerprint);
    else entries.set(fingerprint, next);
  }
  return { ledger: entries, refused };
}

/** Whether an entry lets `self` claim in its place. */
function givesWay(
  there: LedgerEntry,
  { replaces, replacesJob }: Extract<LedgerChange, { kind: 'claim' }>,
  self: Claimant,
): boolean {
  switch (there.state) {
    case 'claimed':
    case 'unclear':
      if (there.state === 'claimed' && isOwn(there.claimant, self)) return true;
      return replaces !== undefined && isOwn(there.claimant, replaces);
    case 'submitted':
      return there.alsoPaid === undefined && there.requestId === replacesJob;
    case 'settled':
      return there.requestId === replacesJob;
  }
}

function changeEntry(
  there: LedgerEntry | undefined,
  change: LedgerChange,
  self: Claimant,
): LedgerEntry | undefined {
  const isOurs = there?.state === 'claimed' && isOwn(there.claimant, self);
  switch (change.kind) {
    case 'claim':
      return isOurs ? there : claimInPlace(change.claim, there);
    case 'unclear':
      return there === undefined || isOurs ? unclear(change.claim) : there;
    case 'released':
      return isOurs ? there.inPlaceOf : there;
    case 'submitted':
    case 'settled':
    case 'gone':
      return applyToPaid(there, change);
  }
}

/** What it takes the place of is kept, as long as nothing was sent. */
function claimInPlace(claim: Claim, there: LedgerEntry | undefined): LedgerEntry {
  const entry = { ...claim, state: 'claimed' } as const;
  switch (there?.state) {
    case undefined:
      return entry;
    case 'claimed':
      return { ...entry, inPlaceOf: unclear(claimOf(there)) };
    case 'unclear':
    case 'submitted':
    case 'settled':
      return { ...entry, inPlaceOf: there };
  }
}

function unclear(claim: Claim): ReplacedEntry {
  return { ...claim, state: 'unclear' };
}
