import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';

import { createDownloader, type DownloaderDeps } from '../../src/download/create-downloader.ts';
import type { Downloader } from '../../src/download/types.ts';
import type { Clock } from '../../src/shared/ports.ts';

export interface QuickClock extends Clock {
  readonly waitsMs: number[];
  /** A signal that is aborted during the wait that goes beyond `ms` from now. */
  endAfter(ms: number): AbortSignal;
}

/** A clock whose waits take no time but are counted; `now` moves with them. */
export function createQuickClock(): QuickClock {
  const waitsMs: number[] = [];
  const over = new AbortController();
  let nowMs = Date.parse('2026-11-22T12:00:00Z');
  let endMs = Number.POSITIVE_INFINITY;
  return {
    waitsMs,
    now: () => nowMs,
    monotonicMs: () => nowMs,
    endAfter: (ms) => {
      endMs = nowMs + ms;
      return over.signal;
    },
    sleep: async (ms, signal) => {
      await new Promise(setImmediate);
      if (nowMs + ms > endMs) over.abort(new Error('the time is up'));
      signal?.throwIfAborted();
      waitsMs.push(ms);
      nowMs += ms;
    },
  };
}

export interface OutputServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly requests: IncomingMessage[];
}

/** A server on 127.0.0.1 that answers as `listener` says and remembers what was asked. */
export async function serve(listener: RequestListener): Promise<OutputServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A listener that sends this body whole. */
export function sending(body: Buffer, headers: Record<string, string> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(200, { 'content-length': body.length, ...headers }).end(body);
  };
}

export interface DownloadStage extends AsyncDisposable {
  readonly downloader: Downloader;
  readonly folder: string;
  readonly clock: QuickClock;
  /** Paths of all files under the folder, relative to it, sorted. */
  files(): Promise<string[]>;
}

/** A downloader into a folder of its own, allowed to read from `server`. */
export async function createDownloadStage(
  ports: readonly number[],
  overrides: Partial<DownloaderDeps> = {},
): Promise<DownloadStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'download-'));
  const clock = createQuickClock();
  const downloader = createDownloader({
    folder,
    outputHosts: ports.map((port) => ({ host: '127.0.0.1', port })),
    clock,
    random: () => 0.5,
    log: { info: () => undefined, debug: () => undefined, group: async (_, body) => await body() },
    env: {},
    resolveHost: () => Promise.reject(new Error('no name should have been resolved')),
    ...overrides,
  });
  return {
    downloader,
    folder,
    clock,
    files: async () => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort();
    },
    [Symbol.asyncDispose]: async () => {
      await downloader[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A real picture; noise, so that it does not shrink to nothing. */
export async function makePicture(
  format: 'jpeg' | 'png' | 'webp' | 'gif',
  width = 48,
  height = 32,
): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const picture = sharp({ create: { width, height, channels: 3, background: '#888', noise } });
  return await picture.toFormat(format).toBuffer();
}

/** A body in small pieces. */
export function inPieces(body: Buffer, bytes: number): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; at += bytes) pieces.push(body.subarray(at, at + bytes));
  return Readable.from(pieces, { objectMode: false });
}

/** A signal that nothing aborts. */
export const never = new AbortController().signal;
