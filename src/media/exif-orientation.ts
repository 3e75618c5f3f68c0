/** Sizes of TIFF's integer types, by their codes. Decoders accept all of them for the orientation. */
const INTEGER_BYTES: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4, 6: 1, 8: 2, 9: 4 };

const ORIENTATION = 0x0112;

/**
 * The orientation (1 to 8) that a block of EXIF names, without its `Exif` prefix: a TIFF header and a first directory
 * (EXIF 2.32, section 4.6). Undefined if it names none, or if the block is malformed: decoders then ignore it.
 */
export function readOrientation(tiff: Buffer): number | undefined {
  if (tiff.length < 8) return undefined;
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const read = (at: number, bytes: 1 | 2 | 4): number =>
    order === 'II' ? tiff.readUIntLE(at, bytes) : tiff.readUIntBE(at, bytes);
  if (read(2, 2) !== 42) return undefined;
  const start = read(4, 4);
  if (start + 2 > tiff.length) return undefined;
  const entries = read(start, 2);
  for (let index = 0; index < entries; index += 1) {
    const at = start + 2 + index * 12;
    if (at + 12 > tiff.length) return undefined;
    if (read(at, 2) !== ORIENTATION) continue;
    const bytes = INTEGER_BYTES[read(at + 2, 2)];
    if (bytes === undefined || read(at + 4, 4) === 0) return undefined;
    const value = read(at + 8, bytes);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
