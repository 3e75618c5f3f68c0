import type { Carried } from './mark/types.ts';

/** Types whose files are checked from the first byte to the last. */
export type CheckedType =
  'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'video/mp4' | 'video/webm';

/** Types that are recognized by their first bytes only: whether such a file is complete is not known. */
export type NamedType =
  | 'image/avif'
  | 'image/heic'
  | 'image/jxl'
  | 'image/jp2'
  | 'image/tiff'
  | 'image/bmp'
  | 'image/x-icon'
  | 'video/quicktime'
  | 'video/x-matroska';

/** What is neither text nor a program, and not a picture or video that we know. It never goes to a branch. */
export type UnknownType = 'application/octet-stream';

/** What a file is by its bytes; names and Content-Type headers are not believed. */
export type MediaType = CheckedType | NamedType | UnknownType;

/** A picture or video: where it is, and what it is by its bytes. */
export interface MediaFile {
  /** Relative to the output folder, forward slashes, with the extension of its true type. */
  readonly path: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly type: MediaType;
  /** Pixels; absent for videos and for pictures whose header is not read. */
  readonly width?: number;
  readonly height?: number;
  /** What it says of its origin; absent if it says nothing, or if it was not looked for. */
  readonly carries?: Carried;
}

/** Pixels as seen by a person: a rotation that the file asks for is already applied. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}
