/** A body being read: only as much of it stays in memory as is useful. */
export interface JsonShortener {
  /** Throws once the body is larger than anything the service sends. */
  push(chunk: Uint8Array): void;
  text(): string;
}

const LONGEST_STRING_BYTES = 64 * 1024;
const MOST_BYTES = 1024 * 1024;
/** A request may hold 64 MiB of `data:` URIs, and a result may echo it. */
const READ_BYTES = 128 * 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;

/**
 * Keeps at most 1 MiB of a JSON body of up to 128 MiB, by cutting each string in it after 64 KiB. A result may echo its
 * input, including pictures as `data:` URIs; with a plain limit, exactly those results could never be read.
 */
export function createJsonShortener(): JsonShortener {
  const chunks: Uint8Array[] = [];
  let usedBytes = 0;
  let readBytes = 0;
  /** Bytes of the string being read; undefined outside of strings. */
  let stringBytes: number | undefined;
  /** The position in an escape (`\n`, or 4 digits after `\u`): half an escape is not JSON, so none is cut. */
  let escape: 'begun' | number = 0;
  let dropping = false;

  const use = (bytes: Uint8Array): void => {
    usedBytes += bytes.byteLength;
    if (usedBytes > MOST_BYTES) throw new Error('the answer is larger than 1 MiB');
    if (bytes.byteLength > 0) chunks.push(bytes.slice()); // a copy: a view would hold the whole chunk
  };

  return {
    push: (chunk) => {
      readBytes += chunk.byteLength;
      if (readBytes > READ_BYTES) throw new Error('the answer is larger than 128 MiB');
      const findQuote = createFinder(chunk, QUOTE);
      const findBackslash = createFinder(chunk, BACKSLASH);
      let useFrom = dropping ? chunk.byteLength : 0;
      for (let at = 0; at < chunk.byteLength; at += 1) {
        if (stringBytes === undefined) {
          if (chunk[at] === QUOTE) stringBytes = 0;
          continue;
        }
        // Of what is dropped, only the end counts.
        if (dropping && escape === 0) at = Math.min(findQuote(at), findBackslash(at));
        const byte = chunk[at];
        stringBytes += 1;
        if (escape === 'begun') escape = byte === LETTER_U ? 4 : 0;
        else if (escape > 0) escape -= 1;
        else if (byte === BACKSLASH) escape = 'begun';
        else if (byte === QUOTE) {
          if (dropping) useFrom = at;
          dropping = false;
          stringBytes = undefined;
        }
        if (!dropping && escape === 0 && (stringBytes ?? 0) >= LONGEST_STRING_BYTES) {
          use(chunk.subarray(useFrom, at + 1));
          useFrom = chunk.byteLength;
          dropping = true;
        }
      }
      use(chunk.subarray(useFrom));
    },
    text: () => new TextDecoder().decode(Buffer.concat(chunks)),
  };
}

/** Finds the next such byte at or after a position that only grows; the length if there is none. Each byte is read once. */
function createFinder(chunk: Uint8Array, byte: number): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const next = chunk.indexOf(byte, from);
      found = next < 0 ? chunk.byteLength : next;
    }
    return found;
  };
}
