import { describeError } from '../../shared/describe-error.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import type { UpdateResult } from '../write/parcel.ts';
import type { Claim, LedgerEntry, LedgerError } from '../life/types.ts';

/** An edit that this step may submit. No two have the same fingerprint. */
export interface ClaimableEdit {
  readonly id: string;
  readonly fingerprint: string;
  /** Another run is at it: it is claimed when it is asked for, and not before. */
  readonly isElsewhere?: true;
  /** Names (see `nameEntry`) of the entries that this claim is made over: it is refused if there are others. */
  readonly over: readonly string[];
}

export type ClaimAnswer =
  /** Durable in the store: it may be submitted, and nobody else will. */
  | { readonly kind: 'claimed'; readonly id: string }
  /** Another entry stands. */
  | { readonly kind: 'other-run'; readonly entry: LedgerEntry }
  /** Another run delivered it since the plan was made; the claim is given back. */
  | { readonly kind: 'delivered' }
  /** The store or the journal could not be written: it must not be submitted. */
  | { readonly kind: 'failed'; readonly error: LedgerError };

/** How far one edit has come. */
export interface Slot {
  readonly edit: ClaimableEdit;
  /** What may stand in the store in its name. */
  claim: Claim | undefined;
  /** Absent where nothing is under way or granted. */
  answer: Promise<ClaimAnswer> | undefined;
  /** Whether it was asked for: it is none of those claimed ahead, and will not be one again. */
  isTaken: boolean;
  /** Whether the claim is in the hands of who asked for it. */
  isGranted: boolean;
  /** Whether it is known what became of its submit. */
  isAnswered: boolean;
}

/** A slot for each edit by its fingerprint, in their order. */
export function createSlots(edits: readonly ClaimableEdit[]): ReadonlyMap<string, Slot> {
  const fresh = { claim: undefined, answer: undefined, isTaken: false, isGranted: false, isAnswered: false };
  return new Map(edits.map((edit) => [edit.fingerprint, { edit, ...fresh }]));
}

/** Whether it may be claimed ahead. */
export function isFresh({ edit, answer, isTaken }: Slot): boolean {
  return answer === undefined && !isTaken && edit.isElsewhere === undefined;
}

/** Whether it may stand in the store without a request id: the next run would not know what became of it. */
export function isUnanswered({ claim, isAnswered }: Slot): boolean {
  return claim !== undefined && !isAnswered;
}

/** After its claim was given back. */
export function forget(slot: Slot): void {
  slot.claim = undefined;
  slot.answer = undefined;
  slot.isGranted = false;
}

/** What the write that held its claim means for it. */
export function settleSlot(
  slot: Slot,
  claim: Claim,
  result: UpdateResult,
  delivered: ReadonlySet<string>,
): ClaimAnswer {
  /** It may have been given back while the write went on, and claimed anew. */
  const isStill = slot.claim === claim;
  if (!result.ok) {
    // Who asks for it later may be luckier. The claim is kept in mind: it may stand in the store all the same.
    if (isStill && !slot.isTaken) slot.answer = undefined;
    return { kind: 'failed', error: result.error };
  }
  const entry = result.value.refused.get(slot.edit.fingerprint);
  if (entry === undefined)
    return delivered.has(slot.edit.fingerprint) ? { kind: 'delivered' } : { kind: 'claimed', id: claim.id };
  if (isStill) slot.claim = undefined;
  return { kind: 'other-run', entry };
}

/** Its answer, or that the wait for it was ended. */
export async function waitForAnswer({ answer }: Slot, signal: AbortSignal): Promise<ClaimAnswer> {
  if (answer === undefined) throw new Error('nothing was claimed');
  try {
    return await orAborted(answer, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    const message = `The claim was not waited for: ${describeError(signal.reason)}.`;
    return { kind: 'failed', error: { kind: 'stopped', message } };
  }
}
