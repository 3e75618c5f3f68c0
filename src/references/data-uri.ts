import { formatBytes } from '../shared/format.ts';
import type { InspectedFile } from './types.ts';

/** The vendor's own clients send at most this much of a picture as a `data:` URI. */
export const MAX_DATA_BYTES = 6 * 1024 * 1024;

/** The vendor's own clients send requests of at most this size. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

/** Room for everything in a request but the pictures: 800 characters of prompt, ten addresses, keys. */
const OTHER_REQUEST_BYTES = 64 * 1024;

/** A picture as a `data:` URI (RFC 2397). */
export function dataUri(type: InspectedFile['type'], bytes: Buffer): string {
  return `${dataPrefix(type)}${bytes.toString('base64')}`;
}

/**
 * The limit for one picture that is sent with the request; undefined where it is kept, else sentences for people.
 * `whyNotUrl` is the reason that it is not given as a URL, where that was tried.
 */
export function checkDataSize(file: InspectedFile, whyNotUrl: string | undefined): string | undefined {
  if (file.bytes <= MAX_DATA_BYTES) return undefined;
  const tried = whyNotUrl === undefined ? '' : ` It cannot be given as a URL instead: ${whyNotUrl}.`;
  return `\`${file.path}\` has ${file.bytes} bytes; a picture that is sent with the request may have ${MAX_DATA_BYTES} (${formatBytes(MAX_DATA_BYTES)}).${tried} Save it smaller (best as a JPEG), or put it where a public https address leads to it.`;
}

/** The limit for all pictures that are sent with one request; undefined where it is kept. */
export function checkRequestSize(files: readonly InspectedFile[]): string | undefined {
  const bytes = files.reduce(
    (sum, file) => sum + dataPrefix(file.type).length + Math.ceil(file.bytes / 3) * 4,
    OTHER_REQUEST_BYTES,
  );
  return bytes <= MAX_REQUEST_BYTES
    ? undefined
    : `The pictures make a request of ${formatBytes(bytes)}; it may have ${formatBytes(MAX_REQUEST_BYTES)}. Use fewer or smaller ones (best as JPEG), or give some by a public https address.`;
}

function dataPrefix(type: InspectedFile['type']): string {
  return `data:${type};base64,`;
}
