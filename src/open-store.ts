import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';

import { openRepository } from './git/open-repository.ts';
import type { GitRepository } from './git/types.ts';
import { createGitStore } from './ledger/git-store.ts';
import { createNoStore } from './ledger/no-store.ts';
import type { LedgerResult, LedgerStore } from './ledger/types.ts';
import { repositoryUrl } from './repository-url.ts';
import type { World } from './world.ts';

/** A store of the ledger, open for one step. */
export interface OpenedStore extends AsyncDisposable {
  readonly store: LedgerStore;
  /** The private repository through which it is read and written; absent where nothing is kept. */
  readonly repository?: GitRepository;
}

/** A store that keeps nothing. */
export const NOTHING_KEPT: OpenedStore = {
  store: createNoStore(),
  [Symbol.asyncDispose]: async () => {
    await Promise.resolve();
  },
};

/**
 * Opens the store in the job's repository; asks nothing of the network yet. It has a private repository of its own, so that
 * it is read side by side with the branch. `denied` where there is no git to do it with.
 */
export async function openGitStore(
  token: string,
  { env, repository, temp }: Pick<World, 'env' | 'repository' | 'temp'>,
  signal: AbortSignal,
): Promise<LedgerResult<OpenedStore>> {
  const folder = path.join(await mkdtemp(path.join(temp, 'dreamina-ledger-')), 'repository.git');
  const remote = { url: `${repositoryUrl(repository)}.git`, token };
  const opened = await openRepository(folder, remote, env, signal);
  if (!opened.ok) {
    const { kind, message: why } = opened.error;
    const message = `The ledger of work in flight cannot be kept in the repository: ${why}.`;
    return { ok: false, error: { kind: kind === 'stopped' || kind === 'failed' ? kind : 'denied', message } };
  }
  const own = opened.value;
  return {
    ok: true,
    value: {
      store: createGitStore(own),
      repository: own,
      [Symbol.asyncDispose]: async () => {
        await own[Symbol.asyncDispose]();
      },
    },
  };
}
