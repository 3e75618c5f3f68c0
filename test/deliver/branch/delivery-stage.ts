import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createBareRepository } from '../../../demo/git-service/create-bare-repository.ts';
import {
  startGitService,
  type GitService,
  type GitServiceOptions,
} from '../../../demo/git-service/start-git-service.ts';
import { deliverBranch } from '../../../src/deliver/branch/deliver-branch.ts';
import { openBranch } from '../../../src/deliver/branch/open-branch.ts';
import type {
  BranchChange,
  BranchChanges,
  BranchDelivery,
  BranchPlace,
  DeliverDeps,
  OpenedBranch,
} from '../../../src/deliver/branch/types.ts';
import { parseLock } from '../../../src/lock/parse-lock.ts';
import type { LockFile } from '../../../src/lock/types.ts';
import type { Env } from '../../../src/shared/ports.ts';
import type { Problem } from '../../../src/shared/problem.ts';
import type { Result } from '../../../src/shared/result.ts';
import { readBranch } from '../../support/bare-repository.ts';
import { entry, place } from './sample-branch.ts';

export const TOKEN = 'ghs_t0ken+of/the=job';

/** What opening needs; its waits take no time. */
export function openDeps(lines: string[], signal: AbortSignal): DeliverDeps & { env: Env } {
  const env = { PATH: process.env['PATH'] };
  return { env, clock: hurriedClock, random: Math.random, log: logTo(lines), signal };
}

/** How to open the branch. */
interface Opening {
  readonly place?: BranchPlace;
  readonly token?: string;
  readonly signal?: AbortSignal;
}

/** A real git server with an empty repository behind a token, and the parts of a run that deliver to it. */
export interface DeliveryStage extends AsyncDisposable {
  /** Temporary folder of everything. */
  readonly root: string;
  /** The bare repository behind the server. */
  readonly bare: string;
  readonly service: GitService;
  readonly lines: string[];
  tryOpen(opening?: Opening): Promise<Result<OpenedBranch, readonly Problem[]>>;
  open(opening?: Opening): Promise<OpenedBranch>;
  /** A change that sets `id` to new files with this content, by path relative to the branch directory. */
  make(
    id: string,
    files: Readonly<Record<string, string | Uint8Array>>,
    requestId?: string,
  ): Promise<BranchChange>;
  deliver(
    opened: OpenedBranch,
    changes: Partial<BranchChanges>,
    deps?: Partial<DeliverDeps>,
  ): Promise<BranchDelivery>;
  lock(file?: string): Promise<LockFile>;
}

/** Starts the server. Waits of a delivery take no time, unless a test brings its own clock. */
export async function createDeliveryStage(options: Partial<GitServiceOptions> = {}): Promise<DeliveryStage> {
  await using made = new AsyncDisposableStack();
  const root = await mkdtemp(path.join(tmpdir(), 'branch-'));
  made.defer(async () => {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  });
  const bare = await createBareRepository(path.join(root, 'served'), 'acme/shop');
  const service = made.use(
    await startGitService({ root: path.join(root, 'served'), token: TOKEN, ...options }),
  );
  const repositories = made.use(new AsyncDisposableStack());
  const lines: string[] = [];
  let opened = 0;
  const stage: Omit<DeliveryStage, typeof Symbol.asyncDispose> = {
    root,
    bare,
    service,
    lines,
    tryOpen: async ({ token = TOKEN, signal = new AbortController().signal, ...where } = {}) => {
      opened += 1;
      const remote = { url: `${service.url}/acme/shop.git`, token };
      const target = { remote, place: where.place ?? place, folder: path.join(root, `private-${opened}`) };
      const result = await openBranch(target, openDeps(lines, signal));
      if (result.ok) repositories.use(result.value.repository);
      return result;
    },
    open: async (opening) => {
      const result = await stage.tryOpen(opening);
      if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'));
      return result.value;
    },
    make: async (id, files, requestId = `req-${id}`) => {
      const written = Object.entries(files).map(async ([name, content]) => {
        const bytes = Buffer.from(content);
        const absolutePath = path.join(root, 'made', requestId, name);
        await mkdir(path.dirname(absolutePath), { recursive: true });
        await writeFile(absolutePath, bytes);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const file = { path: name, sha256, bytes: bytes.length, type: 'image/png' as const };
        return { file, source: { kind: 'disk' as const, absolutePath } };
      });
      const pictures = await Promise.all(written);
      return {
        id,
        entry: { ...entry([], requestId), files: pictures.map(({ file }) => file) },
        sources: pictures.map(({ source }) => source),
      };
    },
    deliver: async (branch, changes, deps = {}) =>
      await deliverBranch(
        branch,
        {
          changes: { set: [], remove: [], ...changes },
          renderMessage: ({ edits, files }) => `${edits} edits, ${files} files`,
          renderPages: ({ edits }) =>
            new Map([['README.md', `# ${[...edits.keys()].toSorted().join(', ')}\n`]]),
        },
        {
          clock: hurriedClock,
          random: Math.random,
          log: logTo(lines),
          signal: new AbortController().signal,
          ...deps,
        },
      ),
    lock: async (file = 'edits.lock.json') => {
      const text = (await readBranch(bare)).get(file)?.toString() ?? '';
      const lock = parseLock(text, file);
      if (!lock.ok) throw new Error(JSON.stringify(lock.error));
      return lock.value;
    },
  };
  const running = made.move();
  return {
    ...stage,
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

/** Waits for nothing. */
export const hurriedClock: DeliverDeps['clock'] = {
  now: Date.now,
  monotonicMs: Date.now,
  sleep: async (_ms, signal) => {
    signal?.throwIfAborted();
    await Promise.resolve();
  },
};

export function logTo(lines: string[]): DeliverDeps['log'] {
  const info = (text: string): void => void lines.push(text);
  return { info, debug: info, group: async (_title, body) => await body() };
}

/** The delivery as one that was committed; throws if it was not. */
export function committed(delivery: BranchDelivery): Extract<BranchDelivery, { kind: 'committed' }> {
  if (delivery.kind !== 'committed') throw new Error(JSON.stringify(delivery));
  return delivery;
}

/** The files on the branch as text, by path from the root; without page and lock file. */
export async function pictures(stage: DeliveryStage): Promise<Record<string, string>> {
  const files = [...(await readBranch(stage.bare))].map(([name, bytes]) => [name, bytes.toString()] as const);
  return Object.fromEntries(files.filter(([name]) => !/README\.md$|edits\.lock\.json$/.test(name)));
}
