import { isAhead, isFresh, isLeaving, isUnanswered, type Slot } from './claim-slot.ts';

/** What one write claims, and what it releases to make room. */
export interface Batch {
  readonly claimed: readonly Slot[];
  readonly released: readonly Slot[];
}

/** Keeps the claims ahead of their submits within one batch: those are what a lost machine leaves unknown. */
export interface ClaimWindow {
  /**
   * The edit that is asked for, if any, and the next ones after it, as far as there is room. If there is none, those
   * claimed ahead that are farthest away give way. Only more than `size` asked for at once, and not left yet, would
   * exceed it.
   */
  take(asked?: Slot): Batch;
  /** Whether enough of it is free, and there is something to claim: time for the next batch. */
  isDue(): boolean;
}

/** How large the window is, and which part of it must be free before more is claimed. */
export interface WindowSize {
  readonly size: () => number;
  /** 0 to 1. Small if writes wait for their turn: then a write carries everything that was claimed until then. */
  readonly freeShare: number;
}

/** `upcoming` gives the edits that will be asked for next, in their order, if that is known. */
export function createClaimWindow(
  slots: readonly Slot[],
  { size, freeShare }: WindowSize,
  upcoming: () => readonly Slot[] | undefined = () => undefined,
): ClaimWindow {
  /** How far the run is: edits before it that were not asked for have to wait for others. */
  let first = 0;

  function inTurn(): readonly Slot[] {
    return upcoming() ?? [...slots.slice(first), ...slots.slice(0, first)];
  }
  function room(): number {
    const leaving = slots.filter(isLeaving).length;
    const ahead = slots.filter(isUnanswered).length - leaving;
    // Submits on their way count too, but at most for half of it: with many of them, no batch would have room.
    return size() - ahead - Math.min(leaving, size() / 2);
  }
  return {
    take: (asked) => {
      if (asked === undefined) return { claimed: inTurn().filter(isFresh).slice(0, room()), released: [] };
      first = slots.indexOf(asked);
      const left = room() - (isUnanswered(asked) ? 0 : 1);
      const next = inTurn().filter((slot) => slot !== asked && isFresh(slot) && !isUnanswered(slot));
      const ahead = inTurn().filter(isAhead);
      return left >= 0
        ? { claimed: [asked, ...next.slice(0, left)], released: [] }
        : { claimed: [asked], released: ahead.slice(left) };
    },
    isDue: () => room() >= Math.max(1, size() * freeShare) && inTurn().some(isFresh),
  };
}
