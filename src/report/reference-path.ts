import { shownAs } from '../media/formats.ts';
import type { InspectedImage } from '../references/types.ts';
import type { EditSoFar } from './types.ts';
import type { StagedReferences } from './stage-references.ts';

/** Where the gallery finds a reference picture: a relative path or an https URL; undefined if there is none. */
export type ReferencePath = (image: InspectedImage) => string | undefined;

/** Finds reference pictures among the staged files, the hosted URLs and the outputs of this run's edits. */
export function createReferencePath(edits: readonly EditSoFar[], staged: StagedReferences): ReferencePath {
  const firstOutput = new Map(
    edits.flatMap((edit) => {
      const file = edit.state === 'open' ? undefined : edit.files[0];
      return file !== undefined && shownAs(file.type) === 'picture'
        ? [[edit.edit.id, file.path] as const]
        : [];
    }),
  );
  return (image) => {
    switch (image.kind) {
      case 'file':
        return staged.get(image.sha256);
      case 'url':
        return image.url;
      case 'edit':
        return firstOutput.get(image.id);
    }
  };
}
