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

/** For a smaller one, whole pages and a call of the system are not worth it. */
const WORTH_FREEING_BYTES = 1024 * 1024;

/**
 * Memory for a picture of so many bytes, which `freePicture` gives back to the system. V8 takes that of a resizable buffer from the system
 * itself; any other comes from the C library, which may keep what is freed: see docs/decisions/0008.
 */
export function allocatePicture(bytes: number): Buffer {
  if (bytes < WORTH_FREEING_BYTES) return Buffer.alloc(bytes);
  return Buffer.from(new ArrayBuffer(bytes, { maxByteLength: bytes }));
}

/**
 * Gives back the memory of a picture of `allocatePicture` that is worth it, whose bytes are gone then; any other stays. As
 * garbage it would lie about until V8 looks for old objects, which it rarely does: the bytes are not in its heap. It never throws.
 */
export function freePicture({ bytes: { buffer } }: DataPicture): void {
  if (!(buffer instanceof ArrayBuffer && buffer.resizable)) return;
  try {
    buffer.resize(0);
  } catch {
    // The system refused. What was sent is more important: as garbage, the memory is given back later.
  }
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
