import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { runAction } from '../demo/run-action.ts';
import { startFakeService } from '../test/support/fake-service.ts';
import { createJobScript, succeeded } from '../test/support/job-script.ts';
import { ARTIFACT_SERVICE } from './artifact-service.ts';
import { type Benchmark, median } from './benchmark.ts';
import { createBenchFolder } from './workspace.ts';

const EDITS = 8;
const SPEC = `version: 1
edits:
  mug:
    prompt: Paint number \${{ matrix.n }} on the mug.
    images: a.jpg
    matrix: { n: [${Array.from({ length: EDITS }, (_, number) => number).join(', ')}] }
`;

/** Seconds; the waits between tries have then grown as long as they get. Outages of other lengths end at other moments of a wait. */
const FULL = [60, 61, 62, 63, 64, 65, 66, 67];
const QUICK = [25, 27, 29, 31];

/**
 * How soon the bundled action has a picture after the service was out of reach: the jobs are submitted, then every connection
 * is dropped for a minute, during which the jobs end. From the end of the outage to the first picture that was sent, in
 * several runs side by side.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const waitsS = await Promise.all((quick ? QUICK : FULL).map(measure));
  return {
    figures: { runs: waitsS.length, median_s: median(waitsS), longest_s: Math.max(...waitsS) },
    limits: { longest_s: { max: 10 } },
  };
};

async function measure(outageS: number): Promise<number> {
  await using folder = await createBenchFolder(SPEC);
  const output = await readFile(path.join(folder.workspace, 'a.jpg'));
  let [isDown, endedMs] = [false, Number.NaN];
  let firstMs: number | undefined;
  let outage: Promise<void> | undefined;
  const { script, jobs } = createJobScript({
    stages: () => ['in_progress'],
    result: (_prompt, id) => succeeded(`${service.url}/out/${id}.jpg`),
    fault: ({ method, path: address }, answer) => {
      if (isDown) answer.reset();
      else if (method === 'GET' && address.startsWith('/v1/models/')) answer.json({}, 404);
      else if (address.startsWith('/out/')) {
        firstMs ??= performance.now();
        answer.bytes(output);
      } else return false;
      return true;
    },
  });
  const begin = async (): Promise<void> => {
    isDown = true;
    for (const job of jobs) job.stages = ['completed'];
    await sleep(outageS * 1000);
    isDown = false;
    endedMs = performance.now();
  };
  await using service = await startFakeService(async (request, answer) => {
    await script(request, answer);
    if (jobs.length === EDITS) outage ??= begin();
  });
  const { outputs, stdout } = await runAction({
    entry: 'main',
    inputs: {
      'api-token': 'token',
      'api-url': service.url,
      'output-hosts': service.host,
      ledger: 'none',
      'artifact-name': 'edits',
    },
    env: ARTIFACT_SERVICE,
    ...folder,
  });
  await outage;
  if (outputs['succeeded'] !== String(EDITS) || firstMs === undefined || !(firstMs > endedMs))
    throw new Error(`The outage was not between the submits and the pictures:\n${stdout.slice(-4000)}`);
  console.log(`outage of ${outageS} s: the first picture after ${((firstMs - endedMs) / 1000).toFixed(1)} s`);
  return (firstMs - endedMs) / 1000;
}
