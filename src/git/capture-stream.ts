import type { Readable } from 'node:stream';

/** Collects a stream of text, and keeps its last `limit` bytes. */
export function captureEnd(stream: Readable, limit: number): () => string {
  let end = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    end = Buffer.concat([end, chunk]).subarray(-limit);
  });
  return () => end.toString();
}

/** Collects a whole stream; as soon as it exceeds `limit` bytes, drops what it has and calls `onTooMuch`. */
export function captureAll(stream: Readable, limit: number, onTooMuch: () => void): () => Buffer {
  let chunks: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    const before = bytes;
    bytes += chunk.length;
    if (bytes <= limit) chunks.push(chunk);
    else if (before <= limit) {
      chunks = [];
      onTooMuch();
    }
  });
  return () => Buffer.concat(chunks);
}
