import type { Result } from '../shared/result.ts';
import type { Clause } from '../shared/sentence.ts';
import type { Dimensions } from './types.ts';

/** What a frame header says, as far as decoders can refuse it. */
export interface Frame extends Dimensions {
  readonly coding: 'sequential' | 'progressive' | 'arithmetic';
  /** The quantization table that each color component uses, by the component's id. */
  readonly components: ReadonlyMap<number, number>;
}

/** The tables that have been defined so far, by their numbers. */
export interface Tables {
  readonly quantization: Set<number>;
  readonly dc: Set<number>;
  readonly ac: Set<number>;
}

/** Sequential files without Huffman tables use the standard ones (Motion JPEG leaves them out). */
const STANDARD_TABLES = 2;

export function createTables(): Tables {
  return { quantization: new Set(), dc: new Set(), ac: new Set() };
}

const CODINGS: Readonly<Record<number, Frame['coding']>> = {
  0xc0: 'sequential',
  0xc1: 'sequential',
  0xc2: 'progressive',
  0xc9: 'arithmetic',
  0xca: 'arithmetic',
};

/** Reads a frame header (ITU T.81, B.2.2); the error is why common decoders refuse it. */
export function readFrame(marker: number, segment: Buffer): Result<Frame, Clause> {
  const coding = CODINGS[marker];
  if (coding === undefined)
    return refuse('the JPEG is lossless or hierarchical, which common decoders do not open');
  if (segment.length < 6) return refuse("the JPEG's frame header is too short");
  const [precision = 0] = segment;
  if (precision !== 8)
    return refuse(`the JPEG has ${precision} bits per color, and common decoders open only 8`);
  const [height, width, count = 0] = [segment.readUInt16BE(1), segment.readUInt16BE(3), segment[5]];
  if (count !== 1 && count !== 3 && count !== 4)
    return refuse(
      `the JPEG has ${count} color components, and common decoders open only those with 1, 3 or 4`,
    );
  if (segment.length !== 6 + 3 * count) return refuse("the JPEG's frame header has an impossible length");
  const components = new Map<number, number>();
  for (let at = 6; at < segment.length; at += 3) {
    const [id = 0, sampling = 0, table = 0] = segment.subarray(at, at + 3);
    if (components.has(id)) return refuse('two color components of the JPEG have the same id');
    if (![sampling >> 4, sampling & 15].every((factor) => factor >= 1 && factor <= 4))
      return refuse('a color component of the JPEG has an impossible sampling factor');
    components.set(id, table);
  }
  return { ok: true, value: { coding, width, height, components } };
}

/** Notes the tables that a segment defines (DQT, DHT; ITU T.81, B.2.4); gives what is wrong with them. */
export function noteTable(marker: number, segment: Buffer, tables: Tables): Clause | undefined {
  let at = 0;
  while (at < segment.length) {
    const head = segment[at] ?? 0;
    const [kind, id] = [head >> 4, head & 15];
    if (id > 3 || kind > 1) return 'the JPEG defines a table with an impossible number';
    if (marker === 0xdb) {
      tables.quantization.add(id);
      at += 1 + 64 * (kind + 1);
    } else {
      (kind === 0 ? tables.dc : tables.ac).add(id);
      at += 17 + segment.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
    }
  }
  return at === segment.length ? undefined : 'a table of the JPEG has an impossible length';
}

/** Whether a scan (ITU T.81, B.2.3) can be decoded with what came before it; gives why not. */
export function checkScan(segment: Buffer, frame: Frame, tables: Tables): Clause | undefined {
  const [count = 0] = segment;
  if (count < 1 || count > 4 || segment.length !== 4 + 2 * count)
    return 'a scan header of the JPEG has an impossible length';
  const [start = 0, , approximation = 0] = segment.subarray(1 + 2 * count);
  for (let at = 1; at < 1 + 2 * count; at += 2) {
    const [id = 0, huffman = 0] = segment.subarray(at, at + 2);
    const table = frame.components.get(id);
    if (table === undefined) return 'a scan of the JPEG is for a color component that its header lacks';
    if (!tables.quantization.has(table)) return `quantization table ${table} of the JPEG is missing`;
    const missing = missingHuffman(huffman, frame.coding, start, approximation >> 4, tables);
    if (missing !== undefined) return `Huffman table ${missing} of the JPEG is missing`;
  }
  return undefined;
}

/** A progressive scan is for the first coefficient (`start` 0) or the others, and refining the first one needs no table. */
function missingHuffman(
  huffman: number,
  coding: Frame['coding'],
  start: number,
  refines: number,
  tables: Tables,
): number | undefined {
  const [dc, ac] = [huffman >> 4, huffman & 15];
  switch (coding) {
    case 'arithmetic':
      return undefined;
    case 'sequential':
      if (!tables.dc.has(dc) && dc >= STANDARD_TABLES) return dc;
      return !tables.ac.has(ac) && ac >= STANDARD_TABLES ? ac : undefined;
    case 'progressive':
      if (start > 0) return tables.ac.has(ac) ? undefined : ac;
      return refines === 0 && !tables.dc.has(dc) ? dc : undefined;
  }
}

function refuse(error: Clause): Result<never, Clause> {
  return { ok: false, error };
}
