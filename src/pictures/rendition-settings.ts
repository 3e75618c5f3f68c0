import { createHash } from 'node:crypto';

import type { LockedInput } from '../lock/types.ts';
import { sortJson } from '../lock/sort-json.ts';
import type { Mark } from '../media/mark/types.ts';
import type { RenditionSet } from '../spec/types.ts';

/**
 * Every setting that shapes the bytes of a set's files, but for width and format, which the files have themselves: so a width
 * that is added makes only its own files. The version of the engine is none of them: a new one is no reason to make everything again.
 */
export function renditionSettings(set: RenditionSet, mark: Mark): LockedInput {
  const { quality, maxBytes, background, crop } = set;
  return {
    ...(quality !== undefined && { quality }),
    ...(maxBytes !== undefined && { 'max-bytes': maxBytes }),
    ...(background !== undefined && { background }),
    ...(crop !== undefined && { aspect: `${crop.width}:${crop.height}`, fit: crop.fit }),
    ...(mark.length > 0 && { mark: Object.fromEntries(mark.map(({ local, value }) => [local, value])) }),
  };
}

/** The name of a set's record in the lock file: two sets with the same settings have a record each. */
export function recordKey({ name }: Pick<RenditionSet, 'name'>, settings: LockedInput): string {
  return createHash('sha256')
    .update(JSON.stringify([name, sortJson(settings)]))
    .digest('hex');
}
