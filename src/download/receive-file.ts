import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import path from 'node:path';

import { fileExtension } from '../media/file-extension.ts';
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

type Received = Result<DownloadedFile, Pick<DownloadFailure, 'kind' | 'reason'>>;

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
    return {
      ok: false,
      error: { kind: 'disk', reason: `the file cannot be written: ${describeError(error)}` },
    };
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
  const chunks = body.iterator() as AsyncIterator<Buffer>;
  let bytes = 0;
  for (;;) {
    let next: IteratorResult<Buffer>;
    try {
      next = await chunks.next();
    } catch (error) {
      const all = expected.bytes === undefined ? 'all' : `all ${expected.bytes} bytes`;
      return damaged(`the connection broke before ${all} came: ${describeError(error)}`);
    }
    if (next.done === true) break;
    bytes += next.value.length;
    if (bytes > expected.maxBytes)
      return { ok: false, error: { kind: 'refused', reason: tooLarge(expected.maxBytes) } };
    const refusal = inspector.push(next.value);
    if (refusal !== undefined) return damaged(refusal);
    hash.update(next.value);
    await part.write(next.value);
    target.sweep(next.value.length);
  }
  const content = inspector.finish();
  if (!content.ok) return damaged(content.error);
  const { type, dimensions } = content.value;
  const relative = `${target.output}.${fileExtension(type)}`;
  const absolutePath = path.join(target.folder, ...relative.split('/'));
  await part.commit(absolutePath);
  return {
    ok: true,
    value: { path: relative, absolutePath, sha256: hash.digest('hex'), bytes, type, ...dimensions },
  };
}

function damaged(reason: string): Received {
  return { ok: false, error: { kind: 'damaged', reason } };
}
