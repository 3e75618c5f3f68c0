import type { ServerResponse } from 'node:http';

/** What the API says to a call. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The service's own errors: their codes and names, and the HTTP status each comes with. */
const VENDOR_ERRORS = {
  'wrong-model': [400, 400001, 'InvalidResourceIdentifier'],
  'no-balance': [400, 400002, 'InsufficientResources'],
  account: [400, 400004, 'UserAccountError'],
  'not-yours': [403, 403001, 'PermissionDeniedError'],
  'not-found': [404, 404001, 'ResourceNotFound'],
} as const;

/** An error as the service words it. */
export function vendorError(kind: keyof typeof VENDOR_ERRORS, message: string): Answer {
  const [status, code, error] = VENDOR_ERRORS[kind];
  return { status, body: { code, error, message } };
}

/** A refusal of what was sent; `problems` says what is wrong and where. */
export function refusal(status: 400 | 404 | 405 | 413 | 415 | 422, problems: readonly string[]): Answer {
  return { status, body: { error: 'InvalidRequest', message: problems.join('; '), problems } };
}

/** Sends an answer as JSON. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  const text = JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...answer.headers,
  });
  response.end(text);
}
