import type { GitRepository, GitResult } from './types.ts';

/** An object of the private repository. */
export interface GitObject {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/**
 * Reads objects by any name that git understands, all with one git process; undefined for one that is not here and that the
 * remote does not have. In the order of the names.
 */
export async function readObjects(
  repository: GitRepository,
  names: readonly string[],
  signal: AbortSignal,
): Promise<GitResult<readonly (GitObject | undefined)[]>> {
  if (names.length === 0) return { ok: true, value: [] };
  const input = names.map((name) => `${name}\n`).join('');
  const read = await repository.run(['cat-file', '--batch'], { signal, input });
  return read.ok ? { ok: true, value: parseBatch(read.value, names.length) } : read;
}

/** `<object> <type> <size>`, the bytes and a line feed for each; `<name> missing` for one that is not there. */
function parseBatch(output: Buffer, count: number): readonly (GitObject | undefined)[] {
  let at = 0;
  return Array.from({ length: count }, () => {
    const end = output.indexOf('\n', at);
    const [, name = '', type = '', size = ''] =
      /^([0-9a-f]+) (\w+) (\d+)$/.exec(output.toString('latin1', at, end)) ?? [];
    at = end + 1;
    if (name === '') return undefined;
    const bytes = output.subarray(at, at + Number(size));
    at += bytes.length + 1;
    return { name, type, bytes };
  });
}

/** The object name of the file or folder that a tree has under a name; undefined if there is none of that kind. */
export function findInTree(
  { name: own, bytes }: GitObject,
  name: string,
  kind: 'file' | 'folder',
): string | undefined {
  const hashBytes = own.length / 2;
  let at = 0;
  // `<mode> <name>`, a zero byte, and the hash in binary.
  while (at < bytes.length) {
    const end = bytes.indexOf(0, at);
    if (end < 0) return undefined;
    const entry = bytes.toString('utf8', at, end);
    at = end + 1 + hashBytes;
    // No link and no submodule.
    const found = (kind === 'file' ? /^100(?:644|755) (.*)$/s : /^40000 (.*)$/s).exec(entry)?.[1];
    if (found === name) return bytes.toString('hex', end + 1, at);
  }
  return undefined;
}
