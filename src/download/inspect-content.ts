import { createCompletenessCheck, type CompletenessCheck } from '../media/completeness.ts';
import { DETECTION_BYTES, detectMediaType } from '../media/detect-type.ts';
import { readDimensions, type DimensionsReading } from '../media/dimensions.ts';
import type { Dimensions, MediaType } from '../media/types.ts';
import type { Result } from '../shared/result.ts';

/** What a body turned out to be. */
export interface Content {
  readonly type: MediaType;
  /** Absent for videos. */
  readonly dimensions?: Dimensions;
}

/** Watches a body go by; each chunk is looked at once and not kept, but for the beginning. */
export interface ContentInspector {
  /** A clause for people as soon as it is plain that no picture or video comes. */
  push(chunk: Buffer): string | undefined;
  /** At the end of the body; the error is a clause for people. */
  finish(): Result<Content, string>;
}

/** The most that is kept of a beginning: a JPEG's frame header stands behind its EXIF and ICC blocks. */
const MAX_HEAD_BYTES = 4 * 1024 * 1024;

/** Finds type and dimensions by content while the body streams by, and whether all of it came. */
export function createContentInspector(): ContentInspector {
  let head = Buffer.alloc(0);
  let type: MediaType | undefined;
  let check: CompletenessCheck | undefined;
  let size: DimensionsReading = { kind: 'more' };
  let nextLookBytes = 0;

  function look(whole: boolean): string | undefined {
    if (type === undefined && (whole || head.length >= DETECTION_BYTES)) {
      type = detectMediaType(head);
      if (type === undefined) return describeOther(head);
      check = createCompletenessCheck(type);
      check.push(head);
    }
    if (type !== undefined && size.kind === 'more' && (whole || head.length >= nextLookBytes)) {
      size = readDimensions(type, head);
      // At doubling lengths: looking at every chunk would read a long EXIF block over and over.
      nextLookBytes = head.length * 2;
      if (size.kind !== 'more') head = Buffer.alloc(0);
    }
    return undefined;
  }

  return {
    push(chunk) {
      const watched = check;
      watched?.push(chunk);
      if (size.kind !== 'more' || head.length >= MAX_HEAD_BYTES) return undefined;
      head = Buffer.concat([head, chunk]);
      return look(false);
    },
    finish() {
      if (type === undefined && head.length === 0) return { ok: false, error: 'the body is empty' };
      const refusal = look(true) ?? check?.finish();
      if (refusal !== undefined) return { ok: false, error: asClause(refusal) };
      if (type === undefined) throw new Error('a body without a type passed');
      switch (size.kind) {
        case 'found':
          return { ok: true, value: { type, dimensions: { width: size.width, height: size.height } } };
        case 'none':
          return { ok: true, value: { type } };
        case 'damaged':
          return { ok: false, error: asClause(size.message) };
        case 'more':
          return { ok: false, error: 'its dimensions cannot be read' };
      }
    },
  };
}

/** What came instead, as far as its beginning shows. */
function describeOther(head: Buffer): string {
  const text = head.subarray(0, 512).toString('latin1').trimStart().toLowerCase();
  if (text === '') return 'the body is empty';
  if (/^<(?:!doctype|html|head|body|\?xml|error)/.test(text))
    return 'a web page or an error text came, not a picture';
  if (/^[[{]/.test(text)) return 'JSON came, not a picture';
  return 'what came is neither a picture nor a video of a known type';
}

/** `The file is empty.` as `the file is empty`. */
function asClause(sentence: string): string {
  return sentence.replace(/^The /, 'the ').replace(/\.$/, '');
}
