import { open, stat } from 'node:fs/promises';

import { describeError } from '../shared/describe-error.ts';
import type { Desk } from '../shared/desk.ts';
import { formatBytes } from '../shared/format.ts';
import { matchesGlob, type Glob } from '../shared/glob.ts';
import { resolveInside, type InsidePath } from '../shared/inside.ts';
import { mapBounded } from '../shared/pool.ts';
import type { CommittedEntry, LookUpCommitted } from '../shared/ports.ts';
import type { Result } from '../shared/result.ts';
import { describeAbsent } from './describe-absent.ts';

/** What reading the text files of a workspace needs. */
export interface TextPorts extends Desk {
  /** Absolute path. */
  readonly workspace: string;
  /** Files that may be read although the commit does not track them. */
  readonly untracked: readonly Glob[];
  readonly lookUpCommitted: LookUpCommitted;
  readonly signal: AbortSignal;
}

const FILES_AT_ONCE = 8;

/** Reads text files by their paths, with forward slashes. The result has an entry for each; an error completes a sentence. */
export type ReadTexts = (
  paths: readonly string[],
  maxBytes: number,
) => Promise<ReadonlyMap<string, Result<string, string>>>;

/**
 * Creates a reader of text files of the workspace: tracked by the commit or allowed by `untracked`, UTF-8, at most `maxBytes`
 * bytes. Their text is sent to the service, so a file that merely happens to be in the workspace is refused. Outside of any
 * repository nothing is tracked, and files may be read as long as no other file is in one. Throws only the signal's reason.
 */
export function createTextReader(ports: TextPorts): ReadTexts {
  const { workspace, untracked, lookUpCommitted, signal } = ports;
  let isInRepository = false;

  async function lookUp(paths: readonly string[]): Promise<ReadonlyMap<string, CommittedEntry>> {
    const entries = paths.length === 0 ? new Map<string, never>() : await lookUpCommitted(paths, signal);
    if ([...entries.values()].some(({ kind }) => kind !== 'no repository')) isInRepository = true;
    return entries;
  }
  function refuse(entry: CommittedEntry | undefined): Result<never, string> | undefined {
    if (entry === undefined || entry.kind === 'file') return undefined;
    if (entry.kind === 'no repository' && !isInRepository) return undefined;
    return entry.kind === 'unknown'
      ? fail(`cannot be read, because it is unknown whether the commit tracks it: ${entry.why}.`)
      : fail('is not tracked by the commit. Commit it, or allow it with the input `untracked-files`.');
  }
  return async (paths, maxBytes) => {
    const resolved = await mapBounded(paths, FILES_AT_ONCE, async (path) => {
      signal.throwIfAborted();
      const inside = await resolveInside(workspace, path);
      // A file is tracked by its real path; one that does not exist may still be in the commit.
      const committed = inside.ok ? inside.value.relative : path;
      const isAllowed = inside.ok && untracked.some((glob) => matchesGlob(glob, committed));
      return {
        path,
        inside,
        committed,
        isDoubtful: !isAllowed && (inside.ok || inside.error.kind === 'absent'),
      };
    });
    const doubtful = resolved.filter(({ isDoubtful }) => isDoubtful).map(({ committed }) => committed);
    const entries = await lookUp([...new Set(doubtful)]);
    const texts = await mapBounded(
      resolved,
      FILES_AT_ONCE,
      async ({ path, inside, committed, isDoubtful }) => {
        const entry = isDoubtful ? entries.get(committed) : undefined;
        if (!inside.ok) return [path, fail(describeAbsent(entry, ports) ?? `${inside.error.why}.`)] as const;
        return [path, refuse(entry) ?? (await readText(inside.value, maxBytes, signal))] as const;
      },
    );
    return new Map(texts);
  };
}

async function readText(
  { absolute }: InsidePath,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Result<string, string>> {
  try {
    // Opening a named pipe would block forever.
    if (!(await stat(absolute)).isFile()) return fail('is not a regular file.');
    await using file = await open(absolute);
    const { size } = await file.stat();
    if (size > maxBytes) {
      return fail(`is too large: ${formatBytes(size)}. The limit is ${formatBytes(maxBytes)}.`);
    }
    return decode(await file.readFile({ signal }));
  } catch (error) {
    signal.throwIfAborted();
    return fail(`cannot be read (${describeError(error)}).`);
  }
}

/** The text without its byte order mark. */
function decode(bytes: Uint8Array): Result<string, string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return fail('is not UTF-8 text. Save it as UTF-8.');
    throw error;
  }
}

function fail(error: string): Result<never, string> {
  return { ok: false, error };
}
