import { createHash } from 'node:crypto';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import path from 'node:path';

import { fileExtension } from '../media/formats.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Result } from '../shared/result.ts';
import { createContentInspector } from './inspect-content.ts';
import { tooLarge } from './judge-answer.ts';
import { openPartFile, type PartFile } from './part-file.ts';
import type { DownloadedFile, DownloadFailure } from './types.ts';

/** Where a body goes: `folder` is absolute, `output` relative to it and without extension. */
export interface ReceiveTarget {
  readonly folder: string;
  readonly output: string;
  /** Keeps the names of unfinished files apart. */
  readonly unique: string;
  /** Told of every chunk that has been dealt with. */
  readonly sweep: (bytes: number) => void;
}

type Failure = Pick<DownloadFailure, 'kind' | 'reason'>;
type Received = Result<DownloadedFile, Failure>;

/** Above the size of any chunk, so that the sink never asks the body to wait. */
const SINK_BYTES = 1024 * 1024;

/**
 * Streams a body to disk one chunk at a time, hashing and checking it on the way, and gives the file the extension
 * of what it is. The body is read to its end or destroyed. Whatever fails, nothing of it stays on disk.
 */
export async function receiveFile(
  body: Readable,
  expected: { readonly bytes: number | undefined; readonly maxBytes: number },
  target: ReceiveTarget,
): Promise<Received> {
  const base = path.join(target.folder, ...target.output.split('/'));
  try {
    await using part = await openPartFile(base, target.unique);
    return await receive(body, expected, target, part);
  } catch (error) {
    return { ok: false, error: unwritable(error) };
  } finally {
    body.destroy();
  }
}

async function receive(
  body: Readable,
  expected: { readonly bytes: number | undefined; readonly maxBytes: number },
  target: ReceiveTarget,
  part: PartFile,
): Promise<Received> {
  const hash = createHash('sha256');
  const inspector = createContentInspector();
  const ended: { failure?: Failure } = {};
  let bytes = 0;
  // All of the work on a chunk is done before the next one is read. Waiting for each write would let chunks pile up
  // in the streams before it: eight downloads at a time took 20 MB more, and longer.
  const sink = new Writable({
    highWaterMark: SINK_BYTES,
    write: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      if (bytes > expected.maxBytes) ended.failure = { kind: 'refused', reason: tooLarge(expected.maxBytes) };
      const refusal = inspector.push(chunk);
      if (refusal !== undefined) ended.failure ??= { kind: 'damaged', reason: refusal };
      if (ended.failure !== undefined) {
        done(new Error(ended.failure.reason));
        return;
      }
      hash.update(chunk);
      try {
        part.write(chunk);
      } catch (error) {
        ended.failure = unwritable(error);
        done(error as Error);
        return;
      }
      target.sweep(chunk.length);
      done();
    },
  });
  try {
    await pipeline(body, sink);
  } catch (error) {
    // The network's doing, not the server's: sat out like any other outage.
    const all = expected.bytes === undefined ? 'all' : `all ${expected.bytes} bytes`;
    const reason = `the connection broke before ${all} came: ${describeError(error)}`;
    return { ok: false, error: ended.failure ?? { kind: 'outage', reason } };
  }
  const content = inspector.finish();
  if (!content.ok) return { ok: false, error: { kind: 'damaged', reason: content.error } };
  const { type, dimensions } = content.value;
  const relative = `${target.output}.${fileExtension(type)}`;
  const absolutePath = path.join(target.folder, ...relative.split('/'));
  await part.commit(absolutePath);
  return {
    ok: true,
    value: { path: relative, absolutePath, sha256: hash.digest('hex'), bytes, type, ...dimensions },
  };
}

function unwritable(error: unknown): Failure {
  return { kind: 'disk', reason: `the file cannot be written: ${describeError(error)}` };
}
