import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

import type { Result } from './result.ts';
import { faultOfSecretPath } from './secret-path.ts';
import type { Clause } from './sentence.ts';
import { codeOf } from './system-error.ts';

/** A file or folder inside the workspace. */
export interface InsidePath {
  /** Absolute, without symbolic links. */
  readonly absolute: string;
  /** The same relative to the workspace, with forward slashes. */
  readonly relative: string;
}

/** Why a path cannot be used; `why` continues after the path. */
export interface PathFault {
  readonly kind: 'outside' | 'absent' | 'secret' | 'unreadable';
  readonly why: Clause;
}

/**
 * Resolves a path of the spec to a real file or folder inside `root`, following symbolic links. Nothing outside `root`, no
 * `.git` folder and no file with credentials is used, neither by the given path nor by the real one. If the names on disk
 * differ only in their Unicode form (macOS decomposes `é`), they are used.
 */
export async function resolveInside(
  root: string,
  relativePath: string,
): Promise<Result<InsidePath, PathFault>> {
  const realRoot = await realpath(root);
  const wanted = path.resolve(realRoot, relativePath);
  if (!isInside(realRoot, wanted)) return fail('outside', 'leads out of the repository');
  const secret = faultOfSecretPath(relativeTo(realRoot, wanted));
  if (secret !== undefined) return fail('secret', secret);
  let real: string;
  try {
    real = await realpath(wanted).catch(async (error: unknown) => {
      const composed = isAbsent(error)
        ? await findComposed(realRoot, relativeTo(realRoot, wanted))
        : undefined;
      if (composed === undefined) throw error;
      return await realpath(composed);
    });
  } catch (error) {
    return isAbsent(error)
      ? fail('absent', 'does not exist')
      : fail('unreadable', `cannot be read (${codeOf(error) ?? String(error)})`);
  }
  if (!isInside(realRoot, real))
    return fail('outside', 'is a symbolic link that leads out of the repository');
  const relative = relativeTo(realRoot, real);
  const behind = faultOfSecretPath(relative);
  return behind === undefined
    ? { ok: true, value: { absolute: real, relative } }
    : fail('secret', `leads to \`${relative}\`, which ${behind}`);
}

/** The path whose names differ from the wanted ones only in their Unicode form; undefined if there is none. */
async function findComposed(realRoot: string, relative: string): Promise<string | undefined> {
  // Names without combining characters have only one form.
  if (relative.normalize('NFC') === relative.normalize('NFD')) return undefined;
  let folder = realRoot;
  for (const wanted of relative.split('/')) {
    const real = await realpath(folder);
    if (!isInside(realRoot, real)) return undefined;
    const names = await readdir(real);
    const name = names.includes(wanted)
      ? wanted
      : names.find((each) => each.normalize('NFC') === wanted.normalize('NFC'));
    if (name === undefined) return undefined;
    folder = path.join(real, name);
  }
  return folder;
}

/** Whether a path lies in the folder `root`, or is it; both absolute. Looks at the names only, not at links. */
export function isInside(root: string, candidate: string): boolean {
  const relative = path.relative(root, candidate);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The path of `file` from `root` (both absolute), with forward slashes. */
export function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');
}

function fail(kind: PathFault['kind'], why: Clause): Result<never, PathFault> {
  return { ok: false, error: { kind, why } };
}
