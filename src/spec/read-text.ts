import { open, stat } from 'node:fs/promises';

import { describeError } from '../shared/describe-error.ts';
import { formatBytes } from '../shared/format.ts';
import { matchesGlob, type Glob } from '../shared/glob.ts';
import { resolveInside, type InsidePath } from '../shared/inside.ts';
import { mapBounded } from '../shared/pool.ts';
import type { LookUpCommitted } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';

/** What reading the text files of a workspace needs. */
export interface TextPorts {
  /** Absolute path. */
  readonly workspace: string;
  /** Files that may be read although the commit does not track them. */
  readonly untracked: readonly Glob[];
  readonly lookUpCommitted: LookUpCommitted;
  readonly signal: AbortSignal;
}

const FILES_AT_ONCE = 8;

/**
 * Reads text files of the workspace: tracked by the commit or allowed by `untracked`, UTF-8, at most `maxBytes` bytes. Their
 * text is sent to the service, so files that merely happen to be in the workspace are refused. The paths have forward
 * slashes; the result has an entry for each. An error completes a sentence about the file. Throws only the signal's reason.
 */
export async function readTexts(
  paths: readonly string[],
  maxBytes: number,
  ports: TextPorts,
): Promise<ReadonlyMap<string, Result<string, string>>> {
  const resolved = await mapBounded(paths, FILES_AT_ONCE, async (path) => {
    ports.signal.throwIfAborted();
    return { path, inside: await resolveInside(ports.workspace, path) };
  });
  const found = resolved.flatMap(({ inside }) => (inside.ok ? [inside.value.relative] : []));
  const refuse = await findUntracked(found, ports);
  const texts = await mapBounded(resolved, FILES_AT_ONCE, async ({ path, inside }) => {
    if (!inside.ok) return [path, fail(`${inside.error.why}.`)] as const;
    const refusal = refuse(inside.value.relative);
    return [path, refusal ?? (await readText(inside.value, maxBytes, ports.signal))] as const;
  });
  return new Map(texts);
}

/** Decides for real paths whether the file may not be read, because the commit does not track it. */
async function findUntracked(
  found: readonly string[],
  { untracked, lookUpCommitted, signal }: TextPorts,
): Promise<(path: string) => Result<never, string> | undefined> {
  const toLookUp = [...new Set(found)].filter((path) => !untracked.some((glob) => matchesGlob(glob, path)));
  if (toLookUp.length === 0) return () => undefined;
  const committed = await lookUpCommitted(toLookUp, signal);
  if (committed === 'no repository') return () => undefined;
  const doubtful = new Set(toLookUp);
  return (path) => {
    if (!doubtful.has(path)) return undefined;
    if (!committed.ok)
      return fail(`cannot be read, because it is unknown whether the commit tracks it: ${committed.error}.`);
    return committed.value.get(path) === 'file'
      ? undefined
      : fail('is not tracked by the commit. Commit it, or allow it with the input `untracked-files`.');
  };
}

async function readText(
  { absolute }: InsidePath,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Result<string, string>> {
  try {
    // Opening a named pipe would block forever.
    if (!(await stat(absolute)).isFile()) return fail('is not a regular file.');
    await using file = await open(absolute);
    const { size } = await file.stat();
    if (size > maxBytes) {
      return fail(`is too large: ${formatBytes(size)}. The limit is ${formatBytes(maxBytes)}.`);
    }
    return decode(await file.readFile({ signal }));
  } catch (error) {
    signal.throwIfAborted();
    return fail(`cannot be read (${describeError(error)}).`);
  }
}

/** The text without its byte order mark. */
function decode(bytes: Uint8Array): Result<string, string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return fail('is not UTF-8 text. Save it as UTF-8.');
    throw error;
  }
}

function fail(error: string): Result<never, string> {
  return { ok: false, error };
}
