import path from 'node:path';

import { fileExtension } from '../media/formats.ts';
import type { DownloadedFile } from './types.ts';

/**
 * Where a file of an edit goes, by what it is: `output` (relative path without extension) with the extension of its type,
 * or its hash in the same folder if its type is unknown, so that its name promises nothing.
 */
export function nameFile(
  folder: string,
  output: string,
  { type, sha256 }: Pick<DownloadedFile, 'type' | 'sha256'>,
): Pick<DownloadedFile, 'path' | 'absolutePath'> {
  const relative =
    type === 'application/octet-stream'
      ? path.posix.join(path.posix.dirname(output), `${sha256}.bin`)
      : `${output}.${fileExtension(type)}`;
  return { path: relative, absolutePath: path.join(folder, ...relative.split('/')) };
}
