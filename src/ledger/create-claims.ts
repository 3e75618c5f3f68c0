import type { Clock } from '../shared/ports.ts';
import {
  createSlots,
  forget,
  isFresh,
  settleSlot,
  waitForAnswer,
  type ClaimableEdit,
  type ClaimAnswer,
  type Slot,
} from './claim-slot.ts';
import { createDeliveries } from './create-deliveries.ts';
import type { LedgerHandle } from './create-ledger.ts';
import type { Claim, Claimant, LedgerChange, LedgerResult } from './types.ts';

export interface ClaimsDeps {
  readonly ledger: LedgerHandle;
  readonly self: Claimant;
  /** Where the pictures of this step are to go. */
  readonly target: string;
  readonly clock: Clock;
  /** How many submits may go on at once: claims are made in batches of twice as many. */
  readonly aheadOf: number;
  /** After this time (Unix ms) this step surely submits nothing more. */
  readonly overAtMs: number;
  /**
   * Fingerprints that other runs delivered since the plan was made; absent where deliveries are not recorded. An entry that
   * is not in the ledger may have been delivered and settled after the plan was made: then its claim is granted, and this
   * alone tells. Asked beside the first write, and again where others wrote to the ledger since.
   */
  findDelivered?(): Promise<LedgerResult<ReadonlySet<string>>>;
}

/** The claims of one step, for the edits that it was made with alone. */
export interface Claims {
  /**
   * Asks for the right to submit; `signal` ends the wait for it. May be asked for again after another answer than
   * `claimed`, and after `released`.
   */
  claim(edit: KnownEdit, signal: AbortSignal): Promise<ClaimAnswer>;
  /** To be awaited right before the submit leaves; where it throws, nothing may leave. */
  posting(edit: KnownEdit): Promise<void>;
  /** What became of a submit, or that there was none; durable on this machine when it resolves. */
  submitted(edit: KnownEdit, requestId: string, submittedAtMs: number): Promise<void>;
  unclear(edit: KnownEdit): Promise<void>;
  released(edit: KnownEdit): Promise<void>;
  /** Gives back what was claimed ahead and not asked for; for when no more claims are asked for. */
  releaseUnused(): Promise<void>;
}

type KnownEdit = Pick<ClaimableEdit, 'fingerprint'>;

/**
 * Claims edits (in plan order) ahead of their submits: in batches, each of which costs one write of the store. The next
 * one is made while there are still claims for `aheadOf` submits, so that only the first is waited for.
 */
export function createClaims(edits: readonly ClaimableEdit[], deps: ClaimsDeps): Claims {
  const { ledger, self, target, clock, aheadOf, overAtMs } = deps;
  const slots = createSlots(edits);
  const deliveries = createDeliveries(deps);

  function slotOf({ fingerprint }: KnownEdit): Slot {
    const slot = slots.get(fingerprint);
    if (slot === undefined) throw new Error(`${fingerprint} is not among the edits to claim`);
    return slot;
  }
  function claimOf(edit: KnownEdit): Claim {
    const { claim } = slotOf(edit);
    if (claim === undefined) throw new Error(`${edit.fingerprint} was not claimed`);
    return claim;
  }
  /** One write for those that are asked for and for as many others as fit. */
  function claimBatch(asked: readonly Slot[]): void {
    const others = [...slots.values()].filter((slot) => isFresh(slot) && !asked.includes(slot));
    const batch = [...asked, ...others].slice(0, 2 * aheadOf);
    const changes = batch.map((slot): LedgerChange => {
      const { id, ...edit } = slot.edit;
      const { fingerprint, ...replaced } = edit;
      const claim = { fingerprint, edit: id, target, claimant: self, claimedAtMs: clock.now(), overAtMs };
      slot.claim = claim;
      return { kind: 'claim', claim, ...replaced };
    });
    const update = deliveries.check(ledger.update(changes));
    for (const slot of batch) {
      slot.answer = update.then((result) => settleSlot(slot, result, deliveries.found));
      slot.answer.catch(() => undefined); // thrown to who asks for it; those claimed ahead nobody may ask for
    }
  }
  function claimAhead(): void {
    const all = [...slots.values()];
    const ahead = all.filter(({ answer, isTaken }) => answer !== undefined && !isTaken).length;
    if (ahead < aheadOf && all.some(isFresh)) claimBatch([]);
  }
  async function giveBack(given: readonly Slot[]): Promise<void> {
    given.forEach(forget);
    if (given.length > 0)
      await ledger.note(given.map(({ edit: { fingerprint } }) => ({ kind: 'released', fingerprint })));
  }
  return {
    claim: async (edit, signal) => {
      const slot = slotOf(edit);
      if (slot.isTaken && slot.answer !== undefined)
        throw new Error(`${edit.fingerprint} is claimed twice at once`);
      slot.isTaken = true;
      if (slot.answer === undefined) claimBatch([slot]);
      claimAhead();
      const answer = await waitForAnswer(slot, signal);
      if (answer.kind === 'claimed') slot.isGranted = true;
      else slot.answer = undefined;
      if (answer.kind === 'delivered') await giveBack([slot]);
      return answer;
    },
    posting: async (edit) => {
      // Others rely on it: to them a claim that is over is one of a run that is dead.
      if (clock.now() > claimOf(edit).overAtMs) throw new Error('Its claim has run out; nothing was sent');
      await ledger.posting(edit.fingerprint);
    },
    submitted: async (edit, requestId, submittedAtMs) => {
      await ledger.note([{ kind: 'submitted', claim: claimOf(edit), requestId, submittedAtMs }]);
    },
    unclear: async (edit) => {
      await ledger.note([{ kind: 'unclear', claim: claimOf(edit) }]);
    },
    released: async (edit) => {
      await giveBack([slotOf(edit)]);
    },
    releaseUnused: async () => {
      await giveBack([...slots.values()].filter(({ claim, isGranted }) => claim !== undefined && !isGranted));
    },
  };
}
