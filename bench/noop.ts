import { once } from 'node:events';
import path from 'node:path';

import { startGitService } from '../demo/git-service/start-git-service.ts';
import { runAction } from '../demo/run-action.ts';
import { defaultRunFacts } from '../demo/runner-environment.ts';
import { runGit } from '../test/support/bare-repository.ts';
import { startFakeService } from '../test/support/fake-service.ts';
import { createPlainScript } from '../test/support/plain-script.ts';
import { plural } from '../src/shared/format.ts';
import { type Benchmark, median } from './benchmark.ts';
import { documentsOf } from './branch/branch-files.ts';
import { importBranch } from './branch/import-branch.ts';
import { planSpec } from './branch/plan-spec.ts';
import { watchTreeMemory } from './branch/tree-memory.ts';
import { createBenchFolder } from './workspace.ts';

/** A matrix may have 256 combinations. */
const PER_EDIT = 100;

/**
 * The bundled action on specs of which every edit is on the branch already: from its start to its end. Whatever the number
 * of edits, it asks the service nothing, commits nothing and sends git's server two commands, one of them an `ls-remote`.
 */
export const benchmark: Benchmark = async ({ quick }) => {
  const counts = quick ? [10, 1000] : [10, 100, 1000, 5000];
  const figures: Record<string, number> = {};
  const limits: Record<string, { max: number }> = {};
  for (const edits of counts) {
    const { ms, ...others } = await measure(edits, quick ? 3 : 5);
    const of = `of_${edits}`;
    Object.assign(figures, { [`${of}_ms`]: ms });
    for (const [name, value] of Object.entries(others)) figures[`${of}_${name}`] = value;
    limits[`${of}_service_requests`] = { max: 0 };
    limits[`${of}_commits`] = { max: 0 };
    limits[`${of}_git_commands`] = { max: 2 };
    console.log(`${plural(edits, 'edit')}: ${ms.toFixed(0)} ms`);
  }
  limits['of_1000_ms'] = { max: 1000 };
  const took = (edits: number): number => figures[`of_${edits}_ms`] ?? Number.NaN;
  if (!quick) {
    // What an edit takes at the upper end, beside what it takes at the lower one.
    figures['growth'] = (took(5000) - took(1000)) / 4000 / ((took(1000) - took(10)) / 990);
    limits['growth'] = { max: 1.2 };
  }
  return { figures, limits };
};

function writeSpec(edits: number): string {
  const perEdit = Math.min(PER_EDIT, edits);
  const names = Array.from({ length: perEdit }, (_, scene) => `beach ${scene}`).join(', ');
  return `version: 1\nedits:\n${Array.from(
    { length: edits / perEdit },
    (_, edit) => `  mug-${edit}:
    prompt: Put mug ${edit} on the \${{ matrix.scene }} and keep its logo.
    images: a.jpg
    matrix: { scene: [${names}] }
`,
  ).join('')}`;
}

async function measure(edits: number, rounds: number): Promise<Record<string, number> & { ms: number }> {
  await using folder = await createBenchFolder(writeSpec(edits));
  const root = path.join(folder.temp, 'repositories');
  const made = await planSpec(folder.workspace);
  const files = [...made.values()].flatMap((entry) => entry.files.map(({ path: file }) => file));
  if (files.length !== edits) throw new Error(`Pictures in the plan: ${files.length}, not ${edits}`);
  const repository = await importBranch(root, defaultRunFacts.repository, [
    ...files.map((file) => [file, file] as const),
    ...documentsOf(made),
  ]);
  const countCommits = async (): Promise<number> =>
    Number((await runGit(repository, ['rev-list', '--all', '--count'])).toString());
  const before = await countCommits();
  await using git = await startGitService({ root, hostname: 'github.localhost' });
  await using service = await startFakeService(createPlainScript({ output: Buffer.alloc(0) }));
  const took: number[] = [];
  const watching: Promise<number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startMs = performance.now();
    const { outputs, stdout } = await runAction({
      entry: 'main',
      inputs: { 'api-token': 'token', 'api-url': service.url, deliver: 'branch' },
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
  // Each network command of git begins with this request.
  const commands = git.requests.filter(({ path: address }) => address.includes('/info/refs'));
  return {
    ms: median(took),
    peak_mb: Math.max(...(await Promise.all(watching))),
    service_requests: service.requests.length,
    commits: (await countCommits()) - before,
    git_commands: commands.length / rounds,
    git_http_requests: git.requests.length / rounds,
  };
}
