import { opendir, stat } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import path from 'node:path';

import { advance, enter, type Glob, type GlobSegment } from '../shared/glob.ts';
import { resolveInside } from '../shared/inside.ts';
import { faultOfSecretPath } from '../shared/secret-path.ts';

/** What a glob matches. */
export interface GlobMatches {
  /** Files and links to files, relative to the root, with forward slashes, sorted by code unit. */
  readonly files: readonly string[];
  /** A symbolic link out of the root that the glob names; it is not followed. */
  readonly leavesAt?: string;
}

/** One alternative of a glob, with the positions in its segments that a folder has reached. */
interface Candidate {
  readonly glob: number;
  readonly segments: readonly GlobSegment[];
  readonly positions: ReadonlySet<number>;
}

interface Folder {
  readonly absolute: string;
  readonly relative: string;
  readonly candidates: readonly Candidate[];
}

/**
 * Finds the files that each glob matches in one walk over the folders that any of them can match. Wildcards pass over names
 * that start with a dot and `node_modules`, unless the glob names those; `.git` is never entered. `**` does not follow
 * symbolic links, other segments follow those that stay inside the root. Throws only the signal's reason.
 */
export async function walkTree(
  root: string,
  globs: readonly Glob[],
  signal: AbortSignal,
): Promise<readonly GlobMatches[]> {
  const found = globs.map(() => new Set<string>());
  const leaving = new Map<number, string>();
  const start = globs.flatMap(({ alternatives }, glob) =>
    alternatives.map((segments): Candidate => ({ glob, segments, positions: enter(segments, [0]) })),
  );
  const folders: Folder[] = start.length === 0 ? [] : [{ absolute: root, relative: '', candidates: start }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    signal.throwIfAborted();
    const choose = createChooser(folder.candidates);
    // An unreadable folder matches nothing.
    const entries = await opendir(folder.absolute, { bufferSize: 128 }).catch(() => undefined);
    for await (const entry of entries ?? []) {
      signal.throwIfAborted();
      const candidates = choose(entry.name);
      if (candidates.length > 0) await visit(entry, folder, candidates);
    }
  }
  return found.map((files, glob) => {
    const leavesAt = leaving.get(glob);
    return { files: [...files].sort(byCodeUnit), ...(leavesAt !== undefined && { leavesAt }) };
  });

  async function visit(entry: Dirent, folder: Folder, candidates: readonly Candidate[]): Promise<void> {
    const relative = folder.relative === '' ? entry.name : `${folder.relative}/${entry.name}`;
    if (entry.isDirectory())
      goInto(path.join(folder.absolute, entry.name), relative, pass(candidates, entry.name));
    else if (entry.isFile()) take(relative, pass(candidates, entry.name));
    else if (entry.isSymbolicLink()) await visitLink(entry.name, relative, candidates);
  }

  async function visitLink(name: string, relative: string, candidates: readonly Candidate[]): Promise<void> {
    const linked = await resolveInside(root, relative);
    if (linked.ok && (await stat(linked.value.absolute)).isDirectory()) {
      goInto(linked.value.absolute, relative, pass(candidates, name, true));
      return;
    }
    // Links that are broken or lead out are reported when they are inspected.
    take(relative, pass(candidates, name));
    if (linked.ok || linked.error.kind !== 'outside') return;
    for (const { glob } of pass(candidates, name, true).filter(isUnfinished)) leaving.set(glob, relative);
  }

  function take(relative: string, candidates: readonly Candidate[]): void {
    for (const { glob, segments, positions } of candidates)
      if (positions.has(segments.length)) found[glob]?.add(relative);
  }

  function goInto(absolute: string, relative: string, candidates: readonly Candidate[]): void {
    const inside = candidates.filter(isUnfinished);
    if (inside.length > 0) folders.push({ absolute, relative, candidates: inside });
  }
}

/** Chooses the candidates that may match a name in a folder. Those that want a literal name are looked up, not tested. */
function createChooser(candidates: readonly Candidate[]): (name: string) => readonly Candidate[] {
  const byLiteral = Map.groupBy(candidates, literalOf);
  const others = byLiteral.get(undefined) ?? [];
  return (name) => {
    const own = name.normalize('NFC');
    if (faultOfSecretPath(own) !== undefined) return [];
    const modules = own === 'node_modules';
    return [...(byLiteral.get(own) ?? []), ...(modules ? others.filter(namesModules) : others)];
  };
}

function literalOf({ segments, positions }: Candidate): string | undefined {
  const [position = 0, ...more] = positions;
  const segment = segments[position];
  return more.length > 0 || segment === undefined || segment === 'any depth' ? undefined : segment.literal;
}

function namesModules({ segments }: Candidate): boolean {
  return segments.some((segment) => segment !== 'any depth' && segment.literal === 'node_modules');
}

/** The candidates that match one more name, with their new positions. */
function pass(candidates: readonly Candidate[], name: string, namesOnly = false): readonly Candidate[] {
  return candidates.flatMap((candidate) => {
    const positions = advance(candidate.segments, candidate.positions, name, namesOnly);
    return positions.size > 0 ? [{ ...candidate, positions }] : [];
  });
}

/** Whether a candidate can match something inside the folder that it has reached. */
function isUnfinished({ segments, positions }: Candidate): boolean {
  return [...positions].some((position) => position < segments.length);
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
