/** A fault that strikes the next `times` requests it matches. */
export type GitFault = {
  /** Tried on method and path with query, e.g. `POST /acme/shop.git/git-receive-pack`. */
  readonly match: RegExp;
  /** How often it is still to strike; counted down. */
  times: number;
  /** Waited before anything else; 0 if absent. */
  readonly latencyMs?: number;
} & GitFaultKind;

export type GitFaultKind =
  /** Nothing but the wait. */
  | { readonly kind: 'delay' }
  /** The connection is reset before the request is looked at. */
  | { readonly kind: 'reset-before' }
  /** Nothing is answered until the client or the service ends. */
  | { readonly kind: 'hang' }
  /** The connection is reset after so many bytes of the request's body; git gets no more of it. */
  | { readonly kind: 'cut-request-after'; readonly bytes: number }
  /** Git does all its work; the connection is reset after so many bytes of the answer's body (0: before its head). */
  | { readonly kind: 'cut-response-after'; readonly bytes: number }
  /** An HTTP status, with a text as its body. */
  | { readonly kind: 'status'; readonly status: number; readonly text?: string };

/** Takes the first fault that is due for a request, and counts it. */
export function takeFault(faults: readonly GitFault[], method: string, path: string): GitFault | undefined {
  const due = faults.find(({ match, times }) => times > 0 && match.test(`${method} ${path}`));
  if (due !== undefined) due.times -= 1;
  return due;
}
