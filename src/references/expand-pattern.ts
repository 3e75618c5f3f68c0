import { glob, stat } from 'node:fs/promises';
import path from 'node:path';

import type { Result } from '../shared/result.ts';
import type { Fault } from './image-rules.ts';
import { suggestPath } from './suggest-path.ts';

/**
 * The files that a path or glob of the spec names, relative to the workspace, with forward slashes.
 * A glob's files are sorted by code unit, so that every machine sends them in the same order; it passes over
 * folders, names that begin with a dot and `node_modules`, unless the glob itself names those. A file whose
 * name merely looks like a glob (`shot[1].png`) is taken as it is. Matching nothing is an error.
 */
export async function expandPattern(
  workspace: string,
  pattern: string,
): Promise<Result<readonly string[], Fault>> {
  const wanted = path.posix.normalize(pattern);
  if (!/[*?[{(]/.test(wanted) || (await exists(path.join(workspace, wanted)))) {
    // That it exists is found out, and told, where it is resolved.
    return { ok: true, value: [wanted] };
  }
  if (wanted.startsWith('../') || path.isAbsolute(wanted)) {
    return fail('outside', 'leads out of the repository. Only files of the checkout can be used.');
  }
  const inModules = wanted.split('/').includes('node_modules');
  const found: string[] = [];
  for await (const entry of glob(wanted, {
    cwd: workspace,
    withFileTypes: true,
    exclude: (candidate) => !inModules && candidate.name === 'node_modules',
  })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(file)))) {
      found.push(path.relative(workspace, file).replaceAll(path.sep, '/'));
    }
  }
  if (found.length === 0) {
    return fail('no-match', `matches no file. ${await suggestPath(workspace, wanted)}`.trimEnd());
  }
  return { ok: true, value: [...new Set(found)].sort(byCodeUnit) };
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function exists(file: string): Promise<boolean> {
  return (await statOrNothing(file)) !== undefined;
}

async function isFolder(file: string): Promise<boolean> {
  return (await statOrNothing(file))?.isDirectory() ?? false;
}

/** Undefined where there is nothing to be seen, for whatever reason: resolving the path will tell it. */
async function statOrNothing(file: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  return await stat(file).catch(() => undefined);
}

function fail(rule: string, message: string): Result<never, Fault> {
  return { ok: false, error: { rule, message } };
}
