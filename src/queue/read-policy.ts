import type { CallFailure } from './judge-reply.ts';

/** Tries of a read that the service refuses in a way that may pass: about 15 s in all, waits included. */
const FEW_TRIES = 6;

/**
 * Whether a failed read is worth another try. Trouble on the way or at the service is, for as long as the deadline
 * allows: behind the read is a job that was paid for. A new id may take a moment to become readable, so after a refusal
 * it is read a few more times; a fault of the token or the account ends the read at once.
 */
export function isWorthAnotherRead({ code, vendorCode, status }: CallFailure, attempt: number): boolean {
  switch (code) {
    case 'authentication':
    case 'insufficient-balance':
      return false;
    case 'permission-denied':
      // A 403 that is not in the service's own words comes from something in between, and may pass.
      return vendorCode === undefined && attempt < FEW_TRIES;
    case 'not-found':
    case 'wrong-model':
    case 'invalid-input':
      return attempt < FEW_TRIES;
    case 'service-error':
      // An error inside a 200 is what the service says about this request: it is not an outage.
      return status === undefined || status >= 300 || attempt < FEW_TRIES;
    case 'connection':
    case 'rate-limited':
    case 'unreadable-answer':
    case 'deadline':
      return true;
  }
}

/** Whether the waits between tries grow without randomness: only few tries are left, so none may come too early. */
export function isFewTries(failure: CallFailure): boolean {
  return isWorthAnotherRead(failure, 1) && !isWorthAnotherRead(failure, FEW_TRIES);
}
