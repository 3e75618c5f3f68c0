import { createHash } from 'node:crypto';

import { sortJson } from '../lock/sort-json.ts';
import type { LockedInput } from '../lock/types.ts';
import type { InspectedEdit, InspectedImage } from '../references/types.ts';

/** Part of every fingerprint. Increase it when the hashed form changes, which makes every edit new. */
const FORM = 1;

/**
 * An edit's input with its references by content: a file by its bytes, the output of another edit by that edit's
 * fingerprint (from `fingerprintOf`), a hosted picture by its URL.
 */
export function lockInput(edit: InspectedEdit, fingerprintOf: (id: string) => string): LockedInput {
  return {
    image_urls: edit.images.map((image) => describeImage(image, fingerprintOf)),
    prompt: edit.prompt,
    'width×height': edit.size.wire,
    scale: edit.scale,
    force_single: edit.forceSingle,
  };
}

function describeImage(image: InspectedImage, fingerprintOf: (id: string) => string): string {
  switch (image.kind) {
    case 'file':
      return `sha256:${image.sha256}`;
    case 'url':
      return new URL(image.url).href;
    case 'edit':
      return `edit:${fingerprintOf(image.id)}`;
  }
}

/** Hex SHA-256 over model and input: equal for two edits if and only if they ask for the same pictures. */
export function fingerprint(model: string, input: LockedInput): string {
  const facts = [FORM, model, sortJson(input)];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
