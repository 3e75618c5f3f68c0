import { faultOfFileName } from '../shared/file-name.ts';
import type { Result } from '../shared/result.ts';

/** Leaves room for the output folder within the 4,096 bytes of Linux and the 1,024 of macOS. */
const MAX_PATH_BYTES = 512;
/** The extensions of pictures and videos that the service makes. */
export const MEDIA_EXTENSION = /\.(?:jpe?g|png|webp|gif|mp4|webm)$/i;

/**
 * An output path that is safe to write on Linux, macOS and Windows: in Unicode form NFC, with forward slashes and without
 * extension. The error completes a sentence about the path: what is wrong and what to do.
 */
export function parseOutputPath(text: string): Result<string, string> {
  const path = text.normalize('NFC');
  const wrong =
    faultOfPath(path) ??
    path
      .split('/')
      .map(faultOfSegment)
      .find((fault) => fault !== undefined);
  return wrong === undefined ? { ok: true, value: path } : { ok: false, error: wrong };
}

/** Names used beside the pictures: the gallery, the results file (also its partial form) and the references. */
const RESERVED_BY_ARTIFACT =
  /^(references(?=\/|$)|index\.html(?=\/)|pictures\.json(?=\/)|results\.json(?:\.part)?(?=\/))/i;

function faultOfPath(path: string): string | undefined {
  if (path.trim() === '') return 'is empty.';
  if (path.includes('\\')) return 'contains a backslash. Separate folders with `/`.';
  if (path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'is absolute. Use a path relative to the output folder.';
  if (path.split('/').includes('..')) return 'contains `..`. It must stay in the output folder.';
  const reserved = RESERVED_BY_ARTIFACT.exec(path)?.[1];
  if (reserved !== undefined)
    return `starts with \`${reserved}\`, which is reserved for the artifact's own files. Choose another name.`;
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `is longer than ${MAX_PATH_BYTES} bytes.`;
  return undefined;
}

function faultOfSegment(segment: string): string | undefined {
  const fault = faultOfFileName(segment);
  if (fault !== undefined) return fault;
  const extension = MEDIA_EXTENSION.exec(segment)?.[0];
  return extension === undefined
    ? undefined
    : `has the extension \`${extension}\`. Remove it: the file's type decides.`;
}
