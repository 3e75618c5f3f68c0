import path from 'node:path';

import { createBareRepository } from '../demo/git-service/create-bare-repository.ts';
import { startGitService } from '../demo/git-service/start-git-service.ts';
import { runAction } from '../demo/run-action.ts';
import { defaultRunFacts } from '../demo/runner-environment.ts';
import { createEmulator } from '../emulator/emulator.ts';
import { type Benchmark, median } from './benchmark.ts';
import { type BenchFolder, createBenchFolder } from './workspace.ts';

const LATENCY_MS = 100;
const SERVICE_MS = 2000;
const PARALLEL = 8;

/** `percent`: what the ledger may add to the time. A short run has the same first claim, and less work around it. */
const FULL = { edits: 100, rounds: 3, percent: 5 };
const QUICK = { edits: 40, rounds: 1, percent: 15 };

/** One run of the bundled action. */
interface Measured {
  readonly seconds: number;
  /** Pushes that really sent something, that of the branch included. */
  readonly pushes: number;
  readonly gitRequests: number;
}

/**
 * What the ledger costs: 100 edits of 2 s, eight at a time, delivered to a branch of a git server that takes 100 ms for each
 * request; with the ledger in that repository, and without one. The two take turns, each in a repository of its own, so
 * that a change of the machine's speed meets both.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const { edits, rounds, percent } = quick ? QUICK : FULL;
  const numbers = Array.from({ length: edits }, (_, number) => number).join(', ');
  const spec = `version: 1
edits:
  mug:
    prompt: Paint number \${{ matrix.n }} on the mug.
    images: a.jpg
    size: 1024x1024
    force-single: true
    matrix: { n: [${numbers}] }
`;
  await using folder = await createBenchFolder(spec);
  const without: Measured[] = [];
  const withLedger: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    without.push(await measureRun(folder, edits, 'none', round));
    withLedger.push(await measureRun(folder, edits, 'git', round));
  }
  const pick = (runs: readonly Measured[], figure: keyof Measured): number =>
    median(runs.map((run) => run[figure]));
  const seconds = pick(withLedger, 'seconds');
  const plainSeconds = pick(without, 'seconds');
  return {
    figures: {
      edits,
      without_s: plainSeconds,
      with_ledger_s: seconds,
      overhead_percent: (seconds / plainSeconds - 1) * 100,
      without_pushes: pick(without, 'pushes'),
      with_ledger_pushes: pick(withLedger, 'pushes'),
      pushes_per_submit: pick(withLedger, 'pushes') / edits,
      without_git_requests: pick(without, 'gitRequests'),
      with_ledger_git_requests: pick(withLedger, 'gitRequests'),
    },
    limits: { overhead_percent: { max: percent }, pushes_per_submit: { max: 0.25 } },
  };
};

/** Makes all edits once, for a repository that is empty before. Throws if not every edit succeeded with one submit. */
async function measureRun(
  folder: BenchFolder,
  edits: number,
  ledger: 'git' | 'none',
  round: number,
): Promise<Measured> {
  const temp = path.join(folder.temp, `${ledger}-${round}`);
  const root = path.join(temp, 'repositories');
  await createBareRepository(root, defaultRunFacts.repository);
  await using git = await startGitService({ root, hostname: 'github.localhost', latencyMs: LATENCY_MS });
  await using emulator = await createEmulator({
    capacity: PARALLEL,
    serviceMs: SERVICE_MS,
    render: 'flat',
  });
  const startMs = performance.now();
  const { outputs, stdout } = await runAction({
    entry: 'main',
    inputs: {
      'api-token': emulator.token,
      'api-url': emulator.apiUrl,
      'output-hosts': emulator.outputsHost,
      'max-parallel': String(PARALLEL),
      deliver: 'branch',
      ledger,
    },
    env: { GITHUB_SERVER_URL: git.url },
    workspace: folder.workspace,
    temp,
  });
  const seconds = (performance.now() - startMs) / 1000;
  if (outputs['succeeded'] !== String(edits) || emulator.ledger.length !== edits)
    throw new Error(`Not every edit was made once:\n${stdout.slice(-4000)}`);
  const pushes = git.requests.filter(({ method, path }) => {
    return method === 'POST' && path.endsWith('/git-receive-pack');
  });
  console.log(`ledger ${ledger}  ${seconds.toFixed(2)} s  ${pushes.length} pushes`);
  return { seconds, pushes: pushes.length, gitRequests: git.requests.length };
}
