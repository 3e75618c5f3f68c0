import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Transform } from 'node:stream';
import { promisify } from 'node:util';

import { parseCgiHead } from './cgi.ts';
import { endRunningGroup } from './end-running-group.ts';
import type { GitRequest } from './git-request.ts';

/** A request on its way through git, with what is to be cut of it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Gets status and bytes. */
  readonly record: GitRequest;
  /** Bytes of the request's body after which the connection is reset. */
  readonly cutRequestAfter?: number | undefined;
  /** Bytes of the answer's body after which the connection is reset, once git has done its work. */
  readonly cutResponseAfter?: number | undefined;
}

/**
 * Answers a request by `git http-backend`, streaming both ways. Ends when git has ended, also if the client is gone;
 * `signal` ends git.
 */
export async function runBackend(
  exchange: Exchange,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const program = await findBackend();
  signal.throwIfAborted();
  // In a group of its own, so that git's children and hooks can be ended with it.
  const detached = process.platform !== 'win32';
  const child = spawn(program, { env, stdio: ['pipe', 'pipe', 'ignore'], detached });
  const ended = once(child, 'close');
  function stop(): void {
    endRunningGroup(child);
  }
  signal.addEventListener('abort', stop);
  try {
    feed(exchange, child.stdin, stop);
    await Promise.all([answer(exchange, child.stdout), ended]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

let backend: Promise<string> | undefined;

/** Where the program is: started through `git`, it would cost two processes for each request. */
async function findBackend(): Promise<string> {
  backend ??= promisify(execFile)('git', ['--exec-path']).then(({ stdout }) =>
    path.join(stdout.trim(), 'git-http-backend'),
  );
  return await backend;
}

/** Gives git the body of the request; `stop` ends git if the body ends too early. */
function feed(exchange: Exchange, stdin: Writable, stop: () => void): void {
  const { request, response, record, cutRequestAfter = Infinity } = exchange;
  const announced = Number(request.headers['content-length'] ?? 0);
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const room = cutRequestAfter - record.bytesIn;
      const part = chunk.subarray(0, room);
      record.bytesIn += part.length;
      if (part.length > 0) this.push(part);
      // The request ends with its connection, and with it what git reads.
      if (chunk.length >= room) response.socket?.resetAndDestroy();
      done();
    },
  });
  // Git may answer and end before it has read everything: the rest is read all the same, as the client would
  // otherwise never come to the answer.
  stdin.on('error', () => undefined);
  stdin.on('close', () => meter.resume());
  request.on('close', () => meter.end());
  // Git 2.39 asks without a pause for bytes that were announced and never come: a whole core, until it is ended.
  meter.on('finish', () => {
    if (record.bytesIn < announced) stop();
  });
  request.pipe(meter).pipe(stdin);
}

/** Gives the client what git answers. */
async function answer(exchange: Exchange, stdout: Readable): Promise<void> {
  const { response, record, cutResponseAfter = Infinity } = exchange;
  let written = Buffer.alloc(0);
  for await (const chunk of stdout as AsyncIterable<Buffer>) {
    if (response.destroyed) {
      // A push is finished without its client, as on GitHub; a fetch has no more sense.
      if (record.service === 'git-upload-pack') return;
      continue;
    }
    let body = chunk;
    if (record.status === undefined) {
      written = Buffer.concat([written, chunk]);
      const head = parseCgiHead(written);
      if (head === undefined) continue;
      record.status = head.status;
      body = head.rest;
      if (cutResponseAfter > 0) response.writeHead(head.status, head.headers);
    }
    body = body.subarray(0, cutResponseAfter - record.bytesOut);
    record.bytesOut += body.length;
    if (body.length > 0 && !response.write(body)) await drained(response);
  }
  if (cutResponseAfter !== Infinity) response.socket?.resetAndDestroy();
  else if (record.status === undefined) response.writeHead((record.status = 500)).end('git gave no answer');
  else response.end();
}

async function drained(response: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    function done(): void {
      response.off('drain', done).off('close', done);
      resolve();
    }
    response.on('drain', done).on('close', done);
  });
}
