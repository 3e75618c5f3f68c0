import { filesOnBranch } from '../lock/has-files.ts';
import { renditionRecords } from '../lock/rendition-records.ts';
import type { Recorded } from '../lock/types.ts';
import type { MediaFile } from '../media/types.ts';
import { foldPath } from '../shared/fold-path.ts';
import type { PictureSettings } from '../spec/types.ts';
import { compareRenditions, type RenditionWork } from './compare-renditions.ts';
import { listWanted, type EditFacts } from './list-wanted.ts';
import type { WantedRendition, WantedSet } from './types.ts';

/** An edit with its pictures as they are, or are going to be. */
export interface PictureUser extends EditFacts {
  readonly id: string;
  readonly shown: readonly MediaFile[];
  readonly settings: PictureSettings | undefined;
}

/** The renditions that edits are to have; pure. */
export function listWantedOf(users: readonly PictureUser[]): readonly WantedSet[] {
  return users.flatMap((user) => listWanted(user.shown, user.settings, user));
}

/** How the renditions that edits are to have differ from those of the branch; pure. `recorded`: absent without a branch. */
export function findRenditionWork(users: readonly PictureUser[], recorded: Recorded | undefined): FoundWork {
  const ids = new Set(users.map(({ id }) => id));
  const own = users.flatMap(({ shown }) => shown.map(({ path }) => path));
  const { free, blocked } = splitBlocked(listWantedOf(users), recorded, ids);
  return {
    ...compareRenditions(free, own, recorded?.lock.renditions ?? {}, recorded?.paths ?? new Set()),
    blocked,
  };
}

/** A rendition whose path has a file on the branch that this action did not make, or a picture of another edit. */
export interface BlockedRendition {
  /** Path of the picture. */
  readonly original: string;
  readonly path: string;
  /** Id of the edit whose picture is there; absent if this action did not make the file. */
  readonly owner?: string;
}

/** What is to be done, and what cannot be. */
export interface FoundWork extends RenditionWork {
  readonly blocked: readonly BlockedRendition[];
}

/**
 * Takes the renditions away that could not be committed, so that they are not made in every run; pure. `ids`: the edits of this run,
 * whose own pictures may move.
 */
export function splitBlocked(
  wanted: readonly WantedSet[],
  recorded: Recorded | undefined,
  ids: ReadonlySet<string>,
): { readonly free: readonly WantedSet[]; readonly blocked: readonly BlockedRendition[] } {
  if (recorded === undefined) return { free: wanted, blocked: [] };
  const { edits, renditions } = recorded.lock;
  const foreign = new Set([...recorded.paths].map(foldPath));
  const own = [
    ...renditionRecords(renditions).flatMap(({ files }) => files),
    ...[...edits.values()].flatMap(filesOnBranch),
  ];
  for (const { path } of own) foreign.delete(foldPath(path));
  const owners = new Map(
    [...edits].flatMap(([id, entry]) =>
      ids.has(id) ? [] : filesOnBranch(entry).map(({ path }) => [foldPath(path), id] as const),
    ),
  );
  const isBlocked = ({ path }: WantedRendition): boolean =>
    foreign.has(foldPath(path)) || owners.has(foldPath(path));
  return {
    free: wanted.map((set) => ({ ...set, files: set.files.filter((file) => !isBlocked(file)) })),
    blocked: wanted.flatMap(({ original, files }) =>
      files.filter(isBlocked).map(({ path }): BlockedRendition => {
        const owner = owners.get(foldPath(path));
        return { original: original.path, path, ...(owner !== undefined && { owner }) };
      }),
    ),
  };
}
