import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { parseRange } from './byte-range.ts';
import type { CallFault, Faults } from './faults.ts';
import { makeOdd } from './odd-file.ts';
import type { OutputStore } from './output-store.ts';
import type { RequestLog } from './request-log.ts';
import { delay, sendFault } from './send-fault.ts';

/** What the outputs' host works with. */
export interface OutputsHost {
  readonly store: OutputStore;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** What faults are matched against: the path, the job's id and its prompt. */
  readonly subjectOf: (path: string) => string;
}

/** Serves outputs to everyone, in parts too; a host of its own, so that a token sent here would be seen. */
export function createOutputsHost(host: OutputsHost): RequestListener {
  return (request, response) => {
    host.log.add('outputs', request, response);
    serve(host, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    });
  };
}

async function serve(host: OutputsHost, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://outputs').pathname;
  const { delayMs, fault } = host.faults.forCall('download', host.subjectOf(path));
  await delay(response, delayMs);
  const output = host.store.at(path);
  if (output === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
    const status = output === undefined ? 404 : 405;
    response.writeHead(status, { 'content-type': 'text/plain' }).end(`${status}\n`);
    return;
  }
  const made = await output.bytes;
  const bytes = await spoilBytes(made, fault);
  const headers = {
    'content-type': output.contentType,
    etag: etagOf(bytes),
    'accept-ranges': 'bytes',
  };
  if (fault !== undefined && sendFault(response, spoilt(fault), { status: 200, headers, body: bytes }, path))
    return;
  const range = parseRange(request.headers.range, bytes.length);
  if (range.kind === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const part = range.kind === 'part' ? bytes.subarray(range.start, range.end + 1) : bytes;
  response.writeHead(range.kind === 'part' ? 206 : 200, {
    ...headers,
    'content-length': part.length,
    ...(range.kind === 'part'
      ? { 'content-range': `bytes ${range.start}-${range.end}/${bytes.length}` }
      : {}),
  });
  if (request.method === 'HEAD') response.end();
  else if (fault?.kind === 'slow') await trickle(part, response, fault.bytesPerSecond);
  else response.end(part);
}

/** The bytes that are served under the name of `made`; the same for each download. */
async function spoilBytes(made: Buffer, fault: CallFault | undefined): Promise<Buffer> {
  if (fault?.kind === 'odd') return await makeOdd(made, fault.file);
  return fault?.kind === 'mistyped' ? await sharp(made).png({ compressionLevel: 1 }).toBuffer() : made;
}

const etags = new WeakMap<Buffer, string>();

/** Follows from the bytes; they may be large, so it is worked out once. */
function etagOf(bytes: Buffer): string {
  const known = etags.get(bytes) ?? `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
  etags.set(bytes, known);
  return known;
}

/** A download that is cut short is, unless asked otherwise, one whose connection ends too early. */
function spoilt<F extends { readonly kind: string }>(fault: F): F {
  return fault.kind === 'truncated' ? { contentLength: 'full', ...fault } : fault;
}

const TICKS_PER_SECOND = 20;

/** Sends at this speed. */
async function trickle(bytes: Buffer, response: ServerResponse, bytesPerSecond: number): Promise<void> {
  const size = Math.max(1, Math.round(bytesPerSecond / TICKS_PER_SECOND));
  const pauseMs = (size / bytesPerSecond) * 1000;
  const pieces = async function* (): AsyncGenerator<Buffer> {
    for (let start = 0; start < bytes.length; start += size) {
      yield bytes.subarray(start, start + size);
      await sleep(pauseMs);
    }
  };
  await pipeline(Readable.from(pieces()), response).catch(() => undefined); // the client left
}
