import type { MediaType } from './types.ts';

const EXTENSIONS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
};

/** The usual file extension of a type, without the dot. */
export function fileExtension(type: MediaType): string {
  return EXTENSIONS[type];
}
