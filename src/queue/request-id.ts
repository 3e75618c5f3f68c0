/** The only form in which a request id is put in a path: anything else could lead to another address. */
const REQUEST_ID = /^[A-Za-z0-9_-]{1,128}$/;

/** Whether text from outside is a request id. */
export function isRequestId(text: unknown): text is string {
  return typeof text === 'string' && REQUEST_ID.test(text);
}

/** The addresses of one job, made from our own `apiUrl`: those that an answer names are not trusted with the token. */
export function jobUrl(apiUrl: string, requestId: string, what: 'status' | 'result' | 'cancel'): string {
  // Not data: every caller has an id that passed, or one that a person wrote and was checked on the way.
  if (!isRequestId(requestId)) throw new TypeError('not a request id');
  return `${apiUrl}/v1/requests/${requestId}/${what}`;
}
