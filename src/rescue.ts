import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

import { deliverArtifact } from './deliver/artifact.ts';
import { startDeadline } from './shared/deadline.ts';
import { escapeMarkdown, markdownCode } from './shared/escape-markdown.ts';
import { plural } from './shared/format.ts';
import type { World } from './world.ts';

/** The part of our own results file that is needed here; see `report/render-results.ts`. */
const resultsSchema = z.object({
  edits: z.array(z.object({ id: z.string(), state: z.string(), requestId: z.string().nullable() })),
});

/** The runner gives a post step five minutes. */
const LIMIT_MS = 4 * 60_000;

/**
 * The story of the post step: nothing where the main step came to its end. Where that was killed, the pictures made
 * so far are uploaded, and the edits whose end is not known are listed with their request ids.
 */
export async function rescue(world: World): Promise<void> {
  const { actions, log } = world;
  const folder = actions.getState('folder');
  if (folder === '' || actions.getState('ended') === 'true') return;

  const results = path.join(folder, 'results.json');
  if (!existsSync(results)) {
    log.info('The step was stopped before anything was sent.');
    return;
  }
  const { edits } = resultsSchema.parse(JSON.parse(await readFile(results, 'utf8')));
  const open = edits.filter(
    ({ state, requestId }) => requestId !== null && ['open', 'pending'].includes(state),
  );
  const made = edits.filter(({ state }) => state === 'succeeded').length;
  log.info(`The step did not come to its end. ${plural(made, 'edit')} of ${edits.length} had succeeded.`);
  for (const { id, requestId } of open)
    log.info(`${id} was submitted, its end is not known: request ${requestId ?? ''}`);

  // A picture may have been finished in the last instant, before that was noted: the disk counts.
  const files = await listFiles(folder);
  const retentionDays = actions.getState('retention-days');
  using limit = startDeadline(world.clock, LIMIT_MS, 'the upload');
  const delivery = files.some((file) => file !== results)
    ? await deliverArtifact(
        {
          name: actions.getState('artifact-name'),
          folder,
          files,
          ...(retentionDays !== '' && { retentionDays: Number(retentionDays) }),
        },
        { ...world, signal: limit.signal },
      )
    : undefined;
  if (delivery?.kind === 'failed') actions.annotate({ severity: 'error', message: delivery.message });
  await actions.writeSummary(
    [
      '## … The step was stopped before its end',
      '',
      `${plural(made, 'edit')} of ${edits.length} had succeeded.`,
      delivery?.kind === 'artifact'
        ? `The pictures made so far: [${escapeMarkdown(delivery.name)}](${delivery.url}).`
        : '',
      '',
      ...open.map(
        ({ id, requestId }) => `- ${markdownCode(id)}: submitted, request ${markdownCode(requestId ?? '')}`,
      ),
      '',
    ].join('\n'),
  );
}

/** Whole files only: what is being written carries another name until it is whole. */
async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
