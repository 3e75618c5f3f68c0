import type { LockedRendition, LockedRenditions } from './types.ts';

/** The records of all renditions, whatever their original and their set; pure. */
export function renditionRecords(renditions: LockedRenditions = {}): readonly LockedRendition[] {
  return Object.values(renditions).flatMap((bySet) => Object.values(bySet));
}
