import { createCompletenessCheck, type CompletenessCheck } from '../media/completeness.ts';
import { DETECTION_BYTES, detectMediaType } from '../media/detect-type.ts';
import { readDimensions, type DimensionsReading } from '../media/dimensions.ts';
import type { CheckedType, Dimensions } from '../media/types.ts';
import type { Result } from '../shared/result.ts';

/** What a body turned out to be. */
export interface Content {
  readonly type: CheckedType;
  /** Absent for videos, and for a picture whose header stands too far behind its beginning. */
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
const MAX_HEAD_BYTES = 1024 * 1024;

/** Finds type and dimensions by content while the body streams by, and whether all of it came. */
export function createContentInspector(): ContentInspector {
  let head: Buffer[] = [];
  let headBytes = 0;
  let nextLookBytes = DETECTION_BYTES;
  let type: CheckedType | undefined;
  let check: CompletenessCheck | undefined;
  let size: DimensionsReading = { kind: 'more' };

  function look(): string | undefined {
    const beginning = Buffer.concat(head);
    // At doubling lengths: a long EXIF block would else be read over and over.
    nextLookBytes = headBytes * 2;
    if (type === undefined) {
      type = detectMediaType(beginning);
      if (type === undefined) return describeOther(beginning);
      check = createCompletenessCheck(type);
      check.push(beginning);
    }
    size = readDimensions(type, beginning);
    return undefined;
  }

  return {
    push(chunk) {
      check?.push(chunk);
      if (size.kind !== 'more' || headBytes >= MAX_HEAD_BYTES) {
        head = [];
        return undefined;
      }
      // A copy: the chunk may be a small part of a large buffer, which would be kept with it.
      head.push(Buffer.from(chunk));
      headBytes += chunk.length;
      return headBytes >= nextLookBytes ? look() : undefined;
    },
    finish() {
      if (headBytes === 0) return { ok: false, error: 'the body is empty' };
      const refusal =
        (size.kind === 'more' && headBytes < MAX_HEAD_BYTES ? look() : undefined) ?? check?.finish();
      if (refusal !== undefined) return { ok: false, error: asClause(refusal) };
      if (type === undefined) throw new Error('a body without a type passed');
      switch (size.kind) {
        case 'found':
          return { ok: true, value: { type, dimensions: { width: size.width, height: size.height } } };
        case 'damaged':
          return { ok: false, error: asClause(size.message) };
        case 'none':
        case 'more': // whole by its own format, and paid for: not lost for the sake of two numbers
          return { ok: true, value: { type } };
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
