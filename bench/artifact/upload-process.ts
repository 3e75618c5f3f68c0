/**
 * Uploads a folder of files as one artifact. Arguments: `ours` as the action does it, or `usual` with the client's own
 * settings; the folder. Prints seconds, bytes sent and peak memory as JSON.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';

import { deliverArtifact } from '../../src/deliver/artifact/artifact.ts';
import { createWorld } from '../../src/runner/world.ts';
import { readOwnPeakMb } from '../read-peak.ts';
import { SILENT_LOG } from '../silent-log.ts';

const [, , way, folder = ''] = process.argv;
const files = (await readdir(folder)).map((name) => path.join(folder, name));
const startMs = performance.now();
const bytes = way === 'ours' ? await uploadOurWay() : await uploadUsualWay();
const seconds = (performance.now() - startMs) / 1000;
const peakMb = await readOwnPeakMb();
// The client writes lines of its own to the standard output.
process.stderr.write(JSON.stringify({ seconds, bytes, peakMb }));

async function uploadOurWay(): Promise<number> {
  const { clock, random, env } = createWorld();
  const log = SILENT_LOG;
  const delivery = await deliverArtifact(
    {
      name: 'edits',
      folder,
      files,
      run: { attempt: 1, runUrl: 'https://github.com/acme/shop/actions/runs/1' },
    },
    { clock, random, log, env, serverUrl: 'https://github.com', signal: new AbortController().signal },
  );
  if (delivery.kind !== 'artifact') throw new Error(JSON.stringify(delivery));
  return delivery.bytes;
}

async function uploadUsualWay(): Promise<number> {
  const { size } = await new DefaultArtifactClient().uploadArtifact('edits', files, folder);
  if (size === undefined) throw new Error('The service did not say how large the artifact is.');
  return size;
}
