import { faultOfFileName } from '../shared/file-name.ts';
import type { Result } from '../shared/result.ts';

/** Leaves room for the folder in front within Linux's 4,096 and macOS's 1,024. */
const MAX_PATH_BYTES = 512;
const MEDIA_EXTENSION = /\.(?:jpe?g|png|webp|gif|mp4|webm)$/i;

/**
 * An output path made safe to write on Linux, macOS and Windows: in Unicode's form NFC, forward slashes, no extension.
 * The error says, as the end of a sentence about the path, what is wrong and what to do.
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

/** What lies beside the pictures: the gallery, the results file (also while it is written) and the references. */
const KEPT_BY_ARTIFACT = /^(references(?=\/|$)|index\.html(?=\/)|results\.json(?:\.part)?(?=\/))/i;

function faultOfPath(path: string): string | undefined {
  if (path.trim() === '') return 'is empty.';
  if (path.includes('\\')) return 'has a backslash. Part folders by `/`.';
  if (path.startsWith('/') || /^[a-z]:/i.test(path))
    return 'is absolute. Give it relative to the output folder.';
  if (path.split('/').includes('..')) return 'has `..`. It must stay in the output folder.';
  const kept = KEPT_BY_ARTIFACT.exec(path)?.[1];
  if (kept !== undefined) return `begins with \`${kept}\`, a name that the artifact keeps for itself.`;
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `is longer than ${MAX_PATH_BYTES} bytes.`;
  return undefined;
}

function faultOfSegment(segment: string): string | undefined {
  const fault = faultOfFileName(segment);
  if (fault !== undefined) return fault;
  const extension = MEDIA_EXTENSION.exec(segment)?.[0];
  return extension === undefined
    ? undefined
    : `has the extension \`${extension}\`. Leave it out: the file's own type decides.`;
}
