import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';

import { createBareRepository } from '../../demo/git-service/create-bare-repository.ts';
import {
  startGitService,
  type GitService,
  type GitServiceOptions,
} from '../../demo/git-service/start-git-service.ts';
import type { EmulatorOptions } from '../../emulator/options.ts';
import type { JobStep } from './job.ts';
import { createStage, type Stage } from './stage.ts';

/** A stage with a git server that holds the job's repository. */
export interface BranchStage extends Stage {
  /** Its `url` is GITHUB_SERVER_URL. */
  readonly git: GitService;
  /** Absolute path of the bare repository behind the server. */
  readonly repository: string;
}

type BranchStep = JobStep & {
  readonly service?: EmulatorOptions;
  readonly server?: Partial<GitServiceOptions>;
};

/** The token that the git server takes. */
export const TOKEN = 'ghs_t0ken+of/the=job';

/** As `createStage`, with delivery to the branch `assets` of a repository that is empty at first. */
export async function createBranchStage(
  files: Readonly<Record<string, string | Uint8Array>>,
  { server, ...step }: BranchStep = {},
): Promise<BranchStage> {
  await using made = new AsyncDisposableStack();
  const root = await mkdtemp(path.join(tmpdir(), 'git-'));
  made.defer(async () => {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  });
  const repository = await createBareRepository(root, 'acme/storefront');
  // The one kind of name on this machine that the artifact client takes for GitHub's.
  const git = made.use(
    await startGitService({ root, token: TOKEN, hostname: 'github.localhost', ...server }),
  );
  const stage = made.use(
    await createStage(files, {
      ...step,
      facts: { token: TOKEN, ...step.facts },
      inputs: { deliver: 'branch', ledger: 'auto', ...step.inputs },
      env: { GITHUB_SERVER_URL: git.url, ...step.env },
    }),
  );
  const running = made.move();
  return {
    ...stage,
    git,
    repository,
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

/** The requests that begin a git command over the network: each asks first what the server has. */
export function networkCommands(requests: GitService['requests']): GitService['requests'] {
  return requests.filter(({ path: where }) => where.includes('/info/refs'));
}

const lockSchema = z.object({
  version: z.literal(1),
  pages: z.array(z.string()),
  edits: z.record(
    z.string(),
    z.object({
      fingerprint: z.string(),
      input: z.object({ image_urls: z.array(z.string()), prompt: z.string() }),
      request_id: z.string(),
      stored: z.enum(['aside', 'discarded']).optional(),
      files: z.array(z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })),
    }),
  ),
});

export type Lock = z.infer<typeof lockSchema>;

/** The lock file among a branch's files. Throws if it is not there or has another form. */
export function readLock(files: ReadonlyMap<string, Buffer>, file = 'edits.lock.json'): Lock {
  return lockSchema.parse(JSON.parse(files.get(file)?.toString() ?? 'null'));
}
