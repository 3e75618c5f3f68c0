import { describeError } from '../../shared/describe-error.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import type { UpdateResult } from '../write/create-sender.ts';
import type { Claim, LedgerEntry } from '../life/types.ts';

/** An edit that this step may submit. No two have the same fingerprint. */
export interface ClaimableEdit {
  readonly id: string;
  readonly fingerprint: string;
  /** Another run is working on it: it is claimed when it is asked for, and not before. */
  readonly isWithOtherRun?: true;
  /** Names (see `nameEntry`) of the entries that this claim is made over: it is refused if there are others. */
  readonly over: readonly string[];
}

/** What became of the wish to send an edit. `Delivered` is what is known of an edit that another run delivered. */
export type ClaimAnswer<Delivered extends DeliveredAnswer> =
  /** Durable in the store: it may be submitted, and no one else will. `id` is the claim's own. */
  | { readonly kind: 'claimed'; readonly id: string }
  /** Another run was first. */
  | { readonly kind: 'other-run'; readonly entry: LedgerEntry }
  /** Another run delivered it since the plan was made; the claim is released. */
  | Delivered
  /** It cannot be recorded, or it cannot be seen what others did, so it must not be submitted; the message is a sentence. */
  | { readonly kind: 'failed'; readonly message: string };

export interface DeliveredAnswer {
  readonly kind: 'delivered';
}

/** How far one edit has come. */
export interface Slot<Delivered extends DeliveredAnswer = DeliveredAnswer> {
  readonly edit: ClaimableEdit;
  /** What the store may have of it. */
  claim: Claim | undefined;
  /** Absent if nothing is under way or granted. */
  answer: Promise<ClaimAnswer<Delivered>> | undefined;
  /** Whether it was asked for: it is not claimed ahead, and will not be. */
  isTaken: boolean;
  /** Whether the caller that asked for it has the claim. */
  isGranted: boolean;
  /** Whether it is known what became of its submit. */
  isAnswered: boolean;
}

/** A slot for each edit by its fingerprint, in their order. */
export function createSlots<Delivered extends DeliveredAnswer>(
  edits: readonly ClaimableEdit[],
): ReadonlyMap<string, Slot<Delivered>> {
  const fresh = { claim: undefined, answer: undefined, isTaken: false, isGranted: false, isAnswered: false };
  return new Map(edits.map((edit) => [edit.fingerprint, { edit, ...fresh }]));
}

/** Whether it may be claimed ahead. */
export function isFresh({ edit, answer, isTaken }: Slot): boolean {
  return answer === undefined && !isTaken && edit.isWithOtherRun === undefined;
}

/** Whether the store may have it without a request id: the next run would not know what became of it. */
export function isUnanswered({ claim, isAnswered }: Slot): boolean {
  return claim !== undefined && !isAnswered;
}

/** To be called when its claim is released. */
export function clearSlot(slot: Slot): void {
  slot.claim = undefined;
  slot.answer = undefined;
  slot.isGranted = false;
}

/** What the write that held its claim means for it. */
export function answerSlot<Delivered extends DeliveredAnswer>(
  slot: Slot<Delivered>,
  claim: Claim,
  result: UpdateResult,
  delivered: ReadonlyMap<string, Delivered>,
): ClaimAnswer<Delivered> {
  /** It may have been released while the write went on, and claimed again. */
  const isCurrent = slot.claim === claim;
  if (!result.ok) {
    // A later caller may try again. The claim is kept: the failed write may have reached the store.
    if (isCurrent && !slot.isTaken) slot.answer = undefined;
    return { kind: 'failed', message: result.error.message };
  }
  const entry = result.value.refused.get(slot.edit.fingerprint);
  if (entry === undefined) return delivered.get(slot.edit.fingerprint) ?? { kind: 'claimed', id: claim.id };
  if (isCurrent) slot.claim = undefined;
  return { kind: 'other-run', entry };
}

/** Its answer, or that the wait for it was ended. */
export async function waitForAnswer<Delivered extends DeliveredAnswer>(
  { answer }: Slot<Delivered>,
  signal: AbortSignal,
): Promise<ClaimAnswer<Delivered>> {
  if (answer === undefined) throw new Error('nothing was claimed');
  try {
    return await orAborted(answer, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    const message = `Stopped waiting for the claim: ${describeError(signal.reason)}.`;
    return { kind: 'failed', message };
  }
}
