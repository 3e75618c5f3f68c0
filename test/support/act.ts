import { spawn } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

import { actionFolder } from '../../demo/action-metadata.ts';
import { TOKEN, type BranchStage } from './branch-stage.ts';
import { commitAll } from './checkout.ts';
import { findProgram } from './find-program.ts';
import { writeActionsOfOthers } from './actions-of-others.ts';

/** A line of act's log in JSON; there are more keys. */
const line = z.object({
  msg: z.string(),
  job: z.string().optional(),
  step: z.string().optional(),
  command: z.string().optional(),
  name: z.string().optional(),
  arg: z.string().optional(),
});

/** How a workflow ended under act. */
export interface ActResult {
  readonly exitCode: number;
  /** What each step printed, by its name, and commands as `::error file=...::text`. */
  readonly log: string;
  /** Names of the jobs that ran. */
  readonly jobs: readonly string[];
  /** Outputs that steps set, by name; the last wins. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** What starts a workflow. */
export interface ActStart {
  /** Relative to the workspace. */
  readonly workflow: string;
  readonly event: string;
  readonly payload?: unknown;
  readonly runId: string;
  /** Secrets that the workflow gets; the token of the service by default. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Variables of the runner besides those that lead to the stage. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs workflows of one stage's workspace. */
export interface Act extends AsyncDisposable {
  run(start: ActStart): Promise<ActResult>;
  /** Sends a signal to the process in which the action makes edits. Throws if there is none. */
  endMain(signal: 'SIGINT' | 'SIGKILL'): Promise<void>;
}

/**
 * A runner that others wrote (nektos/act, in host mode and offline), for the workspace of a stage, which becomes a checkout.
 * Workflows are run as they are: `OWNER/dreamina-edit-action@v1` is a copy of this action whose defaults lead to the emulator, because
 * act lets no variable replace an input.
 */
export async function createAct(stage: BranchStage): Promise<Act> {
  const folder = await mkdtemp(path.join(tmpdir(), 'act-'));
  const action = path.join(folder, 'action');
  await cp(path.join(actionFolder, 'dist'), path.join(action, 'dist'), { recursive: true });
  const { apiUrl, outputsHost, token } = stage.emulator;
  const metadata = await readFile(path.join(actionFolder, 'action.yml'), 'utf8');
  await writeFile(
    path.join(action, 'action.yml'),
    leadTo(metadata, { 'api-url': apiUrl, 'output-hosts': outputsHost }),
  );
  await cp(path.join(actionFolder, '.github', 'workflows'), path.join(action, '.github', 'workflows'), {
    recursive: true,
  });
  const actionsOfOthers = await writeActionsOfOthers(folder);
  await commitAll(stage.job.workspace);

  async function run({ workflow, event, payload = {}, runId, secrets, env }: ActStart): Promise<ActResult> {
    const payloadFile = path.join(folder, `event-${runId}.json`);
    await writeFile(payloadFile, JSON.stringify(payload));
    const variables = {
      GITHUB_RUN_ID: runId,
      GITHUB_REPOSITORY: 'acme/storefront',
      GITHUB_SERVER_URL: stage.git.url,
      ...stage.artifacts.env,
      ...env,
    };
    const args = [
      ...[event, '--json', '--workflows', workflow, '--eventpath', payloadFile],
      ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--action-offline-mode'],
      ...['--local-repository', `OWNER/dreamina-edit-action@v1=${action}`],
      ...list('--local-repository', actionsOfOthers),
      ...list('--secret', { GITHUB_TOKEN: TOKEN, RUNCOMFY_TOKEN: token, ...secrets }),
      ...list('--env', variables),
    ];
    const home = path.join(folder, 'home');
    await mkdir(home, { recursive: true });
    const child = spawn(findProgram('act') ?? 'act', args, {
      cwd: stage.job.workspace,
      // act runs actions by whatever `node` it finds.
      env: {
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
        HOME: home,
        XDG_CACHE_HOME: home,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        resolve(code ?? 1);
      });
    });
    const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    const lines = `${stdout}\n${stderr}`.split('\n').flatMap(readLine);
    const outputs = lines
      .filter(({ command }) => command === 'set-output')
      .map(({ name = '', arg = '' }) => [name, arg]);
    return {
      exitCode,
      log: lines.map(({ msg }) => msg.trimEnd()).join('\n'),
      jobs: [...new Set(lines.flatMap(({ job }) => (job === undefined ? [] : [job])))],
      outputs: Object.fromEntries(outputs) as Record<string, string>,
    };
  }
  return {
    run,
    endMain: async (signal) => {
      // act copies actions to its own folder, which is in this one, as no other process has it.
      const script = path.join('dist', 'main', 'index.js');
      const isMain = (arg: string): boolean => arg.startsWith(folder) && arg.endsWith(script);
      for await (const file of glob('/proc/[0-9]*/cmdline')) {
        const args = await readFile(file, 'utf8').catch(() => '');
        if (!args.split('\0').some(isMain)) continue;
        process.kill(Number(file.split('/')[2]), signal);
        return;
      }
      throw new Error('the action is not running');
    },
    [Symbol.asyncDispose]: async () => {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function list(option: string, values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
}

/** `action.yml` with other defaults. Throws if an input has none to replace. */
function leadTo(metadata: string, defaults: Readonly<Record<string, string>>): string {
  return Object.entries(defaults).reduce((all, [name, value]) => {
    const found = new RegExp(`(\\n  ${name}:\\n(?: {4}.*\\n)*? {4}default: ).*`).exec(all);
    if (found === null) throw new Error(`action.yml gives no default for ${name}`);
    return all.replace(found[0], `${found[1] ?? ''}'${value}'`);
  }, metadata);
}

function readLine(json: string): readonly z.infer<typeof line>[] {
  if (!json.startsWith('{')) return [];
  const parsed = line.safeParse(JSON.parse(json));
  return parsed.success ? [parsed.data] : [];
}
