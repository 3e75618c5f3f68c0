import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { deliverArtifact } from './deliver/artifact.ts';
import type { Delivery } from './deliver/types.ts';
import type { ActionInputs } from './inputs/types.ts';
import { createReferencePath } from './report/reference-path.ts';
import { renderGallery } from './report/render-gallery.ts';
import { stageReferences } from './report/stage-references.ts';
import type { EndedRun } from './report/types.ts';
import { writeResults } from './report/write-results.ts';
import { describeError } from './shared/describe-error.ts';
import { startDeadline } from './shared/deadline.ts';
import type { World } from './world.ts';

/** Enough for gigabytes on a slow line; after it the step says where the files are. */
const DELIVERY_LIMIT_MS = 20 * 60_000;

/** Uploads what succeeded, with the results file and the gallery, as one artifact. */
export async function deliverRun(
  run: EndedRun,
  folder: string,
  inputs: ActionInputs,
  world: World,
): Promise<Delivery> {
  const pictures = run.edits.flatMap(({ files }) => files.map(({ absolutePath }) => absolutePath));
  // A stopped step has seconds: the post step has minutes, and uploads then.
  if (pictures.length === 0 || world.stop.aborted) return { kind: 'none' };

  const companions = await writeCompanions(run, folder, inputs.spec).catch((error: unknown) => {
    // The pictures were paid for: they are uploaded without a page about them.
    world.log.info(`The gallery could not be made: ${describeError(error)}`);
    return [];
  });
  const { artifactName: name, retentionDays } = inputs;
  // Not under the run's deadline: what was paid for is delivered after it, too.
  using limit = startDeadline(world.clock, DELIVERY_LIMIT_MS, 'the upload', world.stop);
  return await deliverArtifact(
    {
      name,
      folder,
      files: [...companions, ...pictures],
      ...(retentionDays !== undefined && { retentionDays }),
    },
    { ...world, signal: limit.signal },
  );
}

/** Writes what goes with the pictures: gallery, results file, and the references that the gallery shows. */
async function writeCompanions(run: EndedRun, folder: string, title: string): Promise<readonly string[]> {
  const staged = await stageReferences(run.edits, folder);
  const referencePath = createReferencePath(run.edits, staged);
  const gallery = path.join(folder, 'index.html');
  const results = path.join(folder, 'results.json');
  await writeFile(gallery, renderGallery(run, { title, referencePath }));
  await writeResults(results, run);
  return [gallery, results, ...[...staged.values()].map((relative) => path.join(folder, relative))];
}
