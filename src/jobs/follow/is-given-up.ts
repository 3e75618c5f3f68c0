import type { PlannedEdit } from '../../plan/types.ts';

/** Young jobs are never given up: whoever says that they are gone may be a gateway that is out of order for a while. */
const GONE_AFTER_MS = 60 * 60_000;

/**
 * Whether a job whose pictures cannot be had now is given up: then it is not looked for again, and made again only with
 * consent. Only a later run than the one that sent it finds that. Both times in Unix ms; pure.
 */
export function isGivenUp(
  { action }: PlannedEdit,
  submittedAtMs: number | undefined,
  nowMs: number,
): boolean {
  const isOld = submittedAtMs !== undefined && nowMs - submittedAtMs > GONE_AFTER_MS;
  return isOld && action.kind !== 'submit';
}
