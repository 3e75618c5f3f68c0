import type { Times } from './prune.ts';
import type { PaidJob } from './types.ts';

/** Young jobs are never given up: a gateway that is broken for a while may answer that they do not exist. */
const GIVEN_UP_AFTER_MS = 60 * 60_000;

/**
 * Whether a job whose pictures cannot be fetched now is given up: then no run looks for it again, and it is made again
 * only with consent. Only a later run than the one that submitted it may decide that (`isOurs` is false). Pure.
 *
 * A job that is dated well ahead was submitted by a machine with a wrong clock, and the service did not say what time it
 * was. That says nothing about its age, and does not keep it young until that date. Only a server's clock shows it: the
 * wrong clock may be the one of this machine.
 */
export function isGivenUp(
  { submittedAtMs, isOurs }: Pick<PaidJob, 'submittedAtMs'> & { readonly isOurs: boolean },
  { localMs, serverMs }: Times,
): boolean {
  if (isOurs) return false;
  const ageMs = (serverMs ?? localMs) - submittedAtMs;
  return ageMs > GIVEN_UP_AFTER_MS || (serverMs !== undefined && -ageMs > GIVEN_UP_AFTER_MS);
}
