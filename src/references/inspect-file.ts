import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';

import { createCompletenessCheck } from '../media/completeness.ts';
import { detectMediaType } from '../media/detect-type.ts';
import { readDimensions, type DimensionsReading } from '../media/dimensions.ts';
import { describeError } from '../shared/describe-error.ts';
import type { Result } from '../shared/result.ts';
import { describeContent, isLfsPointer } from './describe-content.ts';
import { checkDimensions, checkFileSize, type Fault } from './image-rules.ts';
import { readHead, readPieces } from './read-pieces.ts';
import type { InspectedFile } from './types.ts';

/** The facts found by reading a file. */
export type FileFacts = Omit<InspectedFile, 'kind' | 'path' | 'absolutePath' | 'at'>;

/** Contains the frame header of nearly every JPEG; more is read if it does not. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads a file once from end to end, with a bounded piece of it in memory, and checks it against every rule
 * for reference images. The error has all rules that it breaks. Throws only the signal's reason.
 */
export async function inspectFile(
  path: string,
  signal: AbortSignal,
): Promise<Result<FileFacts, readonly Fault[]>> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) {
      return fail('directory', 'is a folder. Name a picture in it, or use a glob such as `folder/*.png`.');
    }
    // Opening a named pipe would block forever.
    if (!stats.isFile()) return fail('not-a-file', 'is not a regular file. Name a picture.');
    const size = checkFileSize(stats.size);
    if (size !== undefined) return { ok: false, error: [size] };
    await using file = await open(path);
    return await inspectOpenFile(file, stats.size, signal);
  } catch (error) {
    signal.throwIfAborted();
    return fail('unreadable', `cannot be read (${describeError(error)}).`);
  }
}

async function inspectOpenFile(
  file: FileHandle,
  bytes: number,
  signal: AbortSignal,
): Promise<Result<FileFacts, readonly Fault[]>> {
  const head = await readHead(file, Math.min(bytes, HEAD_BYTES));
  if (isLfsPointer(head)) {
    return fail(
      'lfs-pointer',
      'is a Git LFS pointer, not the picture itself. Set `lfs: true` in the actions/checkout step.',
    );
  }
  const type = detectMediaType(head);
  if (type !== 'image/jpeg' && type !== 'image/png') {
    return fail(
      'type',
      `is ${describeContent(head)} according to its content; the model accepts JPEG and PNG. Convert it.`,
    );
  }

  const sha256 = createHash('sha256');
  const gitBlob = createHash('sha1').update(`blob ${bytes}\0`);
  const completeness = createCompletenessCheck(type);
  let seen = 0;
  for await (const piece of readPieces(file, head, bytes, signal)) {
    sha256.update(piece);
    gitBlob.update(piece);
    completeness.push(piece);
    seen += piece.length;
  }
  if (seen !== bytes)
    return fail(
      'unreadable',
      'changed while it was being read. Make sure that nothing writes to it during the run.',
    );
  const damage = completeness.finish();
  if (damage !== undefined) return fail('damaged', `is damaged. ${damage} Export or commit it again.`);

  const size = await findDimensions(file, type, head, bytes);
  if (size.kind !== 'found') {
    const why = size.kind === 'damaged' ? size.message : 'It tells no size.';
    return fail('damaged', `is damaged. ${why} Export or commit it again.`);
  }
  const { width, height } = size;
  const faults = checkDimensions({ width, height });
  if (faults.length > 0) return { ok: false, error: faults };
  return {
    ok: true,
    value: { width, height, type, bytes, sha256: sha256.digest('hex'), gitBlob: gitBlob.digest('hex') },
  };
}

/** Reads on, twice as far each time, until the dimensions are found or the file ends. */
async function findDimensions(
  file: FileHandle,
  type: FileFacts['type'],
  firstHead: Buffer,
  bytes: number,
): Promise<DimensionsReading> {
  let head = firstHead;
  let reading = readDimensions(type, head);
  while (reading.kind === 'more' && head.length < bytes) {
    head = await readHead(file, Math.min(bytes, head.length * 2));
    reading = readDimensions(type, head);
  }
  return reading;
}

function fail(rule: string, message: string): Result<never, readonly Fault[]> {
  return { ok: false, error: [{ rule, message }] };
}
