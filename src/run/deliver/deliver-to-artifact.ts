import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { deliverArtifact } from '../../deliver/artifact/artifact.ts';
import type { Delivery } from '../../deliver/types.ts';
import type { ActionInputs } from '../../inputs/types.ts';
import { PICTURES_NAME, renderPicturesFile } from '../../pictures/pictures-file.ts';
import { createThumbnails } from '../../report/find-thumbnails.ts';
import { createReferencePath } from '../../report/reference-path.ts';
import { renderGallery } from '../../report/render-gallery.ts';
import { stageReferences } from '../../report/stage-references.ts';
import type { BranchedRun } from '../../report/types.ts';
import { writeResults } from '../../report/write-results.ts';
import { describeError } from '../../shared/describe-error.ts';
import type { PreparedPictures } from './pictures/prepare-pictures.ts';
import { toSentence } from '../../shared/sentence.ts';
import type { World } from '../../runner/world.ts';
import type { FilesBefore } from './fetch-before.ts';

export type ArtifactInputs = Pick<ActionInputs, 'spec' | 'artifactName' | 'retentionDays'>;
export type ArtifactPorts = Pick<World, 'clock' | 'random' | 'log' | 'env' | 'job' | 'repository'>;

/** The renditions of this run. */
export type ArtifactRenditions = Pick<PreparedPictures, 'files' | 'made'>;

/** Uploads the run's pictures, with the results file and the gallery, as one artifact. */
export async function deliverToArtifact(
  run: BranchedRun,
  folder: string,
  { spec, artifactName: name, retentionDays }: ArtifactInputs,
  renditions: ArtifactRenditions,
  world: ArtifactPorts,
  signal: AbortSignal,
  before: FilesBefore = new Map(),
): Promise<Delivery> {
  const pictures = run.edits.flatMap(({ files }) => files.map(({ absolutePath }) => absolutePath));
  if (pictures.length === 0) return { kind: 'none' };

  const companions = await writeCompanions(run, folder, spec, renditions, before).catch((error: unknown) => {
    // The pictures were paid for: they are uploaded even without a page about them.
    world.log.info(toSentence(`the gallery could not be made: ${describeError(error)}`));
    return [];
  });
  return await deliverArtifact(
    {
      name,
      folder,
      files: [...companions, ...pictures, ...renditions.files],
      ...(retentionDays !== undefined && { retentionDays }),
      run: world.job,
    },
    { ...world, serverUrl: world.repository.serverUrl, signal },
  );
}

/** Writes what goes with the pictures: gallery, results file, and the references that the gallery shows. */
async function writeCompanions(
  run: BranchedRun,
  folder: string,
  title: string,
  renditions: ArtifactRenditions,
  before: FilesBefore,
): Promise<readonly string[]> {
  const staged = await stageReferences(run.edits, folder);
  const referencePath = createReferencePath(run.edits, staged);
  const onDisk = new Set(renditions.files);
  const thumbnail = createThumbnails(renditions.made, (file) => onDisk.has(path.join(folder, file)));
  const gallery = path.join(folder, 'index.html');
  const results = path.join(folder, 'results.json');
  await writeFile(gallery, renderGallery(run, { title, referencePath, thumbnail, before }));
  await writeResults(results, run);
  const list = await writePicturesFile(run, folder, renditions);
  const beside = new Set([
    ...staged.values(),
    ...[...before.values()].flatMap((files) => files.flatMap((file) => file ?? [])),
  ]);
  return [gallery, results, ...list, ...[...beside].map((relative) => path.join(folder, relative))];
}

/** The list of pictures for pages, if this run made renditions. */
async function writePicturesFile(
  { edits }: BranchedRun,
  folder: string,
  { files, made }: ArtifactRenditions,
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  const listed = edits
    // The kept take is the picture of its edit.
    .filter(({ edit: { take }, files: own }) => own.length > 0 && take?.isKept !== false)
    .map(({ edit: { id, take, pictures }, files: own }) => ({
      id: take?.edit ?? id,
      files: own,
      ...(pictures?.alt !== undefined && { alt: pictures.alt }),
    }));
  const file = path.join(folder, PICTURES_NAME);
  await writeFile(file, renderPicturesFile(listed, made));
  return [file];
}
