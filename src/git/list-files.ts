import type { GitRepository, GitResult, TreeFile } from './types.ts';

/** Every file of a commit that was fetched, in git's order. Nothing is asked of the remote. */
export async function listFiles(
  repository: GitRepository,
  commit: string,
  signal: AbortSignal,
): Promise<GitResult<readonly TreeFile[]>> {
  // Without `-l`: git would fetch every file to know the sizes.
  const listed = await repository.run(['ls-tree', '-r', '-z', '--full-tree', commit], { signal });
  return listed.ok ? { ok: true, value: parseTree(listed.value.toString()) } : listed;
}

/** Reads what `git ls-tree -r -z` prints: `<mode> <type> <object>`, a tab, the path, NUL. Throws if it is something else. */
export function parseTree(text: string): readonly TreeFile[] {
  return text
    .split('\0')
    .slice(0, -1)
    .map((record) => {
      const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(record) ?? [];
      if (mode === undefined || blob === undefined || path === undefined)
        throw new Error(`git ls-tree printed an unknown line: ${record}`);
      return { path, blob, mode };
    });
}
