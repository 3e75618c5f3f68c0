import type { restoreCache, saveCache } from '@actions/cache';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { readIfExists } from '../../shared/optional-file.ts';

/**
 * What an entry holds: a folder of the workspace, the only folder with the same name on each runner. Entries are found
 * by the words with which a path is given, and unpacked to the same path in the workspace.
 */
const FOLDER = '.dreamina-ledger';
const FILE = 'ledger.json';

/** An entry that was found; without a text if it holds no such file. */
export interface CacheEntry {
  readonly key: string;
  readonly text: string | undefined;
}

/** Entries of the Actions cache, each with the ledger's text in it, through GitHub's own client. */
export interface CacheEntries {
  /**
   * The key of the newest entry that begins with the first of `prefixes` to have one; also undefined after a failure.
   */
  find(key: string, prefixes: readonly string[]): Promise<string | undefined>;
  /** Like `find`, with the entry's text. */
  load(key: string, prefixes: readonly string[]): Promise<CacheEntry | undefined>;
  /** Whether a new entry was saved. If not, it may be there nevertheless. */
  save(key: string, text: string): Promise<boolean>;
}

interface Client {
  readonly restoreCache: typeof restoreCache;
  readonly saveCache: typeof saveCache;
}

/** The entries as a step in `workspace` (absolute path, the process's working folder) sees them. One call at a time. */
export function createCacheEntries(workspace: string): CacheEntries {
  const folder = path.join(workspace, FOLDER);
  const file = path.join(folder, FILE);
  // Loaded here: it is heavy, and most runs never need it.
  const client = async (): Promise<Client> => await import('@actions/cache');

  /** Nothing of an earlier call is mistaken for what this one brought, and nothing stays in the workspace. */
  async function inFolder<T>(work: () => Promise<T>): Promise<T> {
    await rm(folder, { recursive: true, force: true });
    try {
      return await work();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return {
    find: async (key, prefixes) => {
      const { restoreCache: fetch } = await client();
      return await fetch([FOLDER], key, [...prefixes], { lookupOnly: true }, true);
    },
    load: async (key, prefixes) =>
      await inFolder(async () => {
        const { restoreCache: fetch } = await client();
        const found = await fetch([FOLDER], key, [...prefixes], undefined, true);
        return found === undefined ? undefined : { key: found, text: await readIfExists(file) };
      }),
    save: async (key, text) =>
      await inFolder(async () => {
        const { saveCache: send } = await client();
        await mkdir(folder);
        // A step that is killed here leaves the folder behind: git must not see it.
        await writeFile(path.join(folder, '.gitignore'), '*\n');
        await writeFile(file, text);
        return (await send([FOLDER], key, undefined, true)) >= 0;
      }),
  };
}
