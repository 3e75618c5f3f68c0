import type { Refused } from './save-changes.ts';
import type { LedgerChange, LedgerResult } from '../life/types.ts';

export type UpdateResult = LedgerResult<{ readonly refused: Refused }>;

/** Changes on their way to the store, as one caller gave them. */
export interface Parcel {
  changes: readonly LedgerChange[];
  /** Lines of the journal up to and with the last of these changes. */
  readonly upTo: number;
  /** Whether the journal is done with them: they do not leave before. */
  isReady: boolean;
  /** Absent where nobody waits for them. */
  readonly waiter?: PromiseWithResolvers<UpdateResult>;
}

/** The first parcels that may leave, in the order of the journal. */
export function readyParcels(parcels: readonly Parcel[]): readonly Parcel[] {
  const end = parcels.findIndex(({ isReady }) => !isReady);
  return end < 0 ? parcels : parcels.slice(0, end);
}

/** Whether it holds what would be lost with this machine, and money with it, or what others wait for. */
export function isUrgent({ changes }: Parcel): boolean {
  return changes.some(({ kind }) => kind === 'accepted' || kind === 'maybe-sent' || kind === 'released');
}

export function hasClaims({ changes }: Parcel): boolean {
  return changes.some(({ kind }) => kind === 'claim');
}

/** Tells who waits for a parcel that it is in the store. */
export function tellSaved({ changes, waiter }: Parcel, refused: Refused): void {
  const claimed = new Set(changes.map((change) => (change.kind === 'claim' ? change.claim.fingerprint : '')));
  const own = new Map([...refused].filter(([fingerprint]) => claimed.has(fingerprint)));
  waiter?.resolve({ ok: true, value: { refused: own } });
}

/** What is left of a parcel that could not be written: claims were not granted, all else goes with the next write. */
export function leftOver({ changes, upTo, isReady }: Parcel): Parcel {
  return { changes: changes.filter(isNoClaim), upTo, isReady };
}

export function isNoClaim({ kind }: LedgerChange): boolean {
  return kind !== 'claim';
}
