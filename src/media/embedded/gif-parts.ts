import type { Part } from './part.ts';
import { listParts, type PartWalk, type PlacedPart } from './walk-parts.ts';

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
/** Blocks have at most 256 bytes, and pixels are many of them: each is not asked for on its own. */
const SEEN_BYTES = 4096;

/** What an application's block with XMP begins with: the length of its name, and the name (XMP specification, part 3, section 1.1.2). */
const XMP_HEADER = Buffer.from('\x0bXMP DataXMP', 'latin1');
/** Behind the packet: bytes that lead anyone who follows the lengths of blocks to the end, wherever in the packet that is from. */
const XMP_TRAILER_BYTES = 258;

/** The extensions of a GIF, named by their labels as hex digits; undefined if its blocks cannot be followed to its trailer. */
export function listGifParts(bytes: Buffer): readonly Part[] | undefined {
  return listParts(walkGifParts(), bytes);
}

/** Follows the blocks of a GIF for its extensions. */
export function* walkGifParts(): PartWalk {
  const head = yield { at: 0, length: 13 };
  if (head.length < 13 || !/^GIF8[79]a/.test(head.toString('latin1', 0, 6))) return undefined;
  const parts: PlacedPart[] = [];
  for (let at = 13 + colorBytes(head.readUInt8(10)); ;) {
    const block = yield { at, length: 10 };
    const [kind, label = 0] = block;
    if (kind === TRAILER) return parts;
    const start = at;
    if (kind === IMAGE && block.length === 10) at += 11 + colorBytes(block.readUInt8(9));
    else if (kind === EXTENSION) at += 2;
    else return undefined;
    const dataStart = at;
    const next = yield* endOfBlocks(at);
    if (next === undefined) return undefined;
    at = next;
    if (kind === EXTENSION) parts.push({ name: label.toString(16), start, end: at, dataStart, dataEnd: at });
  }
}

/** Where a chain of blocks that begins at `at` ends; undefined if that is behind the file. */
function* endOfBlocks(at: number): Generator<{ at: number; length: number }, number | undefined, Buffer> {
  let from = at;
  let seen: Buffer = Buffer.alloc(0);
  for (;;) {
    if (at >= from + seen.length) {
      seen = yield { at, length: SEEN_BYTES };
      from = at;
    }
    const length = seen[at - from];
    if (length === undefined) return undefined;
    at += 1 + length;
    if (length === 0) return at;
  }
}

/** The bytes of the color table that the packed byte of a descriptor announces. */
function colorBytes(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
}

/** The XMP packet of a GIF. */
export function readGifXmp(bytes: Buffer): Buffer | undefined {
  const isXmp = ({ name, data }: Part): boolean =>
    name === 'ff' && data.subarray(0, XMP_HEADER.length).equals(XMP_HEADER);
  const data = listGifParts(bytes)?.find(isXmp)?.data;
  if (data === undefined) return undefined;
  return data.subarray(XMP_HEADER.length, Math.max(XMP_HEADER.length, data.length - XMP_TRAILER_BYTES));
}
