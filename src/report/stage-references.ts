import { constants, copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';

import { fileExtension } from '../media/formats.ts';
import type { EditOutcome } from '../plan/outcome.ts';
import type { InspectedFile } from '../references/types.ts';
import { isNotFound } from '../shared/optional-file.ts';

/** References beside the gallery: paths relative to its folder, with forward slashes, by the file's SHA-256. */
export type StagedReferences = ReadonlyMap<string, string>;

/**
 * Copies the repository pictures that edits of this run used, whether or not they succeeded, to `<folder>/references/<sha256>.<ext>`, each once, so
 * that the gallery works without the repository. A copy-on-write file system shares the bytes. A picture that was
 * removed during the run is left out, and the gallery shows its name instead. Otherwise throws as `node:fs` does.
 */
export async function stageReferences(
  edits: readonly EditOutcome[],
  folder: string,
): Promise<StagedReferences> {
  const staged = new Map<string, string>();
  for (const { edit, state, files } of edits) {
    // What an earlier run made is only linked to, and so are its references.
    if (state === 'unchanged' && files.length === 0) continue;
    for (const image of edit.images) {
      if (image.kind !== 'file' || staged.has(image.sha256)) continue;
      const relative = `references/${image.sha256}.${fileExtension(image.type)}`;
      if (await copyTo(image, path.join(folder, relative))) staged.set(image.sha256, relative);
    }
  }
  return staged;
}

/** Whether the picture was copied: false if it was removed during the run. */
async function copyTo(image: InspectedFile, copy: string): Promise<boolean> {
  await mkdir(path.dirname(copy), { recursive: true });
  try {
    await copyFile(image.absolutePath, copy, constants.COPYFILE_FICLONE);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
