import { open } from 'node:fs/promises';

import { describeError } from '../shared/describe-error.ts';
import { formatBytes } from '../shared/format.ts';
import { resolveInside } from '../shared/inside.ts';
import type { Result } from '../shared/result.ts';

/**
 * Reads a text file of the workspace: UTF-8, at most `maxBytes` bytes, without its byte order mark. `relativePath` has forward
 * slashes. The error completes a sentence about the file.
 */
export async function readText(
  workspace: string,
  relativePath: string,
  maxBytes: number,
): Promise<Result<string, string>> {
  const inside = await resolveInside(workspace, relativePath);
  if (!inside.ok) return { ok: false, error: `${inside.error}.` };
  try {
    await using file = await open(inside.value);
    const stat = await file.stat();
    if (!stat.isFile()) return { ok: false, error: 'is not a file.' };
    if (stat.size > maxBytes) {
      return {
        ok: false,
        error: `is too large: ${formatBytes(stat.size)}. The limit is ${formatBytes(maxBytes)}.`,
      };
    }
    return decode(await file.readFile());
  } catch (error) {
    return { ok: false, error: `cannot be read (${describeError(error)}).` };
  }
}

function decode(bytes: Uint8Array): Result<string, string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, error: 'is not UTF-8 text. Save it as UTF-8.' };
    throw error;
  }
}
