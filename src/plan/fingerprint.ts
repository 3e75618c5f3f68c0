import { createHash } from 'node:crypto';

import { sortJson } from '../lock/sort-json.ts';
import type { LockedInput } from '../lock/types.ts';
import type { InspectedEdit, InspectedImage } from '../references/types.ts';

/** Part of every fingerprint. Increase it when the hashed form changes, which makes every edit new. */
const FORM = 1;

/**
 * An edit's input as the lock file records it: the default model's with its own keys as on the wire, that of any other model as
 * the spec has it. Its references are there by content: a file by its bytes, the output of another edit by that edit's
 * fingerprint (from `fingerprintOf`), a hosted picture by its URL.
 */
export function lockInput(
  edit: Omit<InspectedEdit, 'at'>,
  fingerprintOf: (id: string) => string,
): LockedInput {
  const { prompt, size, scale, images } = edit;
  const hasPictures = images.some(({ option }) => option !== undefined);
  const named = hasPictures
    ? images.map((image) => [image.option, describeImage(image, fingerprintOf)] as const)
    : [];
  const references = (hasPictures ? images.filter(({ option }) => option === undefined) : images).map(
    (image) => describeImage(image, fingerprintOf),
  );
  const options = { ...edit.options, ...describePictures(named) };
  // What other models call their keys may change without another picture being asked for.
  if (size === undefined || scale === undefined) return { images: references, prompt, options };
  return {
    image_urls: references,
    prompt,
    'width×height': size.wire,
    scale,
    force_single: edit.forceSingle,
    ...options,
  };
}

/** Pictures of `options`: one by itself, several as a list, whether the model takes a list or not. */
function describePictures(
  contents: readonly (readonly [option: string | undefined, content: string])[],
): LockedInput {
  if (contents.length === 0) return {};
  const byKey = Map.groupBy(contents, ([option]) => option);
  byKey.delete(undefined);
  return Object.fromEntries(
    [...byKey].map(([key, own]) => {
      const [first = '', ...others] = own.map(([, content]) => content);
      return [key ?? '', others.length === 0 ? first : [first, ...others]];
    }),
  );
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

/**
 * Hex SHA-256 over model and input: equal for two edits if and only if they ask for the same pictures. Takes of an edit ask
 * for different ones; the first take is what the edit was before it had several.
 */
export function fingerprint(model: string, input: LockedInput, take = 1): string {
  const facts = [FORM, model, sortJson(input), ...(take === 1 ? [] : [take])];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
