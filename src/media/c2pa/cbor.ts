/** A value of CBOR (RFC 8949). A tag is dropped; keys of a map are texts. */
export type Cbor =
  number | bigint | boolean | string | null | Buffer | readonly Cbor[] | { readonly [key: string]: Cbor };

/** More levels and items than any manifest has. */
const MAX_DEPTH = 40;
const MAX_ITEMS = 100_000;

/** The first value of `bytes`; undefined if it is cut off or malformed. */
export function decodeCbor(bytes: Buffer): Cbor | undefined {
  try {
    return new Decoder(bytes).read(0);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class Decoder {
  #at = 0;
  #items = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  read(depth: number): Cbor {
    this.#items += 1;
    if (depth > MAX_DEPTH || this.#items > MAX_ITEMS) throw new RangeError('too much');
    const head = this.#take(1)[0] ?? 0;
    const [major, info] = [head >> 5, head & 31];
    switch (major) {
      case 0:
        return this.#count(info);
      case 1: {
        const value = this.#count(info);
        return typeof value === 'bigint' ? -1n - value : -1 - value;
      }
      case 2:
        return this.#string(info, depth);
      case 3:
        return this.#string(info, depth).toString('utf8');
      case 4:
        return this.#list(info, depth);
      case 5:
        return this.#map(info, depth);
      case 6:
        this.#count(info);
        return this.read(depth + 1);
      default:
        return this.#simple(info);
    }
  }

  #take(count: number): Buffer {
    const end = this.#at + count;
    if (end > this.#bytes.length) throw new RangeError('cut off');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  #count(info: number): number | bigint {
    if (info < 24) return info;
    if (info > 27) throw new RangeError('malformed');
    const bytes = this.#take(2 ** (info - 24));
    if (info < 27) return bytes.readUIntBE(0, bytes.length);
    const value = bytes.readBigUInt64BE(0);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
  }

  #isAtBreak(): boolean {
    if (this.#bytes[this.#at] !== 0xff) return false;
    this.#at += 1;
    return true;
  }

  #string(info: number, depth: number): Buffer {
    if (info !== 31) return this.#take(Number(this.#count(info)));
    const pieces: Buffer[] = [];
    while (!this.#isAtBreak()) {
      const piece = this.read(depth + 1);
      pieces.push(Buffer.isBuffer(piece) ? piece : Buffer.from(typeof piece === 'string' ? piece : ''));
    }
    return Buffer.concat(pieces);
  }

  #list(info: number, depth: number): readonly Cbor[] {
    const items: Cbor[] = [];
    const count = info === 31 ? Infinity : Number(this.#count(info));
    while (items.length < count && !(count === Infinity && this.#isAtBreak()))
      items.push(this.read(depth + 1));
    return items;
  }

  #map(info: number, depth: number): Readonly<Record<string, Cbor>> {
    const entries: [string, Cbor][] = [];
    const count = info === 31 ? Infinity : Number(this.#count(info));
    while (entries.length < count && !(count === Infinity && this.#isAtBreak())) {
      const key = this.read(depth + 1);
      entries.push([typeof key === 'object' ? '' : String(key), this.read(depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  #simple(info: number): Cbor {
    if (info === 20 || info === 21) return info === 21;
    if (info === 25) this.#take(2);
    if (info === 26) return this.#take(4).readFloatBE(0);
    if (info === 27) return this.#take(8).readDoubleBE(0);
    if (info === 31) throw new RangeError('malformed');
    if (info === 24) this.#take(1);
    return null;
  }
}
