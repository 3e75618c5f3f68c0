import type { LockedFile, LockedInput } from '../lock/types.ts';
import type { MediaFile, MediaType } from '../media/types.ts';
import type { Mark } from '../media/mark/types.ts';
import type { RenditionSet } from '../spec/types.ts';

/** A file that a set of renditions has, or is to have, of one original. */
export interface WantedRendition {
  /** Relative to the output folder, with extension. */
  readonly path: string;
  readonly type: MediaType;
  readonly width: number;
  readonly height: number;
}

/** One set's renditions of one original: what they are, by which settings. */
export interface WantedSet {
  readonly set: RenditionSet;
  /** The original, at its path of today. */
  readonly original: MediaFile;
  /** Everything that shapes the bytes, but width and format. */
  readonly settings: LockedInput;
  /** Hex SHA-256 of the set's name and the settings. */
  readonly key: string;
  readonly mark: Mark;
  readonly files: readonly WantedRendition[];
}

/** What a picture looks like before it is loaded. */
export interface Preview {
  /** Such as `#aabbcc`; absent if parts are transparent: behind those it would be seen for good. */
  readonly color?: string;
  /** A tiny copy as a `data:` URI. */
  readonly placeholder: string;
}

/** Files of one original by one set, as they are to be recorded. */
export interface MadeSet extends Partial<Preview> {
  /** SHA-256 of the original. */
  readonly original: string;
  readonly key: string;
  readonly set: string;
  readonly settings: LockedInput;
  readonly files: readonly LockedFile[];
}
