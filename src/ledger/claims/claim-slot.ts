import { describeError } from '../../shared/describe-error.ts';
import { orAborted } from '../../shared/or-aborted.ts';
import type { UpdateResult } from '../write/create-change-sender.ts';
import type { Claim } from '../life/types.ts';
import type { ClaimableEdit, ClaimAnswer, DeliveredAnswer } from './types.ts';

/** How far one edit has come. What has a claim may be in the store. */
export type SlotState<Delivered extends DeliveredAnswer = DeliveredAnswer> =
  /** Not claimed, and not asked for yet. */
  | { readonly kind: 'free' }
  /** Claimed, and not asked for yet. */
  | { readonly kind: 'ahead'; readonly claim: Claim; readonly answer: SlotAnswer<Delivered> }
  /** The write that claimed it ahead failed. */
  | { readonly kind: 'ahead-failed'; readonly claim: Claim }
  /** Another run was first when it was claimed ahead. */
  | { readonly kind: 'ahead-refused'; readonly answer: SlotAnswer<Delivered> }
  /** A caller waits for the answer. */
  | { readonly kind: 'asked'; readonly claim: Claim; readonly answer: SlotAnswer<Delivered> }
  /** The caller did not get the claim: the write failed, the wait was ended, or it is delivered already. */
  | { readonly kind: 'not-granted'; readonly claim: Claim }
  /** The caller has the claim, and its submit has not left. */
  | { readonly kind: 'granted'; readonly claim: Claim }
  /** Its submit may have left, and what became of it is not known yet. */
  | { readonly kind: 'leaving'; readonly claim: Claim }
  /** What became of its submit is known. */
  | { readonly kind: 'answered'; readonly claim: Claim }
  /** Not claimed anymore: it was refused, released or not needed. It may be asked for again. */
  | { readonly kind: 'over' };

type SlotAnswer<Delivered extends DeliveredAnswer> = Promise<ClaimAnswer<Delivered>>;

export interface Slot<Delivered extends DeliveredAnswer = DeliveredAnswer> {
  readonly edit: ClaimableEdit;
  state: SlotState<Delivered>;
}

/** A slot for each edit by its fingerprint, in their order. */
export function createSlots<Delivered extends DeliveredAnswer>(
  edits: readonly ClaimableEdit[],
): ReadonlyMap<string, Slot<Delivered>> {
  return new Map(edits.map((edit) => [edit.fingerprint, { edit, state: { kind: 'free' } }]));
}

/** Whether it may be claimed ahead. */
export function isFresh({ edit, state }: Slot): boolean {
  return (state.kind === 'free' || state.kind === 'ahead-failed') && edit.kind === 'submit';
}

/** Whether the store may have it, and no caller has asked for it. */
export function isAhead({ state }: Slot): boolean {
  return state.kind === 'ahead' || state.kind === 'ahead-failed';
}

/** Whether it is not claimed ahead anymore. */
export function wasAskedFor({ state }: Slot): boolean {
  switch (state.kind) {
    case 'free':
    case 'ahead':
    case 'ahead-failed':
    case 'ahead-refused':
      return false;
    case 'asked':
    case 'not-granted':
    case 'granted':
    case 'leaving':
    case 'answered':
    case 'over':
      return true;
  }
}

/** Whether the store may have it without a request id: the next run would not know what became of it. */
export function isUnanswered({ state }: Slot): boolean {
  return state.kind !== 'answered' && findClaim(state) !== undefined;
}

/** Whether the caller may have sent it, or may yet. */
export function mayLeave({ state }: Slot): boolean {
  return state.kind === 'granted' || state.kind === 'leaving';
}

/** Whether its submit is on its way: unlike one before that, it has a place at the service. */
export function isLeaving({ state }: Slot): boolean {
  return state.kind === 'leaving';
}

/** What the store may have of it. */
export function findClaim(state: SlotState): Claim | undefined {
  switch (state.kind) {
    case 'ahead':
    case 'ahead-failed':
    case 'asked':
    case 'not-granted':
    case 'granted':
    case 'leaving':
    case 'answered':
      return state.claim;
    case 'free':
    case 'ahead-refused':
    case 'over':
      return undefined;
  }
}

/** That a caller asks for it; returns the answer if it was claimed ahead. */
export function askFor<Delivered extends DeliveredAnswer>(
  slot: Slot<Delivered>,
): SlotAnswer<Delivered> | undefined {
  const { state } = slot;
  switch (state.kind) {
    case 'free':
      slot.state = { kind: 'over' };
      return undefined;
    case 'ahead':
      slot.state = { ...state, kind: 'asked' };
      return state.answer;
    case 'ahead-failed':
      slot.state = { kind: 'not-granted', claim: state.claim };
      return undefined;
    case 'ahead-refused':
      slot.state = { kind: 'over' };
      return state.answer;
    case 'not-granted':
    case 'over':
      return undefined;
    case 'asked':
    case 'granted':
    case 'leaving':
    case 'answered':
      throw new Error(`${slot.edit.fingerprint} is claimed twice at once`);
  }
}

/** That a write which claims it is under way. */
export function startClaim<Delivered extends DeliveredAnswer>(
  slot: Slot<Delivered>,
  claim: Claim,
  answer: SlotAnswer<Delivered>,
): void {
  slot.state = { kind: wasAskedFor(slot) ? 'asked' : 'ahead', claim, answer };
}

/** To be called when its claim is released. */
export function clearSlot(slot: Slot): void {
  slot.state = { kind: wasAskedFor(slot) ? 'over' : 'free' };
}

/** What the write that held its claim means for it. */
export function answerSlot<Delivered extends DeliveredAnswer>(
  slot: Slot<Delivered>,
  claim: Claim,
  result: UpdateResult,
  delivered: ReadonlyMap<string, Delivered>,
): ClaimAnswer<Delivered> {
  const { state } = slot;
  if (!result.ok) {
    // A later caller may try again. The claim stays: the failed write may have reached the store.
    if (state.kind === 'ahead' && state.claim === claim) slot.state = { kind: 'ahead-failed', claim };
    return { kind: 'failed', message: result.error.message };
  }
  const entry = result.value.refused.get(slot.edit.fingerprint);
  if (entry === undefined) return delivered.get(slot.edit.fingerprint) ?? { kind: 'claimed', id: claim.id };
  // It may have been released while the write went on, and claimed again.
  if (findClaim(state) === claim)
    slot.state = state.kind === 'ahead' ? { kind: 'ahead-refused', answer: state.answer } : { kind: 'over' };
  return { kind: 'other-run', entry };
}

/** What the caller that asked for it gets: the answer, or that the wait for it was ended. */
export async function awaitAsked<Delivered extends DeliveredAnswer>(
  slot: Slot<Delivered>,
  answering: SlotAnswer<Delivered>,
  signal: AbortSignal,
): SlotAnswer<Delivered> {
  const answer = await waitForAnswer(answering, signal);
  const { state } = slot;
  // It may have been released meanwhile, and asked for again.
  if (state.kind === 'asked' && state.answer === answering)
    slot.state = { kind: answer.kind === 'claimed' ? 'granted' : 'not-granted', claim: state.claim };
  return answer;
}

async function waitForAnswer<Delivered extends DeliveredAnswer>(
  answer: SlotAnswer<Delivered>,
  signal: AbortSignal,
): SlotAnswer<Delivered> {
  try {
    return await orAborted(answer, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    const message = `Stopped waiting for the claim: ${describeError(signal.reason)}.`;
    return { kind: 'failed', message };
  }
}
