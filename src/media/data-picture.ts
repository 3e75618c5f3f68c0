import type { MediaType } from './types.ts';

/**
 * A picture that is sent within a request, as a `data:` URI (RFC 2397). It is encoded piece by piece while it is sent: as a
 * text of 8 MB, once more as JSON and once more as bytes, a picture of 6 MB took 30 MB of memory.
 */
export interface DataPicture {
  readonly type: MediaType;
  readonly bytes: Buffer;
}

export function isDataPicture(value: unknown): value is DataPicture {
  return typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);
}

/** Smaller ones may share their memory with others, and matter less. */
const WORTH_FREEING_BYTES = 1024 * 1024;

/**
 * Gives back the memory of a picture that was sent; its bytes are gone then. As garbage it would lie about until V8 looks
 * for old objects, which it rarely does: the bytes are not in its heap.
 */
export function freePicture({ bytes: { buffer, byteLength } }: DataPicture): void {
  if (byteLength >= WORTH_FREEING_BYTES && buffer instanceof ArrayBuffer && 'transfer' in buffer)
    buffer.transfer(0);
}

/** A picture as it is sent: an https URL, or its bytes. */
export type SentPicture = string | DataPicture;

/** How every `data:` URI of a type begins. */
export function dataPrefix(type: MediaType): string {
  return `data:${type};base64,`;
}

/** Characters of the base64 text of so many bytes. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
