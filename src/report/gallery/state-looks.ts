import type { EditState } from '../../plan/outcome.ts';

/** The color of a state: done, nothing happened, wrong, or still open. */
export function lookOf(state: EditState): 'good' | 'calm' | 'bad' | 'open' {
  switch (state) {
    case 'succeeded':
    case 'adopted':
      return 'good';
    case 'unchanged':
    case 'skipped':
      return 'calm';
    case 'failed':
      return 'bad';
    case 'pending':
    case 'unknown':
    case 'cancelled':
      return 'open';
  }
}
