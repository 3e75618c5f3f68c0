/** Plans the spec of the workspace given as argument, and prints edits, milliseconds and peak memory as JSON. */
import path from 'node:path';

import { prepare } from '../src/run/prepare/prepare.ts';
import { createWorld } from '../src/runner/world.ts';
import { ARTIFACT_SERVICE } from './artifact-service.ts';
import { readOwnPeakMb } from './read-peak.ts';
import { SILENT_LOG } from './silent-log.ts';

const [, , workspace = ''] = process.argv;
// Nothing but the figures may go to the standard output.
const real = createWorld({
  GITHUB_WORKSPACE: workspace,
  GITHUB_REPOSITORY: 'acme/shop',
  RUNNER_TEMP: path.join(workspace, '..', 'temp'),
  ...ARTIFACT_SERVICE,
});
const world = { ...real, log: SILENT_LOG, state: { ...real.state, save: () => undefined } };
const inputs = {
  mode: { kind: 'apply' as const },
  spec: 'edits.yml',
  apiToken: 'token',
  apiUrl: 'http://127.0.0.1:1',
  githubToken: '',
  deliver: ['artifact' as const],
  artifactContents: 'new' as const,
  branch: 'assets',
  adoptFrom: [],
  branchDirectory: '',
  commitMessage: 'Update the pictures',
  signCommits: false,
  prune: false,
  takesOnBranch: false,
  gallery: false,
  force: [],
  artifactName: 'edits',
  maxParallel: 8,
  timeoutMs: 60_000,
  failOn: 'any' as const,
  references: 'data-uri' as const,
  outputHosts: [],
  ledger: 'none' as const,
  onUnknown: 'hold' as const,
  onTimeout: 'cancel' as const,
  only: [],
  untrackedFiles: [],
  comment: false,
  allowForks: false,
};
const startMs = performance.now();
const prepared = await prepare(inputs, world, new AbortController().signal);
const ms = performance.now() - startMs;
if (prepared.kind === 'refused') {
  // An error that is thrown would end up with the world, which listens for it.
  process.stderr.write(`${JSON.stringify(prepared.problems.slice(0, 3))}\n`);
  process.exit(1);
}
const mib = ((await readOwnPeakMb()) * 1e6) / 2 ** 20;
process.stdout.write(JSON.stringify({ edits: prepared.plan.edits.length, ms, mib }));
