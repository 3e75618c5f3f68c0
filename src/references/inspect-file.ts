import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';

import { createFileCheck } from '../media/check-file.ts';
import { createPixelCheck } from '../media/check-png-pixels.ts';
import { identifyContent, isLfsPointer } from '../media/identify-content.ts';
import type { Desk } from '../shared/desk.ts';
import { describeError } from '../shared/describe-error.ts';
import { fillBuffer } from '../shared/fill-buffer.ts';
import type { Clock } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';
import { outlastShortage } from '../shared/shortage.ts';
import {
  checkDimensions,
  checkFileSize,
  DEFAULT_RULES,
  mostBytes,
  refuseType,
  type Fault,
  type PictureRules,
} from './image-rules.ts';
import { readPieces } from './read-pieces.ts';
import type { ReadingBuffers } from './reading-buffers.ts';
import type { InspectedFile } from './types.ts';

/** The facts found by reading a file. */
export type FileFacts = Omit<InspectedFile, 'kind' | 'path' | 'absolutePath' | 'at'>;

export interface FileDeps extends Desk {
  readonly buffers: ReadingBuffers;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Reads a file once from end to end, with a bounded piece of it in memory, and checks it as a reference image.
 * `rules` are those of the models that it is for: with several, only what every one of them would refuse is a fault here.
 * The error contains all rules that it breaks. Throws only the signal's reason.
 */
export async function inspectFile(
  path: string,
  deps: FileDeps,
  rules: readonly PictureRules[] = [DEFAULT_RULES],
): Promise<Result<FileFacts, readonly Fault[]>> {
  try {
    return await outlastShortage(async () => await openAndInspect(path, deps, rules), deps);
  } catch (error) {
    deps.signal.throwIfAborted();
    return fail('unreadable', `cannot be read (${describeError(error)}).`);
  }
}

async function openAndInspect(
  path: string,
  deps: FileDeps,
  rules: readonly PictureRules[],
): Promise<Result<FileFacts, readonly Fault[]>> {
  const stats = await stat(path);
  if (stats.isDirectory())
    return fail('directory', 'is a folder. Name a picture in it, or use a glob such as `folder/*.png`.');
  // Opening a named pipe would block forever.
  if (!stats.isFile()) return fail('not-a-file', 'is not a regular file. Name a picture.');
  // Too large or too small for all of them.
  const sizes = rules.map((each) => checkFileSize(stats.size, each));
  const [size] = sizes;
  if (size !== undefined && (stats.size === 0 || stats.size > mostBytes(rules) || sizes.length === 1))
    return { ok: false, error: [size] };
  await using file = await open(path);
  // One byte more than expected, so that a file that grew is detected.
  return await deps.buffers.lend(
    async (buffer) =>
      await inspectOpenFile(file, stats.size, buffer.subarray(0, stats.size + 1), deps, rules),
  );
}

async function inspectOpenFile(
  file: FileHandle,
  bytes: number,
  buffer: Buffer,
  { isAtDesk, signal, buffers }: FileDeps,
  rules: readonly PictureRules[],
): Promise<Result<FileFacts, readonly Fault[]>> {
  const head = await fillBuffer(file, buffer, 0);
  if (isLfsPointer(head)) {
    return fail(
      'lfs-pointer',
      `is a Git LFS pointer, not the picture itself. ${isAtDesk === true ? 'Run `git lfs pull`.' : 'Set `lfs: true` in the actions/checkout step.'}`,
    );
  }
  const identity = identifyContent(head);
  const type = identity.kind === 'media' ? identity.type : undefined;
  const [loosest = DEFAULT_RULES] = rules.toSorted((a, b) => b.types.length - a.types.length);
  const sendable = loosest.types.find((each) => each === type);
  if (sendable === undefined) return { ok: false, error: [refuseType(identity.described, loosest)] };

  const sha256 = createHash('sha256');
  const gitBlob = createHash('sha1').update(`blob ${bytes}\0`);
  using pixels = createPixelCheck(buffers.sweep);
  const check = createFileCheck(sendable, pixels);
  let seen = 0;
  for await (const piece of readPieces(file, head, buffer, signal)) {
    sha256.update(piece);
    gitBlob.update(piece);
    check.push(piece);
    await pixels.drain();
    seen += piece.length;
  }
  if (seen !== bytes)
    return fail(
      'unreadable',
      'changed while it was being read. Make sure that nothing writes to it during the run.',
    );
  const { fault, dimensions } = check.finish();
  if (fault !== undefined) return damaged(fault);
  if (dimensions === undefined) throw new Error(`a ${sendable} without a fault has no size`);
  const [faults = [], ...others] = rules.map((each) => checkDimensions(dimensions, each));
  if (faults.length > 0 && others.length === 0) return { ok: false, error: faults };
  const pixelFault = sendable === 'image/png' ? await pixels.finish() : undefined;
  if (pixelFault !== undefined) return damaged(pixelFault);
  return {
    ok: true,
    value: {
      ...dimensions,
      type: sendable,
      bytes,
      sha256: sha256.digest('hex'),
      gitBlob: gitBlob.digest('hex'),
    },
  };
}

function damaged(fault: Clause): Result<never, readonly Fault[]> {
  return fail('damaged', `is not usable: ${fault}. Export or commit it again.`);
}

function fail(rule: string, message: string): Result<never, readonly Fault[]> {
  return { ok: false, error: [{ rule, message }] };
}
