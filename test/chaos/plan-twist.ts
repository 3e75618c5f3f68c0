import type { Fault } from '../../emulator/fault.ts';
import { ODD_FILES } from '../../emulator/odd-file.ts';
import { createDice, type Dice } from './dice.ts';
import { planInstant, type Instant } from './plan-instant.ts';

/** What someone does to the branch during a run. */
export interface Tampering {
  /** `replaced`: by a commit with no past. `set-back`: to the commit before. `picture-removed`: the lock file keeps it. */
  readonly how: 'deleted' | 'replaced' | 'set-back' | 'picture-removed';
  readonly at: Instant;
}

/** What is unusual about one attempt, besides answers that go wrong. */
export interface Twist {
  /** So much later than the first attempt it is: all runs' clocks agree on that. */
  readonly laterMs: number;
  /** The share of the jobs so far that the service forgets before it, for good. */
  readonly lostShare: number;
  /** How wrong the clock of each machine is, in the order of the endings. */
  readonly skewsMs: readonly number[];
  readonly artifactService: 'there' | 'not-set' | 'down';
  readonly tampering?: Tampering;
}

export const NO_TWIST: Twist = { laterMs: 0, lostShare: 0, skewsMs: [], artifactService: 'there' };

const MINUTE_MS = 60_000;
/** Longer than a job that the service does not know counts as young. */
const LATER_MS = 120 * MINUTE_MS;
const RARELY = 1 / 8;

/** The twist of an attempt. It has dice of its own, so the rest of a story is the same with and without. */
export function planTwist(
  seed: number,
  number: number,
  { machines, laterMs }: { readonly machines: number; readonly laterMs: number },
): Twist {
  const dice = createDice(seed, 'twist', number);
  const isLater = number > 1 && dice.chance(RARELY);
  const tampering = planTampering(dice);
  return {
    laterMs: laterMs + (isLater ? LATER_MS : 0),
    lostShare: isLater ? dice.integer(20, 60) / 100 : 0,
    skewsMs: Array.from({ length: machines }, () => (dice.chance(RARELY) ? planSkew(dice) : 0)),
    artifactService: dice.chance(RARELY) ? dice.pick(['not-set', 'down']) : 'there',
    ...(tampering !== undefined && { tampering }),
  };
}

function planSkew(dice: Dice): number {
  return dice.pick([-120, -5, 5, 120]) * MINUTE_MS;
}

function planTampering(dice: Dice): Tampering | undefined {
  if (!dice.chance(RARELY)) return undefined;
  const how = dice.pick(['deleted', 'replaced', 'set-back', 'picture-removed'] as const);
  return { how, at: planInstant(dice) };
}

/**
 * Shapes that name all outputs or none: of one that names some, no one could know what was left out. None says that the job
 * failed: of a job that succeeded that is not true, and no one could know.
 */
const SHAPES = [
  ...(['array', 'objects', 'images-objects', 'nulls'] as const),
  ...(['unknown-key', 'unknown-scheme', 'none'] as const),
];

/** Final answers of another shape, and outputs that are whole and odd. */
export function planOddAnswers(seed: number, number: number): readonly Fault[] {
  const dice = createDice(seed, 'odd', number);
  const word = dice.pick(['succeeded', 'completed', 'finished']);
  const rate = dice.integer(10, 60) / 100;
  const shape: Fault = {
    ...({ kind: 'shape', on: 'result', shape: dice.pick(SHAPES), word, rate } as const),
  };
  // Each time the same, as the service sends what it made.
  const match = `edit-${dice.integer(1, 4)}`;
  const odd: Fault = { kind: 'odd', on: 'download', file: dice.pick(ODD_FILES), match };
  return [...(dice.chance(RARELY) ? [shape] : []), ...(dice.chance(RARELY) ? [odd] : [])];
}

/** A twist in a few words; empty if there is none. */
export function describeTwist({ lostShare, skewsMs, artifactService, tampering }: Twist): string {
  return [
    ...(lostShare > 0 ? ['jobs lost'] : []),
    ...skewsMs.filter((skew) => skew !== 0).map((skew) => `clock ${skew / MINUTE_MS} min`),
    ...(artifactService === 'there' ? [] : [`artifacts ${artifactService}`]),
    ...(tampering === undefined ? [] : [`branch ${tampering.how}`]),
  ].join(', ');
}
