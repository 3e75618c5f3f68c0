import type { ChaosSpec } from './chaos-spec.ts';
import { createDice, type Dice } from './dice.ts';
import { NO_FAULTS, planFaults, type Faults } from './plan-faults.ts';
import { changeSpec, planSpec } from './plan-spec.ts';

/** When a process is ended: once so many of these have happened since it began, and so many milliseconds later. */
export interface Instant {
  /** `submits` are paid requests, `requests` all to the service, `git` all to the git server. */
  readonly after: 'start' | 'submits' | 'requests' | 'git';
  readonly count: number;
  readonly plusMs: number;
}

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
}

/** A whole story: what the services are like, and the attempts that meet trouble. */
export interface ChaosPlan {
  readonly seed: number;
  /** Jobs that run at once at the service, and how long each takes. */
  readonly capacity: number;
  readonly serviceMs: readonly [number, number];
  readonly inputs: Readonly<Record<string, string>>;
  /** The spec of the attempts in peace, which follow. */
  readonly lastSpec: ChaosSpec;
  readonly attempts: readonly Attempt[];
}

/** Plans a story; the same seed gives the same. */
export function planRun(seed: number): ChaosPlan {
  const dice = createDice(seed, 'run');
  const first = planSpec(createDice(seed, 'spec'));
  const attempts: Attempt[] = [];
  let spec = first;
  const count = dice.integer(1, 5);
  for (let number = 1; number <= count; number += 1) {
    const own = createDice(seed, 'attempt', number);
    if (number > 1 && own.chance(0.4)) spec = changeSpec(spec, number, own);
    attempts.push(planAttempt(spec, number, own));
  }
  return {
    seed,
    capacity: dice.integer(1, 8),
    serviceMs: [5, dice.pick([50, 300, 900])],
    inputs: {
      ledger: 'git',
      deliver: dice.chance(0.2) ? 'artifact, branch' : 'branch',
      'branch-directory': dice.pick(['', '', 'pictures']),
      'max-parallel': String(dice.pick([1, 2, 4, 8])),
      prune: String(dice.chance(0.3)),
    },
    // Somebody may take back what was changed: what was paid for under the first spec is wanted again.
    lastSpec: dice.chance(0.25) ? first : spec,
    attempts,
  };
}

function planAttempt(spec: ChaosSpec, number: number, dice: Dice): Attempt {
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

function planInstant(dice: Dice): Instant {
  const plusMs = dice.pick([0, 0, dice.integer(0, 20), dice.integer(0, 200)]);
  const after = dice.pick(['start', 'submits', 'submits', 'requests', 'requests', 'git'] as const);
  switch (after) {
    case 'start':
      return { after, count: 0, plusMs: dice.integer(100, 1800) };
    case 'submits':
      return { after, count: dice.integer(1, 4), plusMs };
    case 'requests':
      return { after, count: dice.integer(1, 20), plusMs };
    case 'git':
      return { after, count: dice.integer(1, 18), plusMs };
  }
}

/** An attempt in peace. */
export function planCalmAttempt(spec: ChaosSpec, onUnknown: 'hold' | 'resubmit'): Attempt {
  return {
    spec,
    endings: [{ how: 'by itself' }],
    faults: NO_FAULTS,
    inputs: { timeout: '60s', 'on-unknown': onUnknown },
    isRerun: false,
    othersPush: false,
  };
}
