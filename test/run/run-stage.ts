import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createBareRepository } from '../../demo/git-service/create-bare-repository.ts';
import { startGitService, type GitService } from '../../demo/git-service/start-git-service.ts';
import { createEmulator, type Emulator } from '../../emulator/emulator.ts';
import type { EmulatorOptions } from '../../emulator/options.ts';
import type { ActionInputs } from '../../src/inputs/types.ts';
import { LEDGER_REF } from '../../src/ledger/stores/git-store.ts';
import { parseLedger } from '../../src/ledger/stores/parse-ledger.ts';
import type { LedgerEntry } from '../../src/ledger/life/types.ts';
import { runGit } from '../support/bare-repository.ts';
import { createWorldStage, testInputs, type WorldStage } from '../support/world-stage.ts';

/** An emulator and a git server that holds the job's repository; runs come and go. */
export interface RunStage extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly git: GitService;
  /** Absolute path of the bare repository behind the server. */
  readonly repository: string;
  /** A world for one run. `run` and `attempt` name it. */
  world(spec: string, run?: string, attempt?: number): Promise<WorldStage>;
  /** Inputs with delivery to the branch and a ledger in git. */
  inputs(changes?: Partial<ActionInputs>): ActionInputs;
  /** Work in flight as the ledger has it now: without what was delivered a moment ago. */
  ledger(): Promise<readonly LedgerEntry[]>;
}

/** The token that the git server takes. */
export const TOKEN = 'ghs_token';

export async function createRunStage(options: EmulatorOptions = {}): Promise<RunStage> {
  await using made = new AsyncDisposableStack();
  const root = await mkdtemp(path.join(tmpdir(), 'run-stage-'));
  made.defer(async () => {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  });
  const repository = await createBareRepository(root, 'acme/shop');
  const git = made.use(await startGitService({ root, token: TOKEN, hostname: 'github.localhost' }));
  const emulator = made.use(await createEmulator({ render: 'flat', capacity: 64, serviceMs: 5, ...options }));
  const [host = '', port] = emulator.outputsHost.split(':');
  const resources = made.move();
  return {
    emulator,
    git,
    repository,
    world: async (spec, run = '7', attempt = 1) => {
      const here = await createWorldStage(spec, {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        GITHUB_RUN_ID: run,
        GITHUB_RUN_ATTEMPT: String(attempt),
        GITHUB_JOB: 'pictures',
        GITHUB_SERVER_URL: git.url,
      });
      return here;
    },
    inputs: (changes = {}) =>
      testInputs(emulator.apiUrl, {
        apiToken: emulator.token,
        githubToken: TOKEN,
        deliver: ['branch'],
        ledger: 'git',
        outputHosts: [{ host, port: Number(port) }],
        ...changes,
      }),
    ledger: async () => {
      const refs = (await runGit(repository, ['for-each-ref', '--format=%(refname)', LEDGER_REF])).toString();
      if (refs === '') return [];
      const text = (await runGit(repository, ['show', `${LEDGER_REF}:ledger.json`])).toString();
      const ledger = await parseLedger(text, LEDGER_REF, new AbortController().signal);
      if (!ledger.ok) throw new Error(ledger.error.message);
      return [...ledger.value.values()].flat().filter(({ state }) => state !== 'delivered');
    },
    [Symbol.asyncDispose]: async () => {
      await resources.disposeAsync();
    },
  };
}

/** A spec of so many edits, `e1`, `e2`, ... */
export function specOf(count: number): string {
  const edits = Array.from(
    { length: count },
    (_, index) =>
      `  e${index + 1}: { prompt: Number ${index + 1}., images: a.png, size: 1024x1024, force-single: true }`,
  );
  return ['version: 1', 'edits:', ...edits, ''].join('\n');
}
