import { stat } from 'node:fs/promises';

import type { StagedBlob } from '../../git/stage.ts';
import type { GitResult } from '../../git/types.ts';
import { writeBlobs } from '../../git/write-blobs.ts';
import { describeError } from '../../shared/describe-error.ts';
import { formatBytes } from '../../shared/format.ts';
import { mapBounded } from '../../shared/pool.ts';
import { fromRoot, isPlainFile, quotePath } from './branch-paths.ts';
import type { WrittenChange, WrittenChanges } from './rebase-changes.ts';
import type { BranchChange, BranchChanges, FileSource, OpenedBranch } from './types.ts';

const MIB = 1024 * 1024;
/** GitHub warns of files over 50 MiB and refuses pushes with one over 100 MiB (docs.github.com, "About large files"). */
const WARNED_BYTES = 50 * MIB;
const REFUSED_BYTES = 100 * MIB;
const STATS_AT_ONCE = 16;

/** Changes whose pictures are in the private repository. */
export interface WrittenWork {
  readonly changes: WrittenChanges;
  /** What the server does not have yet, as far as the branch's own files show. */
  readonly payload: readonly StagedBlob[];
  readonly warnings: readonly string[];
}

/** Writes the pictures on disk into the private repository. One that cannot be committed is a fault of its edit. */
export async function writeChanges(
  { repository, place, tree }: Pick<OpenedBranch, 'repository' | 'place' | 'tree'>,
  { set, renditions, ...others }: BranchChanges,
  signal: AbortSignal,
): Promise<GitResult<WrittenWork>> {
  const weighed = await mapBounded(set, STATS_AT_ONCE, weigh);
  const weighedRenditions = await mapBounded([...(renditions?.sources ?? [])], STATS_AT_ONCE, weighRendition);
  const files = [
    ...weighed.flatMap(({ fault, onDisk }) => (fault === undefined ? onDisk : [])),
    ...weighedRenditions.flat(),
  ];
  const names = await writeBlobs(
    repository,
    files.map(({ absolutePath }) => absolutePath),
    signal,
  );
  if (!names.ok) return names;
  const written = new Map(files.map(({ absolutePath }, index) => [absolutePath, names.value[index] ?? '']));
  const blobAt = (path: string): string | undefined => {
    const file = tree.get(fromRoot(place, path));
    return file !== undefined && isPlainFile(file) ? file.blob : undefined;
  };
  const nameOf = (source: FileSource): string | undefined =>
    source.kind === 'branch' ? blobAt(source.path) : written.get(source.absolutePath);
  const changes = weighed.map(({ change, fault }): WrittenChange => {
    return { ...change, blobs: change.sources.map(nameOf), ...(fault !== undefined && { fault }) };
  });
  const blobs = [...(renditions?.sources ?? [])].flatMap(([path, source]) => {
    const blob = nameOf(source);
    return blob === undefined ? [] : [[path, blob] as const];
  });
  const there = new Set([...tree.values()].map(({ blob }) => blob));
  const payload = new Map(files.map(({ bytes }, index) => [names.value[index] ?? '', bytes]));
  return {
    ok: true,
    value: {
      changes: {
        ...others,
        set: changes,
        ...(renditions !== undefined && { renditions: { ...renditions, blobs: new Map(blobs) } }),
      },
      payload: [...payload].filter(([blob]) => !there.has(blob)).map(([blob, bytes]) => ({ blob, bytes })),
      warnings: files.flatMap(({ path, bytes }) =>
        bytes < WARNED_BYTES
          ? []
          : `${quotePath(fromRoot(place, path))} has ${formatBytes(bytes)}: GitHub warns of files over 50 MiB, and every clone of the branch carries it.`,
      ),
    },
  };
}

interface FileOnDisk {
  readonly path: string;
  readonly absolutePath: string;
  readonly bytes: number;
}

interface WeighedChange {
  readonly change: BranchChange;
  readonly onDisk: readonly FileOnDisk[];
  readonly fault?: string;
}

async function weigh(change: BranchChange): Promise<WeighedChange> {
  const onDisk: WeighedChange['onDisk'][number][] = [];
  for (const [index, source] of change.sources.entries()) {
    if (source.kind === 'branch') continue;
    const path = change.entry.files[index]?.path ?? '';
    try {
      const { size: bytes } = await stat(source.absolutePath);
      onDisk.push({ path, absolutePath: source.absolutePath, bytes });
      if (bytes < REFUSED_BYTES) continue;
      const fault = `${quotePath(path)} has ${formatBytes(bytes)}, and GitHub refuses files of 100 MiB or more`;
      return { change, onDisk, fault };
    } catch (error) {
      return { change, onDisk, fault: `${quotePath(path)} cannot be read: ${describeError(error)}` };
    }
  }
  return { change, onDisk };
}

/** One that cannot be read, or that GitHub would refuse, is left out: the next run makes it again. */
async function weighRendition([path, source]: readonly [string, FileSource]): Promise<readonly FileOnDisk[]> {
  if (source.kind === 'branch') return [];
  try {
    const { size: bytes } = await stat(source.absolutePath);
    return bytes < REFUSED_BYTES ? [{ path, absolutePath: source.absolutePath, bytes }] : [];
  } catch {
    return [];
  }
}
