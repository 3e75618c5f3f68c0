import type { Dimensions } from './types.ts';

/**
 * The canvas of a WebP file from its first 30 bytes: the header of its first chunk, in one of three forms
 * (RFC 9649, section 2). Undefined where that chunk is none of them.
 * EXIF stands at the very end of a WebP file, and viewers do not agree on it, so it is left aside.
 */
export function readWebpSize(head: Uint8Array): Dimensions | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const form = String.fromCharCode(...head.subarray(12, 16));
  switch (form) {
    case 'VP8X': {
      const low24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
      return { width: low24(24) + 1, height: low24(27) + 1 };
    }
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return undefined;
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      if (view.getUint8(23) !== 0x9d || view.getUint16(24, true) !== 0x2a01) return undefined;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return undefined;
  }
}
