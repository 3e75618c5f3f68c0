import { changeEntry, hasAnswer, isOpen, nameEntry, type EntryEvent } from './change-entry.ts';
import { ARTIFACT } from './delivered-since.ts';
import { isOwn, pickStrongest } from './judge-entry.ts';
import type { Claim, Ledger, LedgerChange, LedgerEntry } from './types.ts';

type Entries = readonly LedgerEntry[];
type ChangeOf<Kind extends LedgerChange['kind']> = Extract<LedgerChange, { readonly kind: Kind }>;

/** A ledger after changes were made to it. */
export interface AppliedChanges {
  /** The very ledger that was given if nothing changed. */
  readonly ledger: Ledger;
  /** The entries that block claims, by fingerprint. */
  readonly refused: ReadonlyMap<string, LedgerEntry>;
}

/**
 * Makes changes in their order; pure. A claim is refused if there is an entry that it does not name; all other changes
 * do what they can. The same changes made twice are the same as made once, also with changes of others between: a write
 * whose answer was lost is simply repeated.
 */
export function applyChanges(ledger: Ledger, changes: readonly LedgerChange[]): AppliedChanges {
  const all = new Map(ledger);
  const refused = new Map<string, LedgerEntry>();
  let isChanged = false;
  for (const change of changes) {
    const fingerprint = 'claim' in change ? change.claim.fingerprint : change.fingerprint;
    const before = all.get(fingerprint) ?? [];
    const inTheWay = change.kind === 'claim' ? findInTheWay(before, change) : undefined;
    if (inTheWay !== undefined) refused.set(fingerprint, inTheWay);
    const after =
      change.kind === 'claim' && inTheWay !== undefined
        ? withoutOwn(before, change)
        : changeEntries(before, change);
    if (after.length === before.length && after.every((entry, index) => entry === before[index])) continue;
    isChanged = true;
    if (after.length === 0) all.delete(fingerprint);
    else all.set(fingerprint, after);
  }
  return { ledger: isChanged ? all : ledger, refused };
}

/** Of the entries that a claim does not name, the one that counts most. Earlier claims of the same step are its own. */
function findInTheWay(there: Entries, { claim, over }: ChangeOf<'claim'>): LedgerEntry | undefined {
  return pickStrongest(
    there.filter((entry) => !isOwnClaim(entry, claim) && !over.includes(nameEntry(entry))),
  );
}

function isOwnClaim(entry: LedgerEntry, { step }: Claim): boolean {
  return entry.state === 'claimed' && isOwn(entry.step, step);
}

/** A claim that is refused was never granted, so what a write without an answer left of it is removed. */
function withoutOwn(there: Entries, { claim }: ChangeOf<'claim'>): Entries {
  return there.filter((entry) => entry.id !== claim.id || hasAnswer(entry));
}

function changeEntries(there: Entries, change: LedgerChange): Entries {
  switch (change.kind) {
    case 'claim':
      return makeClaim(there, change);
    case 'accepted':
      return addJob(there, change);
    case 'maybe-sent':
      return isOutdone(there, change.claim) ? there : changeById(there, change.claim.id, change);
    case 'released':
      return changeById(there, change.id, change);
    case 'delivered':
      return deliverJob(there, change);
    case 'unusable':
      return changeWhere(
        there,
        change,
        (entry) => isJob(entry, change.requestId) && entry.destination === change.destination,
      );
    case 'ended-empty':
    case 'lost':
      return changeWhere(there, change, (entry) => isJob(entry, change.requestId));
  }
}

function makeClaim(there: Entries, { claim }: ChangeOf<'claim'>): Entries {
  if (there.some(({ id }) => id === claim.id)) return there;
  const beneath = there.filter((entry) => !isOwnClaim(entry, claim));
  return changeById(
    changeWhere(beneath, { kind: 'replaced' }, () => true),
    claim.id,
    { kind: 'claim', claim },
  );
}

/**
 * There may be several jobs: of runs that did not see each other, or that sent again on purpose. If the service answers
 * such a submit with the job of an earlier one, it is still one job, and no claim is left that waits for an answer. One
 * that was delivered to the same destination is a job again if another run collects it: every run has an artifact of its
 * own.
 */
function addJob(there: Entries, change: ChangeOf<'accepted'>): Entries {
  const { claim, requestId } = change;
  const isSame = (entry: LedgerEntry): boolean =>
    entry.id !== claim.id &&
    isJob(entry, requestId) &&
    entry.destination === claim.destination &&
    (entry.state !== 'delivered' || claim.destination !== ARTIFACT);
  if (!there.some(isSame)) return changeById(there, claim.id, change);
  const isWaiting = there.some((entry) => entry.id === claim.id && !hasAnswer(entry));
  return isWaiting ? changeById(changeWhere(there, { kind: 'renewed' }, isSame), claim.id, change) : there;
}

/** The answer to a claim that is no longer there: someone who replaced it has delivered the pictures since. */
function isOutdone(there: Entries, { id, claimedAtMs }: Claim): boolean {
  return there.every((entry) => entry.id !== id) && there.some(isDeliveredSince);

  function isDeliveredSince(entry: LedgerEntry): boolean {
    return entry.state === 'delivered' && entry.deliveredAtMs >= claimedAtMs;
  }
}

function deliverJob(there: Entries, change: ChangeOf<'delivered'>): Entries {
  const { requestId, destination } = change;
  const at = there.findIndex(
    (entry) => isOpen(entry) && isJob(entry, requestId) && entry.destination === destination,
  );
  if (at < 0) return there;
  return [
    ...changeWhere(there.slice(0, at), { kind: 'outdone', destination }, () => true),
    ...changeWhere(there.slice(at, at + 1), change, () => true),
    ...there.slice(at + 1),
  ];
}

function isJob(entry: LedgerEntry, requestId: string): boolean {
  return hasAnswer(entry) && entry.requestId === requestId;
}

function changeWhere(there: Entries, event: EntryEvent, isMeant: (entry: LedgerEntry) => boolean): Entries {
  return there.flatMap((entry) => (isMeant(entry) ? (changeEntry(entry, event) ?? []) : entry));
}

/** The claim with this id, or one that begins now, on top of everything that is there. */
function changeById(there: Entries, id: string, event: EntryEvent): Entries {
  if (there.some((entry) => entry.id === id)) return changeWhere(there, event, (entry) => entry.id === id);
  const added = changeEntry(undefined, event);
  return added === undefined ? there : [...there, added];
}
