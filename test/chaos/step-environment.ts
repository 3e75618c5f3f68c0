import { shiftClock } from '../support/shift-clock.ts';
import type { Twist } from './plan-twist.ts';

/** Nothing listens here. */
const DOWN = 'http://127.0.0.1:9/';

/** The variables that make a twist come true for the machine with this number. */
export function twistEnvironment(
  { laterMs, skewsMs, artifactService }: Twist,
  machine: number,
): Readonly<Record<string, string>> {
  const offsetMs = laterMs + (skewsMs[machine] ?? 0);
  return {
    ...(offsetMs !== 0 && shiftClock(offsetMs)),
    ...(artifactService === 'not-set' && { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' }),
    ...(artifactService === 'down' && { ACTIONS_RESULTS_URL: DOWN }),
  };
}
