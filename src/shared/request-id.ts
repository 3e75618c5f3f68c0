/** The only form in which a request id is put in a path: anything else could lead to another address. */
const REQUEST_ID = /^[A-Za-z0-9_-]{1,128}$/;

/** Whether text from outside is a request id. */
export function isRequestId(text: unknown): text is string {
  return typeof text === 'string' && REQUEST_ID.test(text);
}
