import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Vendor } from './vendors.ts';

/** What goes wrong at the service. Each strikes once, but for those that say otherwise. */
export type Trouble =
  | 'none'
  /** Every submit is accepted, and its answer is lost. */
  | 'lost-answers'
  /** A question for the status is answered with 502. */
  | 'bad-gateway'
  /** A submit is answered with 429 and `Retry-After: 120`. */
  | 'slow-down'
  /** Jobs end as canceled, without a picture. */
  | 'no-picture'
  /** A picture's download breaks off in the middle. */
  | 'cut-download'
  /** No submit is ever answered. */
  | 'silence';

/** A service of a vendor on this machine, and what was asked of it. */
export interface UnreliableService extends AsyncDisposable {
  readonly url: string;
  /** Jobs that were made, and would be charged. */
  readonly jobs: readonly number[];
  /** Unix times of all submits, also refused ones. */
  readonly submits: readonly number[];
  readonly reads: readonly string[];
  readonly cancels: readonly string[];
  readonly downloads: readonly string[];
}

/** So many questions for the status are answered with "not yet". */
const READS_UNTIL_DONE = 1;
const PICTURE = Buffer.alloc(200_000, 7);

/** Starts a service that speaks as the vendor's does, with one kind of trouble. */
export async function startUnreliableService(vendor: Vendor, trouble: Trouble): Promise<UnreliableService> {
  const jobs: number[] = [];
  const submits: number[] = [];
  const reads: string[] = [];
  const cancels: string[] = [];
  const downloads: string[] = [];
  let url = '';

  function submit(response: ServerResponse): void {
    submits.push(Date.now());
    if (trouble === 'slow-down' && submits.length === 1) {
      send(response, 429, { error: 'slow down' }, { 'retry-after': '120' });
      return;
    }
    jobs.push(Date.now());
    if (trouble === 'silence') return;
    if (trouble === 'lost-answers') response.socket?.resetAndDestroy();
    else send(response, 200, vendor.accepted(`job-${jobs.length}`, url, trouble === 'no-picture'));
  }

  function read(where: string, response: ServerResponse): void {
    reads.push(where);
    if (trouble === 'bad-gateway' && reads.length === 1) {
      send(response, 502, { error: 'bad gateway' });
      return;
    }
    const id = /job-\d+/.exec(where)?.[0] ?? '';
    const isDone = reads.length > READS_UNTIL_DONE;
    const end = trouble === 'no-picture' ? 'canceled' : 'done';
    send(response, 200, vendor.status(id, url, isDone ? end : 'running', where));
  }

  function download(where: string, response: ServerResponse): void {
    downloads.push(where);
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': PICTURE.length });
    if (trouble !== 'cut-download' || downloads.length > 1) response.end(PICTURE);
    else response.write(PICTURE.subarray(0, PICTURE.length / 2), () => response.socket?.resetAndDestroy());
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url: where = '' } = request;
    request.resume();
    request.once('end', () => {
      if (where.startsWith('/pictures/')) download(where, response);
      else if (method === 'DELETE' || method === 'PUT' || where.endsWith('/cancel')) {
        cancels.push(where);
        send(response, 200, {});
      } else if (method === 'POST') submit(response);
      else read(where, response);
    });
  }

  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, jobs, submits, reads, cancels, downloads },
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
