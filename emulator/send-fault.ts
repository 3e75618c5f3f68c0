import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountError } from './account-error.ts';
import type { Answer } from './answer.ts';
import type { CallFault } from './faults.ts';

/** What a fault sends: bytes with their head. */
export interface Payload {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

const WEB_PAGE =
  '<!doctype html><html><head><title>Please wait</title></head><body><h1>Just a moment…</h1></body></html>';

/** Waits for an injected delay; ends early when the client is gone. */
export async function delay(response: ServerResponse, ms: number): Promise<void> {
  if (ms === 0) return;
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort();
  };
  response.once('close', leave);
  await sleep(ms, undefined, { signal: gone.signal }).catch(() => undefined); // the only rejection: the client left
  response.off('close', leave);
}

/**
 * Answers a call with a fault that needs no knowledge of what was called. `normal` is what the answer would
 * have been. False if the fault is of another sort, and nothing was sent.
 */
export function sendFault(
  response: ServerResponse,
  fault: CallFault,
  normal: Payload,
  ownUrl: string,
): boolean {
  switch (fault.kind) {
    case 'status':
      sendJson(
        response,
        fault.status,
        fault.body ?? { error: 'Injected', message: 'A fault on request.' },
        fault.headers,
      );
      return true;
    case 'rate-limit': {
      const date = fault.retryAfterDateMs;
      const retryAfter = date === undefined ? fault.retryAfter : new Date(Date.now() + date).toUTCString();
      const body = { error: 'TooManyRequests', message: 'Slow down.' };
      sendJson(response, 429, body, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
      return true;
    }
    case 'reset':
      response.socket?.resetAndDestroy();
      return true;
    case 'hang':
      return true;
    case 'truncated':
      sendHalf(response, normal, fault.contentLength ?? 'honest');
      return true;
    case 'html':
      send(response, {
        status: 200,
        headers: { 'content-type': fault.contentType ?? 'text/html; charset=utf-8' },
        body: Buffer.from(WEB_PAGE),
      });
      return true;
    case 'empty':
      send(response, { ...normal, status: 200, body: Buffer.alloc(0) });
      return true;
    case 'redirect': {
      const headers = { location: fault.to === 'self' ? ownUrl : fault.to };
      send(response, { status: fault.status ?? 302, headers, body: Buffer.alloc(0) });
      return true;
    }
    case 'error-body':
      sendJson(response, 200, {
        error_code: fault.code ?? 500001,
        error_message: fault.message ?? 'Internal error',
      });
      return true;
    case 'refused': {
      const refused = accountError(fault.form);
      sendJson(response, refused.status, refused.body);
      return true;
    }
    case 'no-id':
    case 'word':
    case 'retry-after':
    case 'shape':
    case 'failure-reason':
    case 'no-cost':
    case 'no-output':
    case 'slow':
    case 'odd':
    case 'mistyped':
      return false;
  }
}

/** An answer's bytes. */
export function toPayload(answer: Answer): Payload {
  return {
    status: answer.status,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(answer.body)),
  };
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = Buffer.from(JSON.stringify(body));
  send(response, { status, headers: { 'content-type': 'application/json', ...headers }, body: text });
}

function send(response: ServerResponse, { status, headers, body }: Payload): void {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
}

function sendHalf(
  response: ServerResponse,
  { status, headers, body }: Payload,
  length: 'honest' | 'full',
): void {
  const half = body.subarray(0, Math.floor(body.length / 2));
  if (length === 'honest') {
    send(response, { status, headers, body: half });
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': body.length });
  // The connection ends only after the half has left.
  response.write(half, () => {
    response.socket?.end();
  });
}
