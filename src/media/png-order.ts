import type { Clause } from '../shared/sentence.ts';

/** Which chunks have been seen, as far as it matters for those that follow. */
export interface ChunkOrder {
  sawHeader: boolean;
  sawPalette: boolean;
  sawExif: boolean;
  sawData: boolean;
  /** Pixel data must be in one piece: another chunk ends it. */
  isDataOver: boolean;
  /** Known once the header has been read. */
  needsPalette: boolean;
}

export function createChunkOrder(): ChunkOrder {
  return {
    sawHeader: false,
    sawPalette: false,
    sawExif: false,
    sawData: false,
    isDataOver: false,
    needsPalette: false,
  };
}

const CRITICAL = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/**
 * Whether a chunk may come here, with this length (PNG, third edition, section 5.6); gives why decoders refuse it, and
 * notes it.
 */
export function checkOrder(order: ChunkOrder, name: string, length: number): Clause | undefined {
  if (name === 'CgBI' && !order.sawHeader)
    return "the PNG is in Xcode's own form (CgBI), which only Apple's programs open";
  if (!order.sawHeader && name !== 'IHDR') return 'the PNG does not begin with its header (IHDR)';
  // The case of the first letter says whether a decoder must know it, that of the third is reserved.
  if (/^[A-Z]/.test(name) && !CRITICAL.has(name))
    return `the PNG contains an unknown critical chunk (${name})`;
  if (/^..[a-z]/.test(name)) return `the PNG contains a chunk with a reserved name (${name})`;
  if (order.sawData && name !== 'IDAT') order.isDataOver = true;
  switch (name) {
    case 'IHDR':
      if (order.sawHeader) return 'the PNG contains two headers (IHDR)';
      order.sawHeader = true;
      return undefined;
    case 'PLTE':
      return checkPalette(order, length);
    case 'IDAT':
      if (order.isDataOver)
        return 'the picture data of the PNG is scattered: other chunks are between its parts';
      if (order.needsPalette && !order.sawPalette) return 'the PNG uses a palette and contains none';
      order.sawData = true;
      return undefined;
    case 'IEND':
      return order.sawData ? undefined : 'the PNG contains no picture: it ends before any picture data';
    default:
      return undefined;
  }
}

/** In a picture that does not use it, a palette is a hint that decoders skip if it is odd. */
function checkPalette(order: ChunkOrder, length: number): Clause | undefined {
  if (order.sawPalette) return 'the PNG contains two palettes';
  order.sawPalette = true;
  const isValid = length > 0 && length <= 768 && length % 3 === 0;
  return order.needsPalette && !isValid
    ? `the PNG's palette has an impossible length (${length})`
    : undefined;
}
