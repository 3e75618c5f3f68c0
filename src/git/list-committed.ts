import { judgeGitExit } from './judge-git-exit.ts';
import { parseTree } from './list-files.ts';
import type { ObjectReader } from './object-reader.ts';
import type { GitResult, TreeFile } from './types.ts';

/** Far below the 32,767 characters that a command line may have on Windows. */
const MAX_PATH_CHARACTERS = 8000;

/**
 * Entries of a commit at these names (from its root, forward slashes), by name; names that it does not have are
 * missing. A folder is an entry of mode `040000`; one inside a submodule is not found.
 */
export async function listCommitted(
  reader: ObjectReader,
  commit: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<ReadonlyMap<string, TreeFile>>> {
  const found: TreeFile[] = [];
  for (const batch of inBatches([...new Set(names)].filter((name) => name !== ''))) {
    const args = ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--', ...batch];
    const exit = judgeGitExit(await reader.run(args, signal), signal);
    if (!exit.ok) return exit;
    found.push(...parseTree(exit.value.toString()));
  }
  return { ok: true, value: new Map(found.map((entry) => [entry.path, entry])) };
}

function* inBatches(names: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let characters = 0;
  for (const name of names) {
    if (batch.length > 0 && characters + name.length > MAX_PATH_CHARACTERS) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(name);
    characters += name.length + 1;
  }
  if (batch.length > 0) yield batch;
}
