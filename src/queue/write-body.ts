import { base64Length, dataPrefix, isDataPicture, type DataPicture } from '../media/data-picture.ts';
import type { WireInput, WireValue } from './types.ts';

/** The body of a request, which is written again each time that it is sent. */
export interface Body {
  readonly byteLength: number;
  /** Small enough that progress shows on a slow line. */
  pieces(): Generator<Buffer>;
}

/** Bytes of a picture that are encoded at once: a multiple of three, so that the texts can follow each other. */
const PICTURE_BYTES = 48 * 1024;

/** The JSON of an input, with its pictures as `data:` URIs. Pictures are encoded when they are sent. */
export function writeBody(input: WireInput): Body {
  const parts = [...joinTexts(writeValue(input))];
  const lengths = parts.map((part) =>
    isDataPicture(part) ? base64Length(part.bytes.byteLength) : part.byteLength,
  );
  return {
    byteLength: lengths.reduce((sum, length) => sum + length, 0),
    pieces: function* () {
      for (const part of parts)
        if (isDataPicture(part)) yield* encode(part.bytes);
        else yield part;
    },
  };
}

function* encode(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += PICTURE_BYTES)
    yield Buffer.from(bytes.toString('base64', at, at + PICTURE_BYTES), 'latin1');
}

function* joinTexts(parts: Iterable<string | DataPicture>): Generator<Buffer | DataPicture> {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    yield Buffer.from(text);
    yield part;
    text = '';
  }
  yield Buffer.from(text);
}

function* writeValue(value: WireValue): Generator<string | DataPicture> {
  if (isDataPicture(value)) {
    yield `"${dataPrefix(value.type)}`;
    yield value;
    yield '"';
  } else if (isList(value)) {
    yield '[';
    for (const [index, item] of value.entries()) {
      if (index > 0) yield ',';
      yield* writeValue(item);
    }
    yield ']';
  } else if (typeof value === 'object' && value !== null) {
    yield '{';
    let comma = '';
    for (const [key, item] of Object.entries<WireValue | undefined>(value)) {
      if (item === undefined) continue;
      yield `${comma}${JSON.stringify(key)}:`;
      yield* writeValue(item);
      comma = ',';
    }
    yield '}';
  } else {
    yield JSON.stringify(value);
  }
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}
