import { inflateSync } from 'node:zlib';

import type { Part } from './part.ts';

/** More than any honest text in a picture. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/** The keyword of a text chunk (PNG, third edition, section 11.3.3); undefined for any other chunk. */
export function keywordOf({ name, data }: Part): string | undefined {
  if (name !== 'tEXt' && name !== 'zTXt' && name !== 'iTXt') return undefined;
  const end = data.indexOf(0);
  return end < 0 ? undefined : data.toString('latin1', 0, end);
}

/** The text of a text chunk; undefined if it cannot be read. */
export function textOf(part: Part): string | undefined {
  return textBytesOf(part)?.toString(part.name === 'iTXt' ? 'utf8' : 'latin1');
}

/** The bytes of a text chunk's text; undefined if they cannot be read. */
export function textBytesOf(part: Part): Buffer | undefined {
  const keyword = keywordOf(part);
  if (keyword === undefined) return undefined;
  const rest = part.data.subarray(keyword.length + 1);
  if (part.name === 'tEXt') return rest;
  if (part.name === 'zTXt') return rest[0] === 0 ? inflate(rest.subarray(1)) : undefined;
  // Two flags, then the language and the translated keyword, each with a zero at its end.
  const language = rest.indexOf(0, 2);
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  const text = rest.subarray(translated + 1);
  return rest[0] === 0 ? text : inflate(text);
}

/** The content of an iTXt chunk whose text is not compressed: that is where readers look for XMP. */
export function internationalText(keyword: string, text: string): Buffer {
  return Buffer.from(`${keyword}\0\0\0\0\0${text}`);
}

function inflate(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_TEXT_BYTES });
  } catch {
    return undefined;
  }
}
