import type { Clause } from '../shared/sentence.ts';
import type { PngHeader } from './png-header.ts';

/** Goes through inflated pixels row by row. */
export interface RowCheck {
  /** The next bytes; gives what decoders refuse. */
  push(piece: Buffer): Clause | undefined;
  isComplete(): boolean;
  /** How many bytes came after the last row. */
  surplusBytes(): number;
}

/** A picture, or one of the seven that an interlaced one is made of. */
interface Pass {
  /** With the byte in front that names the row's filter. */
  readonly rowBytes: number;
  readonly rows: number;
}

/** Where the passes of an interlaced picture begin, and how far apart their pixels are (PNG, third edition, section 8). */
const ADAM7: readonly (readonly [x: number, y: number, xStep: number, yStep: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

const MAX_FILTER = 4;

function listPasses({ width, height, bitsPerPixel, isInterlaced }: PngHeader): readonly Pass[] {
  const pass = (columns: number, rows: number): Pass => ({
    rowBytes: 1 + Math.ceil((columns * bitsPerPixel) / 8),
    rows: columns === 0 ? 0 : rows,
  });
  if (!isInterlaced) return [pass(width, height)];
  const count = (length: number, first: number, step: number): number =>
    Math.max(0, Math.ceil((length - first) / step));
  return ADAM7.map(([x, y, xStep, yStep]) => pass(count(width, x, xStep), count(height, y, yStep)));
}

/** The size of a picture's inflated pixels. */
export function pixelBytes(header: PngHeader): number {
  return listPasses(header).reduce((sum, { rowBytes, rows }) => sum + rowBytes * rows, 0);
}

export function createRowCheck(header: PngHeader): RowCheck {
  const passes = listPasses(header).filter(({ rows }) => rows > 0);
  let pass = 0;
  let row = 0;
  /** Bytes until the next row begins. */
  let left = 0;
  let surplus = 0;
  return {
    push: (piece) => {
      let at = left;
      for (let current = passes[pass]; at < piece.length; current = passes[pass]) {
        if (current === undefined) {
          surplus += piece.length - at;
          at = piece.length;
          break;
        }
        const filter = piece[at] ?? 0;
        if (filter > MAX_FILTER) return `a row of the PNG uses the unknown filter ${filter}`;
        at += current.rowBytes;
        row += 1;
        if (row < current.rows) continue;
        row = 0;
        pass += 1;
      }
      left = at - piece.length;
      return undefined;
    },
    isComplete: () => pass === passes.length && left === 0,
    surplusBytes: () => surplus,
  };
}
