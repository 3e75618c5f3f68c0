import { realpath } from 'node:fs/promises';
import path from 'node:path';

import type { Result } from './result.ts';

/**
 * Resolves a path of the spec to a real file inside `root`, also after symbolic links.
 * `relativePath` uses forward slashes. The error is a sentence for people, without the path itself.
 */
export async function resolveInside(root: string, relativePath: string): Promise<Result<string, string>> {
  const realRoot = await realpath(root);
  const wanted = path.resolve(realRoot, relativePath);
  if (!isInside(realRoot, wanted)) return { ok: false, error: 'leads out of the repository' };
  let real: string;
  try {
    real = await realpath(wanted);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return {
      ok: false,
      error: code === 'ENOENT' || code === 'ENOTDIR' ? 'does not exist' : `cannot be read (${code})`,
    };
  }
  if (!isInside(realRoot, real))
    return { ok: false, error: 'is a symbolic link that leads out of the repository' };
  return { ok: true, value: real };
}

function isInside(root: string, candidate: string): boolean {
  const relative = path.relative(root, candidate);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
