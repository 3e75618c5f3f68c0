import type { Dice } from './dice.ts';

/** A moment in the life of a process: once so many of these have happened since it began, and so many ms later. */
export interface Instant {
  /** `submits` are paid requests, `requests` all to the service, `git` all to the git server. */
  readonly after: 'start' | 'submits' | 'requests' | 'git';
  readonly count: number;
  readonly plusMs: number;
}

export function planInstant(dice: Dice): Instant {
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
