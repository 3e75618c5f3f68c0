import path from 'node:path';

import { createBareRepository } from '../../demo/git-service/create-bare-repository.ts';
import { startGitService } from '../../demo/git-service/start-git-service.ts';
import { runAction } from '../../demo/run-action.ts';
import { defaultRunFacts } from '../../demo/runner-environment.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import { createBenchFolder } from '../workspace.ts';
import type { ReadJob } from './read-cost.ts';
import { evenDeviations, leastCost } from './service-times.ts';
import { writeFile } from 'node:fs/promises';

/** What the bundle did in one run. */
export interface BundleRun {
  readonly name: string;
  readonly title: string;
  readonly hasEarlierJobs: boolean;
  readonly jobs: readonly ReadJob[];
  readonly leastCost: number;
}

interface Scale {
  readonly median: number;
  readonly sigma: number;
  readonly edits: number;
}

const PARALLEL = 8;
const QUICK: readonly Scale[] = [{ median: 6, sigma: 0.2, edits: 16 }];
const FULL: readonly Scale[] = [
  { median: 30, sigma: 0.2, edits: 48 },
  { median: 30, sigma: 0.4, edits: 48 },
];

/** A first run of the bundle and then one with as many other edits, which finds the times of the first in the lock file. */
export async function measureBundle(quick: boolean): Promise<readonly BundleRun[]> {
  const runs: BundleRun[] = [];
  for (const scale of quick ? QUICK : FULL) {
    await using folder = await createBenchFolder('');
    const root = path.join(folder.temp, 'repositories');
    await createBareRepository(root, defaultRunFacts.repository);
    await using git = await startGitService({ root, hostname: 'github.localhost' });
    for (const [n, thing] of ['mug', 'cup'].entries()) {
      await writeFile(path.join(folder.workspace, 'edits.yml'), writeSpec(thing, scale.edits));
      await using emulator = await createEmulator({ capacity: PARALLEL, render: 'flat' });
      const timesMs = planTimes(scale);
      for (const [index, ms] of timesMs.entries())
        emulator.faults.add({ on: 'job', kind: 'lasts', ms, match: promptOf(thing, index) });
      const { outputs, stdout } = await runAction({
        entry: 'main',
        inputs: {
          'api-token': emulator.token,
          'api-url': emulator.apiUrl,
          'output-hosts': emulator.outputsHost,
          'max-parallel': String(PARALLEL),
          deliver: 'branch',
          ledger: 'none',
        },
        env: { GITHUB_SERVER_URL: git.url },
        workspace: folder.workspace,
        temp: path.join(folder.temp, thing),
      });
      if (outputs['succeeded'] !== String(scale.edits))
        throw new Error(`Not every edit was made:\n${stdout.slice(-4000)}`);
      const { median, sigma } = scale;
      const hasEarlierJobs = n > 0;
      runs.push({
        name: `${median}s_sigma_${sigma}_${hasEarlierJobs ? 'second' : 'first'}_run`,
        title: `${median} s, sigma ${sigma}, ${hasEarlierJobs ? 'second' : 'first'} run`,
        hasEarlierJobs,
        jobs: judgeJobs(emulator, (prompt) => timesMs.find((_, index) => prompt === promptOf(thing, index))),
        leastCost: leastCost(median, sigma),
      });
    }
  }
  return runs;
}

/** Times that represent the distribution, in an order without a pattern. */
function planTimes({ median, sigma, edits }: Scale): readonly number[] {
  const deviations = evenDeviations(edits);
  return deviations.map((_, n) => {
    const deviation = deviations[(n * 29 + 11) % edits] ?? 0;
    return Math.round(median * 1000 * Math.exp(sigma * deviation));
  });
}

function promptOf(thing: string, index: number): string {
  return `Paint number ${String(index).padStart(3, '0')} on the ${thing}.`;
}

function writeSpec(thing: string, count: number): string {
  const edits = Array.from(
    { length: count },
    (_, index) => `  e${index}: { prompt: "${promptOf(thing, index)}", images: a.jpg }`,
  );
  return `version: 1\ndefaults: { size: 1024x1024, force-single: true }\nedits:\n${edits.join('\n')}\n`;
}

/** How the action read each job. A read is a request, so one of `/result` right after `/status` counts as well. */
function judgeJobs(emulator: Emulator, timeOf: (prompt: string) => number | undefined): readonly ReadJob[] {
  return emulator.ledger.map(({ requestId, acceptedAtMs, input }) => {
    const lastsMs = timeOf((input as { readonly prompt: string }).prompt) ?? Number.NaN;
    const reads = emulator.requests.filter(({ path: address }) =>
      address.startsWith(`/v1/requests/${requestId}/`),
    );
    const seenAtMs = reads.at(-1)?.timeMs ?? Number.NaN;
    return { lastsMs, reads: reads.length, lagMs: seenAtMs - acceptedAtMs - lastsMs };
  });
}
