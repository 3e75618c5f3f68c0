import path from 'node:path';

import type { Result } from '../shared/result.ts';

/**
 * A path of the repository in its shortest form, relative to the root, with forward slashes. Checks only the form. The error
 * completes a sentence about the path.
 */
export function parseRepositoryPath(text: string): Result<string, string> {
  if (text.trim() === '') return { ok: false, error: 'is empty.' };
  if (text.includes('\\')) return { ok: false, error: 'contains a backslash. Separate folders with `/`.' };
  if (/\p{Cc}/u.test(text)) return { ok: false, error: 'contains a control character.' };
  if (text.startsWith('/') || /^[a-z]:/i.test(text)) {
    return {
      ok: false,
      error: 'is absolute. Use a path relative to the workspace, the root of the repository.',
    };
  }
  const normal = path.posix.normalize(text);
  if (normal === '..' || normal.startsWith('../'))
    return { ok: false, error: 'leads out of the repository.' };
  return { ok: true, value: normal };
}
