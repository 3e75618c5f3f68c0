import { isRequestId } from '../shared/request-id.ts';

/** The addresses of one job, made from our own `apiUrl`: those that an answer names are not trusted with the token. */
export function jobUrl(apiUrl: string, requestId: string, what: 'status' | 'result' | 'cancel'): string {
  // Not data: every caller has an id that passed, or one that a person wrote and was checked on the way.
  if (!isRequestId(requestId)) throw new TypeError('not a request id');
  return `${apiUrl}/v1/requests/${requestId}/${what}`;
}
