import type { LedgerChange, LedgerEntry } from '../life/types.ts';

/** Changes on their way to the store, as one caller gave them. */
export interface Parcel {
  /** Unlike that of any other parcel. */
  readonly key: number;
  readonly changes: readonly LedgerChange[];
  /** How many lines the journal has, up to and including the last of these changes. */
  readonly upTo: number;
  /** Whether a caller waits until it is in the store. */
  readonly isAwaited: boolean;
  readonly stage:
    /** The journal does not have it yet: it must not leave. */
    | 'new'
    | 'ready'
    /** A write that is under way carries it. */
    | 'taken';
}

/** What is not in the store yet. Every function here is pure and gives the next outbox. */
export interface Outbox {
  /** In the order of the journal, which is the order in which they are written. */
  readonly parcels: readonly Parcel[];
  /** Whether the next parcels that are ready leave at once, although no caller waits for them. */
  readonly isHurried: boolean;
}

/** What becomes of submits. */
const PACED: ReadonlySet<LedgerChange['kind']> = new Set(['accepted', 'maybe-sent', 'released']);

export const EMPTY_OUTBOX: Outbox = { parcels: [], isHurried: false };

export function add(outbox: Outbox, parcel: Omit<Parcel, 'stage'>): Outbox {
  return { ...outbox, parcels: [...outbox.parcels, { ...parcel, stage: 'new' }] };
}

/**
 * The journal has the parcel with this key, or (`isRecorded` is false) cannot take it. Then its claims are dropped, as the
 * post step of a killed process could not release them, and everything else leaves at once.
 */
export function ready(outbox: Outbox, key: number, isRecorded: boolean): Outbox {
  const parcels = outbox.parcels.map((parcel): Parcel => {
    if (parcel.key !== key) return parcel;
    return { ...parcel, stage: 'ready', changes: isRecorded ? parcel.changes : withoutClaims(parcel) };
  });
  return { parcels, isHurried: outbox.isHurried || !isRecorded };
}

/** What is ready has waited long enough. */
export function hurried(outbox: Outbox): Outbox {
  return { ...outbox, isHurried: true };
}

/** A write begins, or is tried again: it carries everything that is ready by now. */
export function taken({ parcels }: Outbox): Outbox {
  const first = listReady(parcels);
  const rest = parcels.slice(first.length);
  return {
    parcels: [...first.map((parcel): Parcel => ({ ...parcel, stage: 'taken' })), ...rest],
    isHurried: false,
  };
}

/** The write succeeded. */
export function saved(outbox: Outbox): Outbox {
  return { ...outbox, parcels: outbox.parcels.filter(({ stage }) => stage !== 'taken') };
}

/**
 * The write failed, for everything that is ready by now: claims are not granted, everything else goes with the next write,
 * and no caller waits for it anymore.
 */
export function failed(outbox: Outbox): Outbox {
  const first = listReady(outbox.parcels);
  const left = first.map((parcel): Parcel => ({
    ...parcel,
    stage: 'ready',
    isAwaited: false,
    changes: withoutClaims(parcel),
  }));
  return { ...outbox, parcels: [...left, ...outbox.parcels.slice(first.length)] };
}

/** Whether there is something to write now. */
export function isDue({ parcels, isHurried }: Outbox): boolean {
  const first = listReady(parcels);
  return first.length > 0 && (isHurried || first.some(({ isAwaited }) => isAwaited));
}

/** Whether a caller waits for something that comes seldom, such as the end of the run: it does not wait for its turn. */
export function isFlushed({ parcels }: Outbox): boolean {
  return listReady(parcels).some(({ isAwaited, changes }) => isAwaited && !isPaced(changes));
}

/** Whether there is something that comes again and again while edits are made. */
export function isPaced(changes: readonly LedgerChange[]): boolean {
  return changes.some(({ kind }) => kind === 'claim' || PACED.has(kind));
}

/** Whether something must be written after a while: other runs wait for it, or its money would be lost with this machine. */
export function isUrgent({ parcels }: Outbox): boolean {
  return parcels.some(({ changes }) => changes.some(({ kind }) => PACED.has(kind)));
}

/** The first parcels that may leave or have left: one that is not in the journal yet holds back those behind it. */
export function listReady(parcels: readonly Parcel[]): readonly Parcel[] {
  const end = parcels.findIndex(({ stage }) => stage === 'new');
  return end < 0 ? parcels : parcels.slice(0, end);
}

/** What the write that is under way carries. */
export function listTaken({ parcels }: Outbox): readonly Parcel[] {
  return parcels.filter(({ stage }) => stage === 'taken');
}

/** What is in the way of a parcel's own claims, by fingerprint. */
export function pickRefused(
  { changes }: Pick<Parcel, 'changes'>,
  refused: ReadonlyMap<string, LedgerEntry>,
): ReadonlyMap<string, LedgerEntry> {
  const claimed = new Set(changes.map((change) => (change.kind === 'claim' ? change.claim.fingerprint : '')));
  return new Map([...refused].filter(([fingerprint]) => claimed.has(fingerprint)));
}

/**
 * The end of a parcel's claims that were refused. The journal needs it: of a claim without an end, nothing is certain once
 * another line cannot be read.
 */
export function listRefused(
  { changes }: Pick<Parcel, 'changes'>,
  refused: ReadonlyMap<string, LedgerEntry>,
): readonly LedgerChange[] {
  return changes.flatMap((change): readonly LedgerChange[] => {
    if (change.kind !== 'claim' || !refused.has(change.claim.fingerprint)) return [];
    const { id, fingerprint } = change.claim;
    return [{ kind: 'released', fingerprint, id }];
  });
}

function withoutClaims({ changes }: Pick<Parcel, 'changes'>): readonly LedgerChange[] {
  return changes.filter(({ kind }) => kind !== 'claim');
}
