import { createInflate, type Inflate } from 'node:zlib';

import type { Clause } from '../shared/sentence.ts';
import type { PixelSink, PngHeader } from './png-header.ts';
import { createRowCheck, pixelBytes } from './png-rows.ts';

/** Inflates the pixels of a PNG and throws them away: whether they are all there, and fit for decoders. */
export interface PixelCheck extends PixelSink, Disposable {
  /** Resolves once the pieces taken so far have been used up: until then their chunk must not be overwritten. */
  drain(): Promise<void>;
  finish(): Promise<Clause | undefined>;
}

/** Pixels of a 4096 x 4096 picture with 64 bits each, and a bit more. What is larger is not inflated. */
const MAX_PIXEL_BYTES = 160 * 1024 * 1024;

/** A piece of inflated pixels; only one at a time is in memory. */
const PIECE_BYTES = 64 * 1024;

/**
 * Inflates at most as many bytes as the header announces, whatever the stream contains. `sweep` gets the length of each
 * buffer that has become garbage: V8 lets all pixels of several pictures lie about before it collects them.
 */
export function createPixelCheck(sweep: (bytes: number) => void): PixelCheck {
  const ended = Promise.withResolvers<undefined>();
  let inflate: Inflate | undefined;
  let queue: Buffer[] = [];
  let fault: Clause | undefined;
  let isOver = false;

  /** Nothing more is to be learned. */
  function end(why?: Clause): void {
    if (isOver) return;
    isOver = true;
    fault = why;
    ended.resolve(undefined);
  }

  function begin(header: PngHeader): void {
    const rows = createRowCheck(header);
    inflate = createInflate({ chunkSize: PIECE_BYTES });
    inflate.on('data', (piece: Buffer) => {
      const why = isOver ? undefined : rows.push(piece);
      sweep(piece.length);
      // Decoders stop after the last row too, and accept what follows.
      if (why !== undefined || rows.surplusBytes() > 0) end(why);
    });
    inflate.on('end', () => {
      end(rows.isComplete() ? undefined : 'the PNG has fewer pixels than its header says');
    });
    inflate.on('error', (error: NodeJS.ErrnoException) => {
      const isCut = error.code === 'Z_BUF_ERROR';
      end(`the picture data of the PNG ${isCut ? 'ends too early' : 'is corrupt'}`);
    });
  }

  return {
    begin: (header) => {
      if (pixelBytes(header) > MAX_PIXEL_BYTES) end();
      else begin(header);
    },
    take: (piece) => {
      if (!isOver) queue.push(piece);
    },
    drain: async () => {
      const [first, ...others] = queue;
      queue = [];
      if (first === undefined || isOver) return;
      // Chunks of 8 KiB are common, and each write is a trip to another thread.
      const piece = others.length === 0 ? first : Buffer.concat([first, ...others]);
      const written = Promise.withResolvers<undefined>();
      inflate?.write(piece, () => {
        written.resolve(undefined);
      });
      // A stream that ends inside this piece ignores the rest of it, and never reports that it was written.
      await Promise.race([written.promise, ended.promise]);
      if (piece !== first) sweep(piece.length);
    },
    finish: async () => {
      if (inflate === undefined) return undefined;
      if (!isOver) inflate.end();
      await ended.promise;
      return fault;
    },
    [Symbol.dispose]: () => {
      end();
      inflate?.destroy();
    },
  };
}
