/** A piece of a picture's file: a JPEG segment, or a chunk of a PNG or WebP. */
export interface Part {
  /** Of a JPEG: its marker as two hex digits, e.g. `e1`. Of the others: its four letters. */
  readonly name: string;
  /** Where it begins in the file, its header included. */
  readonly start: number;
  /** Where the next one begins. */
  readonly end: number;
  /** Its content. */
  readonly data: Buffer;
}

/** Types whose embedded data can be read and written here. */
export type TaggedType = 'image/jpeg' | 'image/png' | 'image/webp';

/** Whether embedded data of this type can be written. */
export function isTagged(type: string): type is TaggedType {
  return type === 'image/jpeg' || type === 'image/png' || type === 'image/webp';
}
