import type { InspectedEdit, ReferenceForms } from './types.ts';

/**
 * Bytes of the pictures that go with an edit's submit, before base64. A picture that is given as a URL takes no
 * memory here, so it counts as nothing; one that stands twice in the list is sent twice.
 */
export function uploadBytes({ images }: Pick<InspectedEdit, 'images'>, forms: ReferenceForms): number {
  return images
    .filter((image) => image.kind === 'file')
    .filter(({ path }) => forms.get(path)?.kind === 'data')
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
