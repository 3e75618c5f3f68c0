/** Young jobs are never given up: the answer that they are gone may come from a gateway that is broken for a while. */
const GONE_AFTER_MS = 60 * 60_000;

/**
 * Whether a job whose pictures cannot be fetched now is given up: then no run looks for it again, and it is made again
 * only with consent. Only a later run than the one that submitted it may decide that (`isOurs` is false). Times in Unix
 * ms; pure.
 */
export function isGivenUp(
  { submittedAtMs, isOurs }: { readonly submittedAtMs: number; readonly isOurs: boolean },
  nowMs: number,
): boolean {
  return !isOurs && nowMs - submittedAtMs > GONE_AFTER_MS;
}
