import { createHash } from 'node:crypto';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import path from 'node:path';

import { describeError } from '../shared/describe-error.ts';
import type { Result } from '../shared/result.ts';
import { isShortage } from '../shared/shortage.ts';
import { createContentInspector } from './inspect-content.ts';
import { tooLarge } from './judge-answer.ts';
import { nameFile } from './name-file.ts';
import { openPartFile, type PartFile } from './part-file.ts';
import type { DownloadedFile, DownloadFailure, WithoutHost } from './types.ts';

/** Where a body goes: `folder` is absolute, `output` relative to it and without extension. */
export interface OutputFile {
  readonly folder: string;
  readonly output: string;
  /** Keeps the names of unfinished files apart. */
  readonly unique: string;
  /** Called with the length of every chunk that has been dealt with. */
  readonly sweep: (bytes: number) => void;
}

/** What a body should be. */
export interface ExpectedBody {
  /** Its length, if the server announced it. */
  readonly bytes: number | undefined;
  readonly maxBytes: number;
  /** What came before, by its hash: if the same comes again, it is accepted even if it is odd. */
  readonly seen: string | undefined;
}

type Failure = WithoutHost<DownloadFailure>;
type Received = Result<DownloadedFile, Failure>;

/** Above the size of any chunk, so that the sink never asks the body to wait. */
const SINK_BYTES = 1024 * 1024;

/**
 * Streams a body to disk one chunk at a time, hashing and checking it on the way, and gives the file the extension of
 * what it is. The body is read to its end or destroyed. Whatever fails, nothing of it stays on disk.
 */
export async function receiveFile(
  body: Readable,
  expected: ExpectedBody,
  file: OutputFile,
): Promise<Received> {
  const base = path.join(file.folder, ...file.output.split('/'));
  try {
    await using part = await openPartFile(base, file.unique);
    return await receive(body, expected, file, part);
  } catch (error) {
    return { ok: false, error: unwritable(error) };
  } finally {
    body.destroy();
  }
}

async function receive(
  body: Readable,
  expected: ExpectedBody,
  file: OutputFile,
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
      if (bytes > expected.maxBytes)
        ended.failure = { kind: 'unusable', reason: tooLarge(expected.maxBytes) };
      const unusable = inspector.push(chunk);
      if (unusable !== undefined) ended.failure ??= { kind: 'damaged', ...unusable };
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
      file.sweep(chunk.length);
      done();
    },
  });
  try {
    await pipeline(body, sink);
  } catch (error) {
    // The network failed, not the server: sat out like any other outage.
    const all = expected.bytes === undefined ? 'all' : `all ${expected.bytes} bytes`;
    const reason = `the connection broke before ${all} came: ${describeError(error)}`;
    return { ok: false, error: ended.failure ?? { kind: 'outage', reason } };
  }
  const content = inspector.finish();
  if (!content.ok) return { ok: false, error: { kind: 'damaged', ...content.error } };
  const { type, dimensions, oddity } = content.value;
  const sha256 = hash.digest('hex');
  if (oddity !== undefined && expected.seen !== sha256)
    return { ok: false, error: { kind: 'damaged', reason: oddity, bytes: sha256 } };
  const named = nameFile(file.folder, file.output, { type, sha256 });
  await part.commit(named.absolutePath);
  const odd = oddity === undefined ? {} : { oddity };
  return { ok: true, value: { ...named, sha256, bytes, type, ...dimensions, ...odd } };
}

/** A disk that is full or read-only stays so for this run; a shortage of the machine passes. */
function unwritable(error: unknown): Failure {
  return {
    kind: isShortage(error) ? 'outage' : 'disk',
    reason: `the file cannot be written: ${describeError(error)}`,
  };
}
