import { withIndex } from './commit-tree.ts';
import { fetchBlobs } from './read-blobs.ts';
import type { GitRepository, GitResult, TreeFile } from './types.ts';

/** An attribute that `.gitattributes` gives to a path. Values that say nothing (`unspecified`, `unset`) are left out. */
export interface PathAttribute {
  readonly path: string;
  readonly name: string;
  /** `set`, or its value. */
  readonly value: string;
}

/**
 * What the `.gitattributes` files in the tree of `tip` say about these paths, as git itself reads them; the paths need
 * not exist. Asks the remote only for those files, and only if there are any.
 */
export async function readAttributes(
  repository: GitRepository,
  { tip, tree }: { readonly tip: string; readonly tree: ReadonlyMap<string, TreeFile> },
  paths: readonly string[],
  names: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<readonly PathAttribute[]>> {
  const files = [...tree.values()].filter(
    ({ path, mode }) => /(?:^|\/)\.gitattributes$/.test(path) && mode.startsWith('100'),
  );
  if (files.length === 0 || paths.length === 0) return { ok: true, value: [] };
  const fetched = await fetchBlobs(
    repository,
    files.map(({ blob }) => blob),
    signal,
  );
  if (!fetched.ok) return fetched;
  return await withIndex(repository, tip, signal, async (indexFile) => {
    const input = paths.map((path) => `${path}\0`).join('');
    const args = ['check-attr', '-z', '--stdin', '--cached', ...names];
    const printed = await repository.run(args, { signal, indexFile, input });
    return printed.ok ? { ok: true, value: parseAttributes(printed.value.toString()) } : printed;
  });
}

/** Reads what `git check-attr -z` prints: path, name and value of each attribute, each followed by NUL. */
function parseAttributes(text: string): readonly PathAttribute[] {
  const fields = text.split('\0').slice(0, -1);
  const found: PathAttribute[] = [];
  for (let at = 0; at < fields.length; at += 3) {
    const [path = '', name = '', value = ''] = fields.slice(at, at + 3);
    if (value !== 'unspecified' && value !== 'unset') found.push({ path, name, value });
  }
  return found;
}
