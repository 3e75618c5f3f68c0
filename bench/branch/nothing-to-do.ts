import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { startGitService } from '../../demo/git-service/start-git-service.ts';
import { runAction } from '../../demo/run-action.ts';
import { defaultRunFacts } from '../../demo/runner-environment.ts';
import { startFakeService } from '../../test/support/fake-service.ts';
import { createPlainScript } from '../../test/support/plain-script.ts';
import { median } from '../benchmark.ts';
import { createBenchFolder } from '../workspace.ts';
import { documentsOf } from './branch-files.ts';
import { importBranch } from './import-branch.ts';
import { planSpec } from './plan-spec.ts';
import { watchTreeMemory } from './tree-memory.ts';

const EDITS = 1000;
const ROUNDS = 3;
/** A matrix may have 256 combinations. */
const PER_EDIT = 100;
const SPEC = `version: 1\nedits:\n${Array.from(
  { length: EDITS / PER_EDIT },
  (_, edit) => `  mug-${edit}:
    prompt: Put mug ${edit} on the \${{ matrix.scene }} and keep its logo.
    images: a.jpg
    matrix: { scene: [${Array.from({ length: PER_EDIT }, (_scene, scene) => `beach ${scene}`).join(', ')}] }
`,
).join('')}`;

/** The bundled action on a spec of 1,000 edits that all are on the branch: from its start to its end. */
export async function measureNothingToDo(root: string): Promise<Record<string, number>> {
  await using folder = await createBenchFolder(SPEC);
  const edits = await planSpec(folder.workspace);
  const files = [...edits.values()].flatMap((entry) => entry.files.map(({ path: file }) => file));
  if (files.length !== EDITS) throw new Error(`Pictures in the plan: ${files.length}, not ${EDITS}`);
  const name = defaultRunFacts.repository;
  const repository = await importBranch(root, name, [
    ...files.map((file) => [file, file] as const),
    ...documentsOf(edits),
  ]);
  await using git = await startGitService({ root, hostname: 'github.localhost' });
  await using model = await startFakeService(createPlainScript({ output: Buffer.alloc(0) }));
  const took: number[] = [];
  const watching: Promise<number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startMs = performance.now();
    const { outputs, stdout } = await runAction({
      entry: 'main',
      inputs: { 'api-token': 'token', 'api-url': model.url, deliver: 'branch' },
      env: { GITHUB_SERVER_URL: git.url },
      workspace: folder.workspace,
      temp: path.join(folder.temp, String(round)),
      onSpawn: (child) => {
        watching.push(watchTreeMemory(child.pid ?? 0, once(child, 'close')));
      },
    });
    took.push(performance.now() - startMs);
    if (outputs['outcome'] !== 'unchanged') throw new Error(`Something was done:\n${stdout.slice(-4000)}`);
  }
  await rm(repository, { recursive: true });
  const commands = git.requests.filter(({ path }) => path.includes('/info/refs'));
  return {
    nothing_to_do_ms: median(took),
    nothing_to_do_peak_mb: Math.max(...(await Promise.all(watching))),
    nothing_to_do_submits: model.requests.length,
    nothing_to_do_git_commands: commands.length / ROUNDS,
    nothing_to_do_git_http_requests: git.requests.length / ROUNDS,
  };
}
