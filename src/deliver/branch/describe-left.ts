import { listStatements } from '../../shared/list-some.ts';
import type { Clause } from '../../shared/sentence.ts';
import { quotePath } from './branch-paths.ts';
import type { LeftEdit } from './types.ts';

/** More would hide the message that they are part of. */
const MOST_REASONS = 5;

/** Why each of some edits is not on the branch. */
export function describeLeft(left: readonly LeftEdit[]): Clause {
  return listStatements(
    left.map(({ id, reason }) => `${quotePath(id)}: ${reason}`),
    MOST_REASONS,
  );
}
