import type { ChaosSpec } from './chaos-spec.ts';
import { createDice, type Dice } from './dice.ts';
import { NO_FAULTS, planFaults, type Faults } from './plan-faults.ts';
import type { Kind, Place } from './places.ts';
import type { Review } from './plan-reviewed.ts';
import { planInstant, type Instant } from './plan-instant.ts';
import { changeSpec, planSpec } from './plan-spec.ts';
import { addTakes, changeTakes, dropStaleChoices } from './plan-takes.ts';
import { NO_TWIST, planOddAnswers, planTwist, type Twist } from './plan-twist.ts';

/** How a main step ends. */
export type Ending =
  | { readonly how: 'by itself' }
  /** As the runner cancels a step: SIGINT, then SIGTERM, then SIGKILL. */
  | { readonly how: 'cancelled'; readonly at: Instant }
  | { readonly how: 'SIGTERM' | 'SIGKILL'; readonly at: Instant }
  /** SIGKILL, and the machine with its disk is gone: there is no post step. */
  | { readonly how: 'lost'; readonly at: Instant };

/** One try to bring a spec to its end: one run, or two at once. */
export interface Attempt {
  readonly spec: ChaosSpec;
  readonly endings: readonly Ending[];
  readonly faults: Faults;
  readonly inputs: Readonly<Record<string, string>>;
  /** Whether the run is attempted again, instead of a new one. */
  readonly isRerun: boolean;
  /** Whether somebody else commits to the branch before it. */
  readonly othersPush: boolean;
  readonly twist: Twist;
  /** Absent: the branch `assets`, which is all there is. */
  readonly place?: Place;
  /** What people do before it. */
  readonly review?: Review;
}

/** A whole story: what the services are like, and the attempts that meet trouble. */
export interface ChaosPlan {
  readonly seed: number;
  readonly kind: Kind;
  /** Jobs that run at once at the service, and how long each takes. */
  readonly capacity: number;
  readonly serviceMs: readonly [number, number];
  readonly inputs: Readonly<Record<string, string>>;
  /** Whether pictures go to artifacts only: nothing is on the branch. */
  readonly isArtifactOnly: boolean;
  /** The spec of the attempts in peace, which follow. */
  readonly lastSpec: ChaosSpec;
  /** Where they deliver to; absent: as in the other attempts. */
  readonly lastPlace?: Place;
  readonly attempts: readonly Attempt[];
}

/** How often the action finds out by itself how many jobs may be at the service. */
const AUTO = 0.2;
const ARTIFACT_ONLY = 1 / 6;

/** Plans a story; the same seed gives the same. */
export function planRun(seed: number): ChaosPlan {
  const dice = createDice(seed, 'run');
  const isArtifactOnly = createDice(seed, 'artifact only').chance(ARTIFACT_ONLY);
  const takes = createDice(seed, 'takes');
  const plain = planSpec(createDice(seed, 'spec'));
  // Without a branch, no run knows of the takes of another one.
  const first = isArtifactOnly ? plain : addTakes(plain, takes);
  const attempts: Attempt[] = [];
  let spec = first;
  let laterMs = 0;
  const count = dice.integer(1, 5);
  for (let number = 1; number <= count; number += 1) {
    const own = createDice(seed, 'attempt', number);
    if (number > 1 && own.chance(0.4)) spec = dropStaleChoices(spec, changeSpec(spec, number, own));
    if (number > 1 && !isArtifactOnly) spec = dropStaleChoices(spec, changeTakes(spec, takes));
    const attempt = planAttempt(spec, number, own);
    const twist = planTwist(seed, number, { machines: attempt.endings.length, laterMs });
    const service = [...attempt.faults.service, ...planOddAnswers(seed, number)];
    attempts.push({ ...attempt, faults: { ...attempt.faults, service }, twist });
    ({ laterMs } = twist);
  }
  const capacity = dice.integer(1, 8);
  const longestMs = dice.pick([50, 300, 900]);
  const branchInputs = {
    deliver: dice.chance(0.2) ? 'artifact, branch' : 'branch',
    'branch-directory': dice.pick(['', '', 'pictures']),
  };
  const atOnce = String(dice.pick([1, 2, 4, 8]));
  const isAuto = createDice(seed, 'max-parallel: auto').chance(AUTO);
  const inputs = { ledger: 'git', 'max-parallel': isAuto ? 'auto' : atOnce };
  const prune = String(dice.chance(0.3));
  return {
    seed,
    kind: 'branch',
    capacity,
    serviceMs: [5, longestMs],
    inputs: isArtifactOnly ? { ...inputs, deliver: 'artifact' } : { ...inputs, ...branchInputs, prune },
    isArtifactOnly,
    // Somebody may take back what was changed: what was paid for under the first spec is wanted again.
    lastSpec: dice.chance(0.25) ? first : spec,
    attempts,
  };
}

/** An attempt that meets trouble; `number` counts from 1. */
export function planAttempt(spec: ChaosSpec, number: number, dice: Dice): Omit<Attempt, 'twist'> {
  const isPair = dice.chance(0.12);
  const endings = Array.from({ length: isPair ? 2 : 1 }, () => planEnding(dice));
  const isResubmit = !isPair && number > 1 && dice.chance(0.2);
  return {
    spec,
    endings,
    faults: planFaults(dice),
    inputs: {
      timeout: isPair ? '30s' : dice.pick(['4s', '12s', '30s']),
      'on-unknown': isResubmit ? 'resubmit' : 'hold',
      'on-timeout': dice.pick(['cancel', 'leave']),
    },
    isRerun: !isPair && number > 1 && dice.chance(0.3),
    othersPush: dice.chance(0.15),
  };
}

/** How often each of them is taken. */
const ENDINGS = [
  ...(['by itself', 'by itself', 'cancelled', 'cancelled', 'cancelled', 'SIGTERM', 'SIGTERM'] as const),
  ...(['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGKILL', 'lost', 'lost', 'lost'] as const),
];

function planEnding(dice: Dice): Ending {
  const how = dice.pick(ENDINGS);
  return how === 'by itself' ? { how } : { how, at: planInstant(dice) };
}

/** An attempt in peace. */
export function planCalmAttempt(spec: ChaosSpec, onUnknown: 'hold' | 'resubmit', laterMs: number): Attempt {
  return {
    spec,
    endings: [{ how: 'by itself' }],
    faults: NO_FAULTS,
    inputs: { timeout: '60s', 'on-unknown': onUnknown },
    isRerun: false,
    othersPush: false,
    twist: { ...NO_TWIST, laterMs },
  };
}
