import type { Clock } from '../../shared/ports.ts';
import {
  answerSlot,
  askFor,
  awaitAsked,
  clearSlot,
  createSlots,
  findClaim,
  isUnanswered,
  mayLeave,
  startClaim,
  wasAskedFor,
  type Slot,
} from './claim-slot.ts';
import { createClaimWindow, type Batch } from './claim-window.ts';
import { createDeliveries, type FindDelivered } from './create-deliveries.ts';
import type { ClaimableEdit, ClaimAnswer, DeliveredAnswer } from './types.ts';
import type { LedgerHandle, NotedChange } from '../write/create-ledger.ts';
import type { Claim, LedgerChange, Step } from '../life/types.ts';
import { nameClaim } from '../life/change-entry.ts';

export interface ClaimsDeps<Delivered extends DeliveredAnswer> {
  readonly ledger: LedgerHandle;
  readonly step: Step;
  /** Where the pictures of this step are to go. */
  readonly destination: string;
  readonly clock: Clock;
  /**
   * A batch is twice as many, and so is the most that is claimed ahead of its submit. If no more submits than this leave
   * at once, those on their way are among them.
   */
  readonly aheadOf: number;
  /** If writes of the store wait for their turn: how many claims are open at most, so that they last until the next one. */
  readonly untilNextTurn?: () => number;
  /** After this time (Unix ms) this step certainly submits nothing more. */
  readonly overAtMs: number;
  /**
   * What other runs delivered since the plan was made; absent if deliveries are not recorded. An entry that is not in the
   * ledger may have been delivered and dropped after the plan was made: then its claim is granted, and only this shows it.
   * Asked beside the first write, and again if others wrote to the ledger since.
   */
  readonly findDelivered?: FindDelivered<Delivered>;
}

/** The claims of one step, only for the edits that it was made with. */
export interface Claims<Delivered extends DeliveredAnswer> {
  /**
   * `upcoming` gives the edits that will be asked for next, the next one first: these are claimed ahead. Without it, the
   * edits after the one that was asked for last are.
   */
  expect(upcoming: () => readonly KnownEdit[]): void;
  /**
   * Asks for the right to submit; `signal` ends the wait for it. May be asked for again after another answer than
   * `claimed`, and after `released`.
   */
  claim(edit: KnownEdit, signal: AbortSignal): Promise<ClaimAnswer<Delivered>>;
  /** To be awaited right before the submit leaves; if it throws, nothing may leave. */
  posting(edit: KnownEdit): Promise<void>;
  /** What became of a submit, or that there was none; durable on this machine when it resolves. */
  accepted(edit: KnownEdit, requestId: string, submittedAtMs: number): Promise<void>;
  maybeSent(edit: KnownEdit): Promise<void>;
  released(edit: KnownEdit): Promise<void>;
  /** It will not be asked for: what was claimed ahead is released. Changes nothing if it was asked for. */
  releaseIfUnused(edit: KnownEdit): Promise<void>;
  /** Releases what was claimed ahead and not asked for; called when no more claims are asked for. */
  releaseUnused(): Promise<void>;
}

type KnownEdit = Pick<ClaimableEdit, 'fingerprint'>;

/**
 * Claims edits (in plan order) ahead of their submits: many with one write of the store, which also takes along the
 * request ids that came in the meantime. The next write begins while there are claims left, so that usually only the
 * first one causes a wait.
 */
export function createClaims<Delivered extends DeliveredAnswer>(
  edits: readonly ClaimableEdit[],
  deps: ClaimsDeps<Delivered>,
): Claims<Delivered> {
  const { ledger, step, destination, clock, aheadOf, overAtMs } = deps;
  const slots = createSlots<Delivered>(edits);
  let upcoming: (() => readonly KnownEdit[]) | undefined;
  const { untilNextTurn } = deps;
  const size = () => Math.max(2 * aheadOf, untilNextTurn?.() ?? 0);
  const freeShare = untilNextTurn === undefined ? 1 / 2 : 0;
  const window = createClaimWindow([...slots.values()], { size, freeShare }, () => upcoming?.().map(slotOf));
  const deliveries = createDeliveries(ledger, deps.findDelivered);
  let claims = 0;

  function slotOf({ fingerprint }: KnownEdit): Slot<Delivered> {
    const slot = slots.get(fingerprint);
    if (slot === undefined) throw new Error(`${fingerprint} is not among the edits to claim`);
    return slot;
  }
  function claimOf(edit: KnownEdit): Claim {
    const claim = findClaim(slotOf(edit).state);
    if (claim === undefined) throw new Error(`${edit.fingerprint} was not claimed`);
    return claim;
  }
  function makeClaim({ id: edit, fingerprint }: ClaimableEdit): Claim {
    claims += 1;
    const id = nameClaim(step, claims);
    return { id, fingerprint, edit, destination, step, claimedAtMs: clock.now(), overAtMs };
  }
  function claimBatch({ claimed, released }: Batch): void {
    const releases = releaseAll(released);
    // One that may be in the store after a failed write is claimed again, and is still the same claim.
    const made = claimed.map((slot) => ({ slot, claim: findClaim(slot.state) ?? makeClaim(slot.edit) }));
    const changes = made.map(({ slot: { edit }, claim }): LedgerChange => {
      return { kind: 'claim', claim, over: edit.kind === 'submit' ? edit.over : [] };
    });
    const update = deliveries.check(ledger.update([...releases, ...changes]));
    for (const { slot, claim } of made) {
      const answer = update.then((result) => answerSlot(slot, claim, result, deliveries.found));
      answer.catch(() => undefined); // the caller that asks for it gets it
      startClaim(slot, claim, answer);
    }
  }
  function claimAsked(slot: Slot<Delivered>): Promise<ClaimAnswer<Delivered>> {
    claimBatch(window.take(slot));
    if (slot.state.kind !== 'asked') throw new Error('nothing was claimed');
    return slot.state.answer;
  }
  /** What becomes of its submit is known from now on. */
  function endSubmit(edit: KnownEdit): Claim {
    const claim = claimOf(edit);
    slotOf(edit).state = { kind: 'answered', claim };
    return claim;
  }
  async function release(given: readonly Slot[]): Promise<void> {
    const releases = releaseAll(given);
    if (releases.length > 0) await ledger.note(releases);
  }
  return {
    expect: (next) => {
      upcoming = next;
    },
    claim: async (edit, signal) => {
      const slot = slotOf(edit);
      const answering = askFor(slot) ?? claimAsked(slot);
      if (window.isDue()) claimBatch(window.take());
      const answer = await awaitAsked(slot, answering, signal);
      if (answer.kind === 'delivered') await release([slot]);
      return answer;
    },
    posting: async (edit) => {
      // Others rely on it: to them, a claim that is over belongs to a dead run.
      const claim = claimOf(edit);
      if (clock.now() > claim.overAtMs)
        throw new Error(
          'Its claim has run out by the clock of this machine, which was set or slept; nothing was sent',
        );
      slotOf(edit).state = { kind: 'leaving', claim };
      await ledger.posting(claim);
    },
    accepted: async (edit, requestId, submittedAtMs) => {
      await ledger.note([{ kind: 'accepted', claim: endSubmit(edit), requestId, submittedAtMs }]);
    },
    maybeSent: async (edit) => {
      await ledger.note([{ kind: 'maybe-sent', claim: endSubmit(edit) }]);
    },
    released: async (edit) => {
      await release([slotOf(edit)]);
    },
    releaseIfUnused: async (edit) => {
      const slot = slotOf(edit);
      if (wasAskedFor(slot)) return;
      void askFor(slot);
      await release([slot]);
    },
    releaseUnused: async () => {
      await release([...slots.values()].filter((slot) => isUnanswered(slot) && !mayLeave(slot)));
    },
  };
}

/** Removes the claims of slots; returns what the ledger must learn. */
function releaseAll(slots: readonly Slot[]): readonly NotedChange[] {
  return slots.flatMap((slot): readonly NotedChange[] => {
    const claim = findClaim(slot.state);
    clearSlot(slot);
    if (claim === undefined) return [];
    return [{ kind: 'released', fingerprint: claim.fingerprint, id: claim.id }];
  });
}
