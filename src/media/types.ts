/** What a picture or video is by its bytes; names and Content-Type headers are not believed. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'video/mp4' | 'video/webm';

/** Pixels as seen by a person: a rotation told by EXIF is already applied. */
export interface Dimensions {
  readonly width: number;
  readonly height: number;
}
