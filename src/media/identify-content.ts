import { detectMediaType } from './detect-type.ts';
import { FORMATS } from './formats.ts';
import type { MediaType } from './types.ts';

/** What a file is by its beginning. `described` fits behind "is": `a PNG`, `an HTML page`, `of an unknown kind`. */
export type Identity =
  | { readonly kind: 'media'; readonly described: string; readonly type: MediaType }
  /** Text in the widest sense, and programs: what a person or a browser may read or run. */
  | { readonly kind: 'text' | 'program'; readonly described: string }
  | { readonly kind: 'binary'; readonly described: string }
  | { readonly kind: 'empty'; readonly described: 'empty' };

/** With this many bytes from a file's beginning, `identifyContent` always gives its final answer. */
export const IDENTITY_BYTES = 1024;

const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^version https:\/\/git-lfs\.github\.com\/spec\/v1/, 'a Git LFS pointer'],
  [/^<(?:!doctype html|html|head|body)/i, 'an HTML page'],
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg/i, 'an SVG drawing'],
  [/^<\?xml/i, 'an XML document'],
  [/^[[{]/, 'JSON'],
];

const PROGRAM =
  /^(?:MZ|\x7fELF|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe|\0asm|dex\n|BC\xc0\xde|L\0\0\0\x01\x14\x02\0)/;

const BINARIES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF'],
  [/^8BPS/, 'a Photoshop file'],
  [/^PK\x03\x04/, 'a ZIP archive'],
];

/** Judges the first `IDENTITY_BYTES` of a file, or all of a shorter one. */
export function identifyContent(head: Uint8Array): Identity {
  const type = detectMediaType(head);
  if (type !== undefined) return { kind: 'media', type, described: FORMATS[type].described };
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, IDENTITY_BYTES));
  const raw = bytes.toString('latin1');
  const text = raw.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (text === '') return { kind: 'empty', described: 'empty' };
  if (PROGRAM.test(raw)) return { kind: 'program', described: 'a program' };
  const named = TEXTS.find(([pattern]) => pattern.test(text))?.[1];
  if (isMarkup(raw, text)) return { kind: 'text', described: named ?? 'text' };
  const binary = BINARIES.find(([pattern]) => pattern.test(raw))?.[1];
  if (binary !== undefined) return { kind: 'binary', described: binary };
  return /^[\t\n\f\r\x1b\x20-\x7e\x80-\xff]*$/.test(raw)
    ? { kind: 'text', described: named ?? 'text' }
    : { kind: 'binary', described: 'of an unknown kind' };
}

/** What browsers may take for a document whatever follows, also in two bytes for each character. */
function isMarkup(raw: string, text: string): boolean {
  return /^<[a-z!?/]/i.test(text) || /^(?:\xff\xfe|\xfe\xff|<\0|\0<)/.test(raw);
}

/** Whether a file's first bytes are those of a Git LFS pointer, committed instead of a file that was not fetched. */
export function isLfsPointer(head: Uint8Array): boolean {
  return identifyContent(head).described === 'a Git LFS pointer';
}
