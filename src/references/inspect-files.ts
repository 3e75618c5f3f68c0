import { mapBounded } from '../shared/pool.ts';
import { resolveInside } from '../shared/inside.ts';
import type { Result } from '../shared/result.ts';
import type { Fault } from './image-rules.ts';
import { inspectFile } from './inspect-file.ts';
import { suggestPath } from './suggest-path.ts';
import type { InspectedFile } from './types.ts';

/** A file without its place in the spec: many places may name it. */
export type FileReading = Result<Omit<InspectedFile, 'at'>, readonly Fault[]>;

/** Files at a time: enough to keep the file system busy, at less than half a megabyte of memory each. */
const PARALLEL_FILES = 16;

/**
 * Inspects the files at these paths (relative to the workspace, forward slashes). A file is read once, also
 * where several paths lead to it by symbolic links. The answer has an entry for each path.
 */
export async function inspectFiles(
  workspace: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, FileReading>> {
  const resolved = await mapBounded(paths, PARALLEL_FILES, async (path) => {
    signal.throwIfAborted();
    return { path, real: await resolveFile(workspace, path) };
  });
  const distinct = [...new Set(resolved.flatMap(({ real }) => (real.ok ? [real.value] : [])))];
  const facts = new Map(
    await mapBounded(
      distinct,
      PARALLEL_FILES,
      async (file) => [file, await inspectFile(file, signal)] as const,
    ),
  );
  return new Map(
    resolved.map(({ path, real }): [string, FileReading] => {
      if (!real.ok) return [path, { ok: false, error: [real.error] }];
      const reading = facts.get(real.value);
      if (reading === undefined) throw new Error(`${path} was not inspected`);
      if (!reading.ok) return [path, reading];
      return [path, { ok: true, value: { kind: 'file', path, absolutePath: real.value, ...reading.value } }];
    }),
  );
}

async function resolveFile(workspace: string, path: string): Promise<Result<string, Fault>> {
  const resolved = await resolveInside(workspace, path);
  if (resolved.ok) return resolved;
  const hint = resolved.error === 'does not exist' ? await suggestPath(workspace, path) : '';
  return { ok: false, error: { rule: 'path', message: `${resolved.error}. ${hint}`.trimEnd() } };
}
