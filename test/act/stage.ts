import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { actionFolder } from '../../demo/action-metadata.ts';
import { createAct, type ActResult, type ActStart } from '../support/act.ts';
import { createBranchStage, TOKEN, type BranchStage } from '../support/branch-stage.ts';
import { pullOf } from '../support/github/sample-pulls.ts';
import { startGitHub, type GitHub } from '../support/github/start-github.ts';

const examples = path.join(actionFolder, 'examples');

/** The repository of a user, with what the workflows of the docs speak to. */
export interface UsersStage extends AsyncDisposable {
  readonly stage: BranchStage;
  readonly github: GitHub;
  /** Runs a workflow of the examples; each run has an id of its own. */
  readonly run: (name: string, event: string, more?: Partial<ActStart>) => Promise<ActResult>;
  readonly write: (file: string, content: string) => Promise<void>;
  /** Waits until the service has accepted so many edits. */
  readonly untilSent: (count: number) => Promise<void>;
  /** Kills the process in which the action makes edits. */
  readonly killMain: () => Promise<void>;
  /** Asks it to end, as a runner does whose run is cancelled. */
  readonly cancelMain: () => Promise<void>;
}

/** The examples as a repository, with pull request 7 open (from `head`, a repository), and more files. */
export async function createUsersStage(
  files: Readonly<Record<string, string>> = {},
  head?: string,
): Promise<UsersStage> {
  await using made = new AsyncDisposableStack();
  const stage = made.use(await createBranchStage({ ...(await readExamples()), ...files }));
  const github = made.use(
    await startGitHub({ gitDir: stage.repository, token: TOKEN, pulls: [pullOf(7, head)] }),
  );
  const act = made.use(await createAct(stage));
  let runs = 100;
  const running = made.move();
  return {
    stage,
    github,
    run: async (name, event, more = {}) => {
      runs += 1;
      const env = { GITHUB_API_URL: github.url, ...more.env };
      return await act.run({
        workflow: `.github/workflows/${name}`,
        event,
        runId: String(runs),
        ...more,
        env,
      });
    },
    write: async (file, content) => {
      await writeFile(path.join(stage.job.workspace, file), content);
    },
    untilSent: async (count) => {
      while (stage.emulator.ledger.length < count) await delay(50);
    },
    killMain: async () => {
      await act.endMain('SIGKILL');
    },
    cancelMain: async () => {
      await act.endMain('SIGINT');
    },
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

/** The files of `examples/`, with its workflows where GitHub looks for them. */
async function readExamples(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for await (const file of glob('**/*.*', { cwd: examples })) {
    const content = await readFile(path.join(examples, file));
    files[file.startsWith('workflows') ? `.github/${file}` : file] = content;
  }
  return files;
}
