/** What a picture or video is by its bytes; names and Content-Type headers are not believed. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'video/mp4' | 'video/webm';

/** A whole picture or video: where it is, and what it is by its bytes. */
export interface MediaFile {
  /** Relative to the output folder, forward slashes, with the extension of its true type. */
  readonly path: string;
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly type: MediaType;
  /** Pixels; absent for videos and where a picture's header was out of reach. */
  readonly width?: number;
  readonly height?: number;
}

/** Pixels as seen by a person: a rotation told by EXIF is already applied. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}
