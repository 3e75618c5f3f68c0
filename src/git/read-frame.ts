import type { GitRepository, GitResult } from './types.ts';

/** What a commit consists of, except for people and times. */
export interface CommitContent {
  /** Object name of the tree. */
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

/** Reads a commit that is in the private repository. */
export async function readFrame(
  repository: GitRepository,
  commit: string,
  signal: AbortSignal,
): Promise<GitResult<CommitContent>> {
  // `git log` and the like show no parents for a commit at which a truncated history ends; the object has them.
  const read = await repository.run(['cat-file', 'commit', commit], { signal });
  return read.ok ? { ok: true, value: parseCommit(read.value.toString()) } : read;
}

/** Parses a commit object; pure. */
function parseCommit(text: string): CommitContent {
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, end).split('\n');
  const find = (name: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const [tree = ''] = find('tree');
  return { tree, parents: find('parent'), message: text.slice(end + 2).trimEnd() };
}
