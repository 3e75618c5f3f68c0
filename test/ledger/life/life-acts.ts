export const RUNS = 3;
export const NAMES = ['a', 'b'] as const;
export type Name = (typeof NAMES)[number];

/** What a run may do that does not hold the claim of an edit. */
export const FREE = [
  // Claims: of what is free as far as the run knows, over what it knew when it planned, over all that is there now.
  ...(['plan', 'claim', 'claim as planned', 'claim with consent', 'claim with consent'] as const),
  // What becomes of a job, anyone who looks.
  ...(['deliver', 'deliver to another destination', 'end empty', 'lose'] as const),
  // The post step of a run that died says what its journal has.
  'rescue',
] as const;

/** What a run may do that holds it. Some die: at rest, or right after a submit. */
export const HOLDING = [
  ...(['accepted', 'accepted', 'no answer', 'release'] as const),
  ...(['die', 'send and die', 'send, hear and die'] as const),
] as const;

/** What a run does next. */
export interface Act {
  readonly run: number;
  readonly name: Name;
  /** Which of the things that it may do. */
  readonly pick: number;
  /** The store does it, but the run does not hear of it and repeats it before it does anything else. */
  readonly isUnheard: boolean;
  /** Which of several jobs. */
  readonly which: number;
}

/** Something that must not be forgotten, known from what happened and not from the ledger. */
export interface Debt {
  /** The claim's. */
  readonly id: string;
  readonly name: Name;
  /** Absent: it was sent, and no one knows what became of it. */
  requestId?: string;
  /** `done`: its delivery is to be remembered. */
  state: 'maybe sent' | 'open' | 'lost' | 'done';
  /** What it was sent over: dropped once its own pictures are delivered. */
  readonly over: readonly Debt[];
}
