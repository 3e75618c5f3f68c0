import { isRequestId } from '../shared/request-id.ts';

/** The addresses of one job, made from our own `apiUrl`: those in an answer are not trusted with the token. */
export function jobUrl(apiUrl: string, requestId: string, what: 'status' | 'result' | 'cancel'): string {
  // Not data: every caller has an id that was checked on the way, whether the service or a person wrote it.
  if (!isRequestId(requestId)) throw new TypeError('not a request id');
  return `${apiUrl}/v1/requests/${requestId}/${what}`;
}
