import type { Claim, LedgerEntry, PaidEntry, PaidJob, Step } from './types.ts';

/** What can happen to one entry. */
export type EntryEvent =
  | { readonly kind: 'claim'; readonly claim: Claim }
  /** Another claim is made over it, with consent. */
  | { readonly kind: 'replaced' }
  | ({ readonly kind: 'accepted'; readonly claim: Claim } & PaidJob)
  | { readonly kind: 'maybe-sent'; readonly claim: Claim }
  | { readonly kind: 'released' }
  | { readonly kind: 'delivered'; readonly atMs: number }
  /** The pictures of an entry above it were delivered, to this destination. */
  | { readonly kind: 'outdone'; readonly destination: string }
  /** The service answered another claim with the request id of this entry: that one has it now. */
  | { readonly kind: 'renewed' }
  /** What its job made cannot be delivered. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'ended-empty' }
  | { readonly kind: 'lost'; readonly atMs: number };

/**
 * The life of a paid edit: what an entry becomes when something happens to it; undefined is no entry; pure. A request
 * id stays until its job is delivered, has ended without pictures or answers another claim, or until it cannot be
 * delivered and another job is. The same entry is returned if nothing changes, so the same event twice is the same as
 * once.
 */
export function changeEntry(entry: LedgerEntry | undefined, event: EntryEvent): LedgerEntry | undefined {
  switch (event.kind) {
    case 'claim':
      return entry ?? { ...claimOf(event.claim), state: 'claimed' };
    case 'replaced':
      return entry?.state === 'claimed' ? { ...claimOf(entry), state: 'maybe-sent' } : entry;
    case 'maybe-sent':
      return entry === undefined || entry.state === 'claimed'
        ? { ...claimOf(event.claim), state: 'maybe-sent' }
        : entry;
    case 'released':
      return hasAnswer(entry) ? entry : undefined;
    case 'accepted':
      return hasAnswer(entry) ? entry : { ...claimOf(event.claim), state: 'accepted', ...jobOf(event) };
    case 'delivered':
      return isOpen(entry)
        ? { ...claimOf(entry), state: 'delivered', ...jobOf(entry), deliveredAtMs: event.atMs }
        : entry;
    case 'unusable':
      return entry?.state === 'accepted' && entry.isUnusable !== true
        ? { ...entry, isUnusable: true }
        : entry;
    case 'ended-empty':
      return isOpen(entry) ? undefined : entry;
    case 'lost':
      return entry?.state === 'accepted'
        ? { ...claimOf(entry), state: 'lost', ...jobOf(entry), lostAtMs: event.atMs }
        : entry;
    case 'renewed':
      return hasAnswer(entry) ? undefined : entry;
    case 'outdone':
      // A claim may be about to be sent, and what was accepted is still to be collected.
      // What cannot be delivered to one destination may still be delivered to another.
      if (entry?.state === 'claimed') return entry;
      return entry?.state === 'accepted' &&
        (entry.isUnusable !== true || entry.destination !== event.destination)
        ? entry
        : undefined;
  }
}

/** Whether the service accepted its submit. */
export function hasAnswer(entry: LedgerEntry | undefined): entry is PaidEntry {
  return entry?.state === 'accepted' || entry?.state === 'lost' || entry?.state === 'delivered';
}

/** Whether it was paid for, and its pictures are not delivered. */
export function isOpen(
  entry: LedgerEntry | undefined,
): entry is Extract<LedgerEntry, { readonly state: 'accepted' | 'lost' }> {
  return entry?.state === 'accepted' || entry?.state === 'lost';
}

/**
 * The name of an entry for a claim that is made over it. It changes when the entry has a request id, when its job is lost,
 * and when a lost job is delivered after all: consent to what it was before is no consent to what it is then.
 */
export function nameEntry(entry: LedgerEntry): string {
  switch (entry.state) {
    case 'claimed':
    case 'maybe-sent':
      return entry.id;
    case 'lost':
      return `lost ${entry.requestId}`;
    case 'accepted':
    case 'delivered':
      return entry.requestId;
  }
}

/** An id for a claim of a step; `key` is its own within the step. */
export function nameClaim({ runId, attempt, name }: Step, key: string | number): string {
  return [runId, attempt, name, key].join('.');
}

/** Only the claim of an entry. */
export function claimOf(claim: Claim): Claim {
  const { id, fingerprint, edit, destination, step, claimedAtMs, overAtMs } = claim;
  return { id, fingerprint, edit, destination, step, claimedAtMs, overAtMs };
}

function jobOf({ requestId, submittedAtMs }: PaidJob): PaidJob {
  return { requestId, submittedAtMs };
}
