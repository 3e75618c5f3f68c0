import type { Recorded } from '../lock/types.ts';
import type { MediaFile } from '../media/types.ts';
import type { PictureSettings } from '../spec/types.ts';
import { compareRenditions, type RenditionWork } from './compare-renditions.ts';
import { listWanted, type EditFacts } from './list-wanted.ts';
import type { WantedSet } from './types.ts';

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
export function findRenditionWork(
  users: readonly PictureUser[],
  recorded: Recorded | undefined,
): RenditionWork {
  const ids = new Set(users.map(({ id }) => id));
  const { edits, renditions = {} } = recorded?.lock ?? { edits: new Map<string, never>() };
  const others = [...edits]
    .filter(([id]) => !ids.has(id))
    .flatMap(([, { files }]) => files.map((file) => file.path));
  const own = users.flatMap(({ shown }) => shown.map(({ path }) => path));
  return compareRenditions(listWantedOf(users), { own, others }, renditions, recorded?.paths ?? new Set());
}
